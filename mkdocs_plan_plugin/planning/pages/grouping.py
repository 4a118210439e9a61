"""Group pages into plans: siblings in a folder, and pages that share a slug."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from mkdocs_plan_plugin.model import Diagnostic, Role
from mkdocs_plan_plugin.reading.pages import has_role_suffix, is_canonical_plan, slug
from mkdocs_plan_plugin.reading.tools import dialect_of

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

    `source` is the path of the main page in the repository, `role` that page's role.
    """

    head: str
    members: dict[str, Role] = field(default_factory=dict)
    source: str = ""
    role: Role = Role.PLAN


def roles_in(group: PlanPages) -> dict[str, Role]:
    """Return the roles of all pages of a plan, whose main page may be a task list."""
    return {group.head: group.role, **group.members}


def group_pages(
    roles: Mapping[str, Role],
    sources: Callable[[str], str] = str,
    may_belong: Callable[[str, str], bool] = lambda _page, _head: True,
) -> tuple[list[PlanPages], list[Diagnostic]]:
    """Group pages into plans.

    Args:
        roles: The role of each page that has one, by its path.
        sources: Returns the path in the repository for a path on the site.
        may_belong: Whether a page may be part of the plan with a main page in its folder.

    Returns:
        The groups, in order of path, and a diagnostic for each ambiguous page.
    """
    folders: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(roles):
        folders[_home(path, sources(path))].append(path)
    groups: list[PlanPages] = []
    diagnostics: list[Diagnostic] = []
    unowned: list[str] = []
    for home, paths in folders.items():
        while paths:
            found = _heads(paths, roles, home)
            for path, group in found.items():
                group.source = sources(path)
            groups += found.values()
            taken = {page for group in found.values() for page in (group.head, *group.members)}
            others = [path for path in paths if path not in taken]
            strangers: list[str] = []
            for path in others:
                known = {head: found[head] for head in found if may_belong(path, head)}
                owner, ambiguous = _owner(path, roles[path], found, known)
                if owner:
                    owner.members[path] = roles[path]
                    continue
                (unowned if known or not found else strangers).append(path)
                diagnostics += ambiguous
            paths = strangers  # which may be a plan of their own
    _pair_across_folders(groups, unowned, roles)
    return groups, diagnostics


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


def _heads(paths: Sequence[str], roles: Mapping[str, Role], home: str) -> dict[str, PlanPages]:
    """The main pages of plans in a folder: plan pages, or else task lists."""
    for role in (Role.PLAN, Role.TASKS):
        heads = [path for path in paths if roles[path] is role]
        if role is Role.TASKS and any(_folder(path) != home for path in heads):
            # The lists in the folders of one plan.
            first = min(heads, key=lambda path: (_folder(path) != home, path))
            others: dict[str, Role] = {path: role for path in heads if path != first}
            return {first: PlanPages(first, others, role=role)}
        if heads:
            return {path: PlanPages(path, role=role) for path in heads}
    return {}


def _folder(path: str) -> str:
    return str(PurePosixPath(path).parent)


def _owner(
    path: str, role: Role, every: Mapping[str, PlanPages], heads: Mapping[str, PlanPages]
) -> tuple[PlanPages | None, list[Diagnostic]]:
    """The plan in its folder that a page belongs to: the one with its slug, else the only one.

    Args:
        path: The page.
        role: Its role.
        every: The plans in its folder.
        heads: Those among them that may be about the same thing.
    """
    if role in _OF_FEATURES:
        every = _without_roadmaps(every)
        heads = _without_roadmaps(heads)
    same = [group for head, group in every.items() if slug(head) == slug(path)]
    if len(same) == 1:
        return same[0], []
    if len(heads) == 1:
        return next(iter(heads.values())), []
    named = [head for head in heads if is_canonical_plan(head)]
    if len(named) == 1:
        return heads[named[0]], []
    if not heads or role in _OF_FEATURES or has_role_suffix(path):
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


def _without_roadmaps(heads: Mapping[str, PlanPages]) -> Mapping[str, PlanPages]:
    return {head: group for head, group in heads.items() if not _ROADMAP.fullmatch(_stem(head))}


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
