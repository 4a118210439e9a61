"""Which pages are one plan: siblings in a folder, and pairs that share a slug."""

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
# Names that belong to whatever plan is in their folder.
_CANONICAL_PLAN = re.compile(r"(?:implementation[-_ ])?plan")
# A roadmap is the whole project's, and so are the pages of these roles beside it: the
# project's own quick start, not a part of the plan.
_ROADMAP = re.compile(r"(?:.*[-_ ])?roadmap")
_OF_FEATURES = frozenset(
    (Role.QUICKSTART, Role.DATA_MODEL, Role.CONTRACT, Role.CHECKLIST, Role.DECISION)
)
_NESTED = frozenset(("contracts", "checklists"))
# Beside a plan's own pages these are its own; right below the docs folder the whole project's.
_DECISIONS = frozenset(("adr", "adrs", "decisions"))
_PLAN_FOLDERS = frozenset(("plan", "plans"))
_SPEC_FOLDERS = frozenset(("spec", "specs", "design", "designs", "research"))


@dataclass(slots=True)
class PlanPages:
    """The page that stands for a plan, and the others with their roles, in order of path.

    `source` is where the former is in the repository.
    """

    head: str
    members: dict[str, Role] = field(default_factory=dict)
    source: str = ""


def roles_in(group: PlanPages) -> dict[str, Role]:
    """The roles of all pages of a group; a task list may stand for a plan."""
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
        sources: Tells the path in the repository by the path on the site.

    Returns:
        The groups, in order of path, and what could not be told.
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
            owner, unsure = _owner(path, roles[path], found)
            if owner:
                owner.members[path] = roles[path]
            else:
                unowned.append(path)
                diagnostics += unsure
    _pair_across_folders(groups, unowned, roles)
    return groups, diagnostics


def slug(path: str) -> str:
    """A file's name without what tells its role: `2026-05-12-offline-mode`."""
    return _SUFFIX.sub("", _stem(path))


def _stem(path: str) -> str:
    return PurePosixPath(path).stem.lower()


def _home(path: str, source: str) -> str:
    """The folder of the plan that a page would belong to."""
    folder = PurePosixPath(path).parent
    dialect = dialect_of(PurePosixPath(source))
    climb = dialect.climb(PurePosixPath(source)) if dialect else 0
    if 0 < climb <= len(folder.parts):
        return str(folder.parents[climb - 1])
    name = folder.name.lower()
    is_nested = name in _NESTED or (name in _DECISIONS and len(folder.parts) > 1)
    return str(folder.parent if is_nested else folder)


def _heads(paths: Sequence[str], roles: Mapping[str, Role]) -> dict[str, PlanPages]:
    """The pages of a folder that stand for plans: plans, or task lists where there are none."""
    for role in (Role.PLAN, Role.TASKS):
        if heads := [path for path in paths if roles[path] is role]:
            return {path: PlanPages(path) for path in heads}
    return {}


def _owner(
    path: str, role: Role, heads: Mapping[str, PlanPages]
) -> tuple[PlanPages | None, list[Diagnostic]]:
    """The group in its folder that a page belongs to: by slug, else the only one there is."""
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
            f"it could belong to any of the plans beside it ({names}), so it belongs to none",
            "name it after its plan (x-plan.md, x-spec.md), or give each plan a folder",
        )
    ]


def _pair_across_folders(
    groups: Sequence[PlanPages], unowned: Sequence[str], roles: Mapping[str, Role]
) -> None:
    """`plans/D-slug.md` with `specs/D-slug-design.md`."""
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
