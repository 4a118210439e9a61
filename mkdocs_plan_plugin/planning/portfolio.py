"""The plans of a site: pages grouped, links resolved, diagnostics gathered.

The only holder of numbers: whatever shows a plan's progress takes it from here.
"""

from __future__ import annotations

from collections import defaultdict
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
        plans_of: The plans that each page is a part of; a spec may serve several.
        references: For each page, what the names and links on it mean.
        backlinks: For each page, where pages of other plans name it.
        ids: For each page, what its ids mean and what it defines.
        diagnostics: What the authors should know, in order of page and line.
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
        """The same with more that the authors should know."""
        return replace(self, diagnostics=_in_order([*self.diagnostics, *found]))

    def headed_by(self, path: str) -> Plan | None:
        """The plan that a page stands for."""
        return next((plan for plan in self.plans_of.get(path, ()) if plan.path == path), None)

    def requirements_on(
        self, path: str
    ) -> Mapping[int, Sequence[tuple[Plan, RequirementCoverage]]]:
        """The requirements that a page defines, by their line, with the plans that serve them."""
        found: defaultdict[int, list[tuple[Plan, RequirementCoverage]]] = defaultdict(list)
        for plan in self.plans_of.get(path, ()):
            for served in plan.coverage.requirements:
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
    repository: SourceMap = DOCS,
    planning: PlanRules = DEFAULT,
    exists: Callable[[str], bool] = lambda _: False,
    files: Iterable[str] = (),
    memo: Memo = no_memo,
) -> Portfolio:
    """Find the plans among a site's pages.

    Args:
        documents: Every page that the site shows, by its path.
        rules: The user's options on roles.
        repository: Where the pages are in the repository.
        planning: What plans are worked out by.
        exists: Whether the repository has a file or folder at a path from its root.
        files: The site's other files, such as images.
        memo: Keeps what is worked out for the next build.
    """
    roles, diagnostics = decide_roles(documents, rules, repository)
    index = PageIndex(documents, repository, files)
    groups, unsure = find_plan_pages(roles, documents, index, repository)
    site_ids = with_named_pages(_ids_outside(groups, documents), documents)
    kept = PlanCache(documents, planning, site_ids, memo)
    made = [kept.make(group) for group in groups]
    plans = [each.plan for each in made]
    unsure += chain.from_iterable(each.notes for each in made)
    plans_of = _by_page(plans)
    ids = {each.plan.path: each.ids for each in made}
    id_linker = IdLinker(documents, roles, plans_of, ids, site_ids)
    page_ids = dict(id_linker.pages())
    linker = PageLinker(documents, index, roles, plans_of, SourceFiles(repository, exists))
    for path in sorted(documents):
        linker.link(documents[path])
    diagnostics += [found for path in roles for found in documents[path].diagnostics]
    diagnostics += unsure + linker.diagnostics + id_linker.diagnostics
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
    """By page and line, each once; on one line as they were found, whatever their hashes are."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda found: (found.path, found.line)))


def _ids_outside(
    groups: Iterable[PlanPages], documents: Mapping[str, Document]
) -> Mapping[str, Sequence[IdTarget]]:
    """What pages of no plan define, and decisions, which are the whole project's."""
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
