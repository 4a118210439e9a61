"""Find the pages of each plan: those in its folder, and those that it names or links to."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping, MutableMapping

from mkdocs_plan_plugin.model import Diagnostic, Document, ReferenceKind, Role
from mkdocs_plan_plugin.planning.pages.front_links import join_named_pages
from mkdocs_plan_plugin.planning.pages.grouping import PlanPages, group_pages
from mkdocs_plan_plugin.planning.pages.page_index import PageIndex
from mkdocs_plan_plugin.planning.pages.source_map import SourceMap
from mkdocs_plan_plugin.planning.pages.subjects import Subjects
from mkdocs_plan_plugin.reading.links import labels_part

# Pages that plans can share: a link to one makes it part of the plan.
_SHARED = (Role.SPEC, Role.RESEARCH, Role.DATA_MODEL, Role.QUICKSTART, Role.CONTRACT)
# Outside the plan's folder these are of the whole project.
_OF_PROJECTS = (Role.DATA_MODEL, Role.QUICKSTART, Role.CONTRACT)


def find_plan_pages(
    roles: MutableMapping[str, Role],
    documents: Mapping[str, Document],
    index: PageIndex,
    repository: SourceMap,
) -> tuple[list[PlanPages], list[Diagnostic]]:
    """Find the pages of each plan.

    Args:
        roles: The role of each page that has one; updated with roles given in front matter.
        documents: Every page.
        index: Their paths.
        repository: Maps them to paths in the repository.

    Returns:
        The pages of the plans, and the problems found.
    """
    subjects = Subjects(documents, roles)
    groups, diagnostics = group_pages(roles, repository.source_of, subjects.may_belong)
    diagnostics += join_named_pages(groups, roles, documents, index)
    _absorb_task_lists(groups, roles, documents, index)
    for group in groups:
        _join_linked_pages(group, roles, documents, index)
    return [group for group in groups if not _is_empty(group, roles, documents)], diagnostics


def _absorb_task_lists(
    groups: list[PlanPages],
    roles: Mapping[str, Role],
    documents: Mapping[str, Document],
    index: PageIndex,
) -> None:
    """Add a task list without a plan to the only plan that links to it."""
    alone = {group.head: group for group in groups if roles[group.head] is Role.TASKS}
    plans = [group for group in groups if roles[group.head] is Role.PLAN]
    linked = {
        group.head: {path for path in _linked(documents[group.head], index) if path in alone}
        for group in plans
        if Role.TASKS not in group.members.values()
    }
    links = Counter(path for paths in linked.values() for path in paths)
    for group in plans:
        paths = linked.get(group.head, set())
        if len(paths) == 1 and links[path := next(iter(paths))] == 1:
            group.members[path] = Role.TASKS
            group.members.update(alone[path].members)
            groups.remove(alone[path])


def _is_empty(
    group: PlanPages, roles: Mapping[str, Role], documents: Mapping[str, Document]
) -> bool:
    """Whether a group is a single task list without tasks, and so no plan despite its name."""
    return roles[group.head] is Role.TASKS and not (group.members or documents[group.head].tasks)


def _linked(document: Document, index: PageIndex) -> list[str]:
    """The pages that a page links to, each once."""
    found = (
        index.resolve_link(document.path, reference.target)
        for reference in document.references
        if reference.kind is ReferenceKind.LINK
    )
    return list(dict.fromkeys(path for path in found if path))


def _named(document: Document, index: PageIndex, family: Iterable[str]) -> list[str]:
    """The pages that a page names in code spans after a label such as `**Spec**:`, each once."""
    pages = tuple(family)
    lines = document.body.split("\n")
    found = (
        index.resolve_code(document.path, reference.target, pages).path
        for reference in document.references
        if reference.kind is ReferenceKind.CODE and labels_part(lines[reference.line - 1])
    )
    return list(dict.fromkeys(path for path in found if path))


def _join_linked_pages(
    group: PlanPages,
    roles: Mapping[str, Role],
    documents: Mapping[str, Document],
    index: PageIndex,
) -> None:
    """Add specs and similar pages that a plan links to or has a label for, for missing roles."""
    head = documents[group.head]
    family = (group.head, *group.members)
    folder = posixpath.dirname(group.head)
    for paths in (_linked(head, index), _named(head, index, family)):
        missing = [role for role in _SHARED if role not in group.members.values()]
        for path in paths:
            role = roles.get(path)
            is_near = bool(folder) and path.startswith(f"{folder}/")
            is_wanted = role in missing and (is_near or role not in _OF_PROJECTS)
            if (is_wanted or role is Role.DECISION) and role and path not in family:
                group.members[path] = role
