"""The plans of a site, each worked out again only where something that it follows from changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from mkdocs_plan_plugin.model import Diagnostic, Document, IdTarget, Plan
from mkdocs_plan_plugin.planning.links import PlanIds
from mkdocs_plan_plugin.planning.memo import Memo
from mkdocs_plan_plugin.planning.pages import PlanPages, roles_in
from mkdocs_plan_plugin.planning.plan import make_plan
from mkdocs_plan_plugin.planning.rules import PlanRules


class CachedPlan(NamedTuple):
    """A plan, what its ids mean, and what its authors should know."""

    plan: Plan
    ids: PlanIds
    notes: list[Diagnostic]


class PlanCache:
    """Makes plans.

    Args:
        documents: Every page.
        rules: What plans are worked out by.
        site_ids: What pages of no plan define, and decisions.
        remember: Keeps what is worked out for the next build.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        rules: PlanRules,
        site_ids: Mapping[str, Sequence[IdTarget]],
        memo: Memo,
    ) -> None:
        self._documents = documents
        self._rules = rules
        self._memo = memo
        # Of two that are equal the known one, which each plan below is compared with at no cost.
        self._site_ids = memo("site ids", site_ids, lambda: site_ids)
        self._settings = replace(rules, past=None)

    def make(self, group: PlanPages) -> CachedPlan:
        """The plan of a group."""
        return self._memo(("plan", group.head), self._source_of(group), lambda: self._anew(group))

    def _anew(self, group: PlanPages) -> CachedPlan:
        roles = roles_in(group)
        pages = {path: self._documents[path] for path in roles}
        ids = PlanIds(roles, pages, self._site_ids)
        plan, notes = make_plan(group, pages, self._rules, ids)
        return CachedPlan(plan, ids, notes)

    def _source_of(self, group: PlanPages) -> tuple[object, ...]:
        """All that a plan follows from: no page but its own ones, and the rules."""
        pages = [group.head, *group.members]
        past = self._rules.past
        return (
            group.source,
            tuple(group.members.items()),
            [self._documents[path] for path in pages],
            past.of(pages) if past else None,
            self._settings,
            self._site_ids,
        )
