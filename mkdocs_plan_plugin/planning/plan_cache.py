"""Build the plans of a site, reusing those whose sources have not changed since the last build."""

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
    """A plan, its ids, and the problems found."""

    plan: Plan
    ids: PlanIds
    diagnostics: list[Diagnostic]


class PlanCache:
    """Builds plans, or takes them from the previous build.

    Args:
        documents: Every page.
        rules: The rules for plans.
        site_ids: The definitions on pages outside plans, and in decisions.
        memo: Caches plans for the next build.
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
        # Reusing the equal object of the last build makes the comparison for each plan free.
        self._site_ids = memo("site ids", site_ids, lambda: site_ids)
        self._settings = replace(rules, past=None)

    def make(self, group: PlanPages) -> CachedPlan:
        """Return the plan of a group of pages."""
        return self._memo(("plan", group.head), self._source_of(group), lambda: self._build(group))

    def _build(self, group: PlanPages) -> CachedPlan:
        roles = roles_in(group)
        pages = {path: self._documents[path] for path in roles}
        ids = PlanIds(roles, pages, self._site_ids)
        plan, diagnostics = make_plan(group, pages, self._rules, ids)
        return CachedPlan(plan, ids, diagnostics)

    def _source_of(self, group: PlanPages) -> tuple[object, ...]:
        """Everything that a plan depends on: its own pages, site-wide ids and the rules."""
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
