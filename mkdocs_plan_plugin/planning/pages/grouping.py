"""Group pages into plans: siblings in a folder, and pages that share a slug."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from mkdocs_plan_plugin.model import Diagnostic, Role
from mkdocs_plan_plugin.reading.tools import dialect_of

_SUFFIX = re.compile(
    r"[-_ ](?:implementation[-_ ]plan|plan|roadmap|spec|specification|design|research|tasks"
    r"|requirements|data[-_ ]model|quick[-_ ]?start)\Z"
)
# The plan that owns the other pages of its folder, among several.
_CANONICAL_PLAN = re.compile(r"(?:implementation[-_ ])?plan")
# A roadmap covers the whole project, as do pages of these roles in its folder: a quick start
# there is the project's and not part of a plan.
_ROADMAP = re.compile(r"(?:.*[-_ ])?roadmap")
_OF_FEATURES = frozenset(
    (Role.QUICKSTART, Role.DATA_MODEL, Role.CONTRACT, Role.CHECKLIST, Role.DECISION)
)
_NESTED = frozenset(("contracts", "checklists"))
# In a plan's folder these belong to the plan; at the top of the docs folder, to the project.
_DECISIONS = frozenset(("adr", "adrs", "decisions"))
_PLAN_FOLDERS = frozenset(("plan", "plans"))
_SPEC_FOLDERS = frozenset(("spec", "specs", "design", "designs", "research"))


@dataclass(slots=True)
class PlanPages:
    """The main page of a plan, and its other pages with their roles, in order of path.

    `source` is the path of the main page in the repository.
    """

    head: str
    members: dict[str, Role] = field(default_factory=dict)
    source: str = ""


def roles_in(group: PlanPages) -> dict[str, Role]:
    """Return the roles of all pages of a plan, whose main page may be a task list."""
    head = Role.PLAN if Role.TASKS in group.members.values() else _head_role(group.head)
    return {group.head: head, **group.members}


def _head_role(path: str) -> Role:
    return Role.TASKS if _stem(path).endswith("tasks") else Role.PLAN


def group_pages(
    roles: Mapping[str, Role], sources: Callable[[str], str] = str
) -> tuple[list[PlanPages], list[Diagnostic]]:
    """Group pages into plans.

    Args:
        roles: The role of each page that has one, by its path.
        sources: Returns the path in the repository for a path on the site.

    Returns:
        The groups, in order of path, and a diagnostic for each ambiguous page.
    """
    folders: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(roles):
        folders[_home(path, sources(path))].append(path)
    groups: list[PlanPages] = []
    diagnostics: list[Diagnostic] = []
    unowned: list[str] = []
    for paths in folders.values():
        found = _heads(paths, roles)
        for path, group in found.items():
            group.source = sources(path)
        groups += found.values()
        others = [path for path in paths if path not in found]
        for path in others:
            owner, ambiguous = _owner(path, roles[path], found)
            if owner:
                owner.members[path] = roles[path]
            else:
                unowned.append(path)
                diagnostics += ambiguous
    _pair_across_folders(groups, unowned, roles)
    return groups, diagnostics


def slug(path: str) -> str:
    """Return a file's name without the suffix for its role: `2026-05-12-offline-mode`."""
    return _SUFFIX.sub("", _stem(path))


def _stem(path: str) -> str:
    return PurePosixPath(path).stem.lower()


def _home(path: str, source: str) -> str:
    """The folder of the plan that a page can belong to."""
    folder = PurePosixPath(path).parent
    dialect = dialect_of(PurePosixPath(source))
    climb = dialect.climb(PurePosixPath(source)) if dialect else 0
    if 0 < climb <= len(folder.parts):
        return str(folder.parents[climb - 1])
    name = folder.name.lower()
    is_nested = name in _NESTED or (name in _DECISIONS and len(folder.parts) > 1)
    return str(folder.parent if is_nested else folder)


def _heads(paths: Sequence[str], roles: Mapping[str, Role]) -> dict[str, PlanPages]:
    """The main pages of plans in a folder: plan pages, or else task lists."""
    for role in (Role.PLAN, Role.TASKS):
        if heads := [path for path in paths if roles[path] is role]:
            return {path: PlanPages(path) for path in heads}
    return {}


def _owner(
    path: str, role: Role, heads: Mapping[str, PlanPages]
) -> tuple[PlanPages | None, list[Diagnostic]]:
    """The plan in its folder that a page belongs to: the one with its slug, else the only one."""
    if role in _OF_FEATURES:
        heads = {
            head: group for head, group in heads.items() if not _ROADMAP.fullmatch(_stem(head))
        }
    same = [group for head, group in heads.items() if slug(head) == slug(path)]
    if len(same) == 1:
        return same[0], []
    if len(heads) == 1:
        return next(iter(heads.values())), []
    named = [head for head in heads if _CANONICAL_PLAN.fullmatch(_stem(head))]
    if len(named) == 1:
        return heads[named[0]], []
    if not heads or role in _OF_FEATURES or _SUFFIX.search(_stem(path)):
        return None, []
    names = ", ".join(PurePosixPath(head).name for head in heads)
    return None, [
        Diagnostic(
            path,
            1,
            f"the page matches several plans in its folder ({names}), so it is not part of any",
            "name it after its plan (x-plan.md, x-spec.md), or give each plan its own folder",
        )
    ]


def _pair_across_folders(
    groups: Sequence[PlanPages], unowned: Sequence[str], roles: Mapping[str, Role]
) -> None:
    """Pair `plans/D-slug.md` with `specs/D-slug-design.md`."""
    plans: defaultdict[tuple[str, str], list[PlanPages]] = defaultdict(list)
    for group in groups:
        folder = PurePosixPath(group.head).parent
        if folder.name.lower() in _PLAN_FOLDERS:
            plans[str(folder.parent), slug(group.head)].append(group)
    for path in unowned:
        folder = PurePosixPath(path).parent
        found = plans.get((str(folder.parent), slug(path)), [])
        if len(found) == 1 and folder.name.lower() in _SPEC_FOLDERS:
            found[0].members[path] = roles[path]
