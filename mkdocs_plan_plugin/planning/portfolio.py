"""Build the portfolio of a site: its plans, resolved links and diagnostics.

It is the only source of numbers: everything that shows a plan's progress reads it from here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import chain
from operator import add

from mkdocs_plan_plugin.model import (
    Backlink,
    Diagnostic,
    Document,
    IdTarget,
    Plan,
    Progress,
    RequirementCoverage,
    Role,
    Status,
    Unit,
)
from mkdocs_plan_plugin.planning.links import (
    IdLinker,
    PageLinker,
    PageReferences,
    ResolvedIds,
    SourceFiles,
    definitions_of,
    with_named_pages,
)
from mkdocs_plan_plugin.planning.memo import Memo, no_memo
from mkdocs_plan_plugin.planning.pages import (
    DOCS,
    PageIndex,
    PlanPages,
    SourceMap,
    decide_roles,
    find_plan_pages,
)
from mkdocs_plan_plugin.planning.plan_cache import PlanCache
from mkdocs_plan_plugin.planning.rules import DEFAULT, PlanRules
from mkdocs_plan_plugin.reading import RoleRules


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All plans of a site.

    Attributes:
        documents: Every page by its path.
        roles: The role of each page that has one.
        plans: The plans, in order of path.
        plans_of: The plans that each page is part of; several plans can share a spec.
        references: The resolved names and links of each page.
        backlinks: The references to each page from pages of other plans.
        ids: The resolved ids of each page, and those that it defines.
        diagnostics: The problems found, in order of page and line.
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    plans: tuple[Plan, ...] = ()
    plans_of: Mapping[str, tuple[Plan, ...]] = field(default_factory=dict)
    references: Mapping[str, PageReferences] = field(default_factory=dict)
    backlinks: Mapping[str, tuple[Backlink, ...]] = field(default_factory=dict)
    ids: Mapping[str, ResolvedIds] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    def with_diagnostics(self, found: Iterable[Diagnostic]) -> Portfolio:
        """Return a copy with more diagnostics."""
        return replace(self, diagnostics=_in_order([*self.diagnostics, *found]))

    def headed_by(self, path: str) -> Plan | None:
        """Return the plan whose main page is at a path, or None."""
        return next((plan for plan in self.plans_of.get(path, ()) if plan.path == path), None)

    def requirements_on(
        self, path: str
    ) -> Mapping[int, Sequence[tuple[Plan, RequirementCoverage]]]:
        """Return the requirements that a page defines, by line, with their coverage by plan."""
        found: defaultdict[int, list[tuple[Plan, RequirementCoverage]]] = defaultdict(list)
        for plan in self.plans_of.get(path, ()):
            for requirement in plan.coverage.requirements:
                if requirement.target.path == path:
                    found[requirement.target.definition.line].append((plan, requirement))
        return found

    def marked_sections(self, path: str) -> frozenset[int]:
        """Return the sections of a page that have a widget in or below their heading."""
        plans = self.plans_of.get(path, ())
        marked = [*chain.from_iterable(plan.section_progress for plan in plans)]
        marked += [plan.timeline for plan in plans if plan.timeline]
        return frozenset(
            each.section for each in marked if each.path == path and each.section is not None
        )

    @property
    def active(self) -> tuple[Plan, ...]:
        """The plans that are not archived."""
        return tuple(plan for plan in self.plans if not plan.is_archived)

    @property
    def archived(self) -> tuple[Plan, ...]:
        """The archived plans, which no total includes."""
        return tuple(plan for plan in self.plans if plan.is_archived)

    @property
    def progress(self) -> Progress:
        """The combined progress of all active plans."""
        return progress_of(self.active)


def progress_of(plans: Iterable[Plan]) -> Progress:
    """Return the combined progress of plans: of their tasks, or where plans are items, of these."""
    plans = tuple(plans)
    counts = (plan.progress for plan in plans if plan.progress.unit is Unit.TASKS)
    tasks = reduce(add, counts, Progress())
    items = sum(plan.is_item for plan in plans)
    if (items and 2 * items >= len(plans)) or not (tasks or any(plan.progress for plan in plans)):
        return _progress_of_items(plans)
    return tasks


def _progress_of_items(plans: Sequence[Plan]) -> Progress:
    """Count plans by their status; nothing if none has one."""
    statuses = Counter(plan.status for plan in plans)
    if statuses[None] == len(plans):
        return Progress()
    is_begun = bool(statuses[Status.IN_PROGRESS])
    return Progress(statuses[Status.DONE], len(plans), Unit.PLANS, is_begun)


def build_portfolio(
    documents: Mapping[str, Document],
    rules: RoleRules,
    repository: SourceMap = DOCS,
    planning: PlanRules = DEFAULT,
    exists: Callable[[str], bool] = lambda _: False,
    files: Iterable[str] = (),
    memo: Memo = no_memo,
) -> Portfolio:
    """Build the portfolio from a site's pages.

    Args:
        documents: Every page of the site, by path.
        rules: The user's options for roles.
        repository: Maps pages to paths in the repository.
        planning: The rules for plans.
        exists: Whether a file or folder exists at a path from the repository's root.
        files: The site's other files, such as images.
        memo: Caches computed values for the next build.
    """
    roles, diagnostics = decide_roles(documents, rules, repository)
    index = PageIndex(documents, repository, files)
    groups, plan_diagnostics = find_plan_pages(roles, documents, index, repository)
    site_ids = with_named_pages(_ids_outside(groups, documents), documents)
    cache = PlanCache(documents, planning, site_ids, memo)
    made = [cache.make(group) for group in groups]
    plans = [each.plan for each in made]
    plan_diagnostics += chain.from_iterable(each.diagnostics for each in made)
    plans_of = _by_page(plans)
    ids = {each.plan.path: each.ids for each in made}
    id_linker = IdLinker(documents, roles, plans_of, ids, site_ids)
    page_ids = dict(id_linker.pages())
    linker = PageLinker(documents, index, roles, plans_of, SourceFiles(repository, exists))
    for path in sorted(documents):
        linker.link(documents[path])
    diagnostics += [found for path in roles for found in documents[path].diagnostics]
    diagnostics += plan_diagnostics + linker.diagnostics + id_linker.diagnostics
    return Portfolio(
        documents=documents,
        roles=roles,
        plans=tuple(plans),
        plans_of=plans_of,
        references=linker.references,
        backlinks=linker.backlinks.by_page(),
        ids=page_ids,
        diagnostics=_in_order(diagnostics),
    )


def _in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by page and line without duplicates; on one line, keep the order of discovery."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda found: (found.path, found.line)))


def _ids_outside(
    groups: Iterable[PlanPages], documents: Mapping[str, Document]
) -> Mapping[str, Sequence[IdTarget]]:
    """The definitions on pages outside plans, and in decisions, which are project-wide."""
    inside = {group.head for group in groups} | {
        path
        for group in groups
        for path, role in group.members.items()
        if role is not Role.DECISION
    }
    return definitions_of(page for path, page in documents.items() if path not in inside)


def _by_page(plans: Iterable[Plan]) -> dict[str, tuple[Plan, ...]]:
    found: defaultdict[str, list[Plan]] = defaultdict(list)
    for plan in plans:
        found[plan.path].append(plan)
        for member in plan.members:
            found[member.path].append(plan)
    return {path: tuple(owners) for path, owners in found.items()}
