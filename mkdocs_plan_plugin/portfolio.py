"""The plans of a site: pages grouped, links resolved, diagnostics gathered.

The only holder of numbers: whatever shows a plan's progress takes it from here.
"""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import chain
from operator import add

from mkdocs_plan_plugin.model import (
    Backlink,
    Diagnostic,
    Document,
    Plan,
    Progress,
    ReferenceKind,
    Role,
    Served,
    Target,
    Unit,
)
from mkdocs_plan_plugin.planning.directives import wrong_directives
from mkdocs_plan_plugin.planning.front_links import join_named_pages
from mkdocs_plan_plugin.planning.grouping import Group, group_pages
from mkdocs_plan_plugin.planning.id_links import IdLinker, PageIds
from mkdocs_plan_plugin.planning.ids import definitions_of
from mkdocs_plan_plugin.planning.kept_plans import KeptPlans
from mkdocs_plan_plugin.planning.links import PageIndex
from mkdocs_plan_plugin.planning.page_ids import with_named_pages
from mkdocs_plan_plugin.planning.page_links import PageLinker
from mkdocs_plan_plugin.planning.remembering import Remember, anew
from mkdocs_plan_plugin.planning.repository import DOCS, Repository
from mkdocs_plan_plugin.planning.rules import DEFAULT, PlanRules
from mkdocs_plan_plugin.planning.selection import Selector
from mkdocs_plan_plugin.reading import RoleRules, role_of

# Pages that a plan may share with others, so that a link to one makes it the plan's as well.
_SHARED = (Role.SPEC, Role.RESEARCH, Role.DATA_MODEL, Role.QUICKSTART, Role.CONTRACT)

Links = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All plans of a site.

    Attributes:
        documents: Every page by its path.
        roles: The role of each page that has one.
        plans: The plans, in order of path.
        plans_of: The plans that each page is a part of; a spec may serve several.
        code_links: For each page, the code spans on it that name a page, and that page, perhaps
            with a heading: `specs/x.md#goal`.
        name_links: The same for names in running text.
        mended: For each page, its links that lead nowhere, and the page that is meant.
        source_links: The same for files of the repository, by their paths from its root.
        placeholders: For each page, its `[Link to ...]` texts that are known, and their page.
        backlinks: For each page, where pages of other plans name it.
        ids: For each page, what its ids mean and what it defines.
        diagnostics: What the authors should know, in order of page and line.
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    plans: tuple[Plan, ...] = ()
    plans_of: Mapping[str, tuple[Plan, ...]] = field(default_factory=dict)
    code_links: Mapping[str, Links] = field(default_factory=dict)
    name_links: Mapping[str, Links] = field(default_factory=dict)
    mended: Mapping[str, Links] = field(default_factory=dict)
    source_links: Mapping[str, Links] = field(default_factory=dict)
    placeholders: Mapping[str, Links] = field(default_factory=dict)
    backlinks: Mapping[str, tuple[Backlink, ...]] = field(default_factory=dict)
    ids: Mapping[str, PageIds] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    def headed_by(self, path: str) -> Plan | None:
        """The plan that a page stands for."""
        return next((plan for plan in self.plans_of.get(path, ()) if plan.path == path), None)

    def served_on(self, path: str) -> Mapping[int, Sequence[tuple[Plan, Served]]]:
        """The requirements that a page defines, by their line, with the plans that serve them."""
        found: defaultdict[int, list[tuple[Plan, Served]]] = defaultdict(list)
        for plan in self.plans_of.get(path, ()):
            for served in plan.coverage.served:
                if served.target.path == path:
                    found[served.target.definition.line].append((plan, served))
        return found

    def marked_sections(self, path: str) -> frozenset[int]:
        """The sections of a page whose headings have a widget in or below them."""
        plans = self.plans_of.get(path, ())
        places = [*chain.from_iterable(plan.section_progress for plan in plans)]
        places += [plan.timeline for plan in plans if plan.timeline]
        return frozenset(
            place.section for place in places if place.path == path and place.section is not None
        )

    @property
    def active(self) -> tuple[Plan, ...]:
        """The plans but those that are kept for the record."""
        return tuple(plan for plan in self.plans if not plan.is_archived)

    @property
    def archived(self) -> tuple[Plan, ...]:
        """The plans that are kept for the record; no total counts them."""
        return tuple(plan for plan in self.plans if plan.is_archived)

    @property
    def progress(self) -> Progress:
        """The tasks of all active plans together."""
        return progress_of(self.active)


def progress_of(plans: Iterable[Plan]) -> Progress:
    """The tasks of some plans together."""
    counts = (plan.progress for plan in plans if plan.progress.unit is Unit.TASKS)
    return reduce(add, counts, Progress())


def build_portfolio(
    documents: Mapping[str, Document],
    rules: RoleRules,
    repository: Repository = DOCS,
    planning: PlanRules = DEFAULT,
    exists: Callable[[str], bool] = lambda _: False,
    files: Iterable[str] = (),
    remember: Remember = anew,
) -> Portfolio:
    """Find the plans among a site's pages.

    Args:
        documents: Every page that the site shows, by its path.
        rules: The user's options on roles.
        repository: Where the pages are in the repository.
        planning: What plans are worked out by.
        exists: Whether the repository has a file or folder at a path from its root.
        files: The site's other files, such as images.
        remember: Keeps what is worked out for the next build.
    """
    roles, diagnostics = _decide_roles(documents, rules, repository)
    index = PageIndex(documents, repository, files)
    groups, unsure = group_pages(roles, repository.source_of)
    unsure += join_named_pages(groups, roles, documents, index)
    _absorb_task_lists(groups, roles, documents, index)
    for group in groups:
        _join_linked_pages(group, roles, documents, index)
    groups = [group for group in groups if not _is_empty(group, roles, documents)]
    site_ids = with_named_pages(_ids_outside(groups, documents), documents)
    kept = KeptPlans(documents, planning, site_ids, remember)
    made = [kept.make(group) for group in groups]
    plans = [each.plan for each in made]
    unsure += chain.from_iterable(each.notes for each in made)
    plans_of = _by_page(plans)
    ids = {each.plan.path: each.ids for each in made}
    id_linker = IdLinker(documents, roles, plans_of, ids, site_ids)
    page_ids = dict(id_linker.pages())
    linker = PageLinker(documents, index, roles, plans_of, exists)
    for path in sorted(documents):
        linker.link(documents[path])
    diagnostics += [found for path in roles for found in documents[path].diagnostics]
    diagnostics += unsure + linker.diagnostics + id_linker.diagnostics
    selector = Selector(plans, plans_of)
    diagnostics += [
        found
        for document in documents.values()
        if document.directives
        for found in wrong_directives(document, selector, plans)
    ]
    return Portfolio(
        documents=documents,
        roles=roles,
        plans=tuple(plans),
        plans_of=plans_of,
        code_links=linker.code_links,
        name_links=linker.name_links,
        mended=linker.mended,
        source_links=linker.source_links,
        placeholders=linker.placeholders,
        backlinks={path: tuple(found.values()) for path, found in linker.backlinks.items()},
        ids=page_ids,
        diagnostics=_in_order(diagnostics),
    )


def _in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """By page and line, each once; on one line as they were found, whatever their hashes are."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda found: (found.path, found.line)))


def _decide_roles(
    documents: Mapping[str, Document], rules: RoleRules, repository: Repository
) -> tuple[dict[str, Role], list[Diagnostic]]:
    siblings: defaultdict[str, set[str]] = defaultdict(set)
    for path in documents:
        siblings[posixpath.dirname(path)].add(posixpath.basename(path).lower())
    names = {folder: frozenset(found) for folder, found in siblings.items()}
    roles: dict[str, Role] = {}
    diagnostics = []
    for path, document in sorted(documents.items()):
        siblings_of = names[posixpath.dirname(path)]
        source = repository.source_of(path) if repository.is_mounted(path) else ""
        role, wrong = role_of(document, rules, siblings_of, source)
        if role is not Role.NONE:
            roles[path] = role
        if wrong:
            diagnostics.append(wrong)
    return roles, diagnostics


def _absorb_task_lists(
    groups: list[Group],
    roles: Mapping[str, Role],
    documents: Mapping[str, Document],
    index: PageIndex,
) -> None:
    """Give a task list that stands alone to the one plan that links to it."""
    alone = {group.head: group for group in groups if roles[group.head] is Role.TASKS}
    plans = [group for group in groups if roles[group.head] is Role.PLAN]
    wanted = {
        group.head: {path for path in _linked(documents[group.head], index) if path in alone}
        for group in plans
        if Role.TASKS not in group.members.values()
    }
    claims = Counter(path for paths in wanted.values() for path in paths)
    for group in plans:
        paths = wanted.get(group.head, set())
        if len(paths) == 1 and claims[path := next(iter(paths))] == 1:
            group.members[path] = Role.TASKS
            group.members.update(alone[path].members)
            groups.remove(alone[path])


def _ids_outside(
    groups: Iterable[Group], documents: Mapping[str, Document]
) -> Mapping[str, Sequence[Target]]:
    """What pages of no plan define, and decisions, which are the whole project's."""
    inside = {group.head for group in groups} | {
        path
        for group in groups
        for path, role in group.members.items()
        if role is not Role.DECISION
    }
    return definitions_of(page for path, page in documents.items() if path not in inside)


def _is_empty(group: Group, roles: Mapping[str, Role], documents: Mapping[str, Document]) -> bool:
    """Whether a page called `tasks` stands alone and has none: no plan, whatever its name."""
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
    """The pages that a page names in code spans, each once."""
    pages = tuple(family)
    found = (
        index.resolve_code(document.path, reference.target, pages).path
        for reference in document.references
        if reference.kind is ReferenceKind.CODE
    )
    return list(dict.fromkeys(path for path in found if path))


def _join_linked_pages(
    group: Group,
    roles: Mapping[str, Role],
    documents: Mapping[str, Document],
    index: PageIndex,
) -> None:
    """Add the specs and the like that a plan links to, else names, where it has none beside it."""
    head = documents[group.head]
    family = (group.head, *group.members)
    for paths in (_linked(head, index), _named(head, index, family)):
        missing = [role for role in _SHARED if role not in group.members.values()]
        for path in paths:
            is_wanted = roles.get(path) in missing or roles.get(path) is Role.DECISION
            if is_wanted and path not in family:
                group.members[path] = roles[path]


def _by_page(plans: Iterable[Plan]) -> dict[str, tuple[Plan, ...]]:
    found: defaultdict[str, list[Plan]] = defaultdict(list)
    for plan in plans:
        found[plan.path].append(plan)
        for member in plan.members:
            found[member.path].append(plan)
    return {path: tuple(owners) for path, owners in found.items()}
