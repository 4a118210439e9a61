"""The widgets that comments on pages ask for."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_plan_plugin.model import Diagnostic, Plan
from mkdocs_plan_plugin.planning.directives import DIRECTIVES, Request, request_of
from mkdocs_plan_plugin.planning.selection import Selector
from mkdocs_plan_plugin.portfolio import Portfolio
from mkdocs_plan_plugin.rendering.site_widgets import SiteRenderer
from mkdocs_plan_plugin.rendering.widgets import Renderer


class Directives:
    """Makes what directives ask for.

    Args:
        portfolio: The plans.
        site: Makes the widgets about many plans.
        pages: Makes those about one.
        notes: What authors should know.
    """

    def __init__(
        self,
        portfolio: Portfolio,
        site: SiteRenderer,
        pages: Renderer,
        notes: Sequence[Diagnostic] = (),
    ) -> None:
        self._portfolio = portfolio
        self._site = site
        self._pages = pages
        self._notes = notes
        self._selector = Selector(portfolio.plans, portfolio.plans_of)

    def widget(self, name: str, argument: str, page: str) -> str | None:
        """The HTML of a widget on a page; None: nobody knows what is meant."""
        if name not in DIRECTIVES:
            return None
        request = request_of(name, argument, page, self._selector, self._portfolio.plans)
        if request.selection.problem:
            return None
        return self._of_site(request, page) or self._of_plans(request, page)

    def inline(self, plan: Plan) -> str:
        """The bar of a plan, to stand behind a link."""
        return self._site.inline(plan)

    def _of_site(self, request: Request, page: str) -> str:
        plans = request.selection.plans
        match request.name:
            case "overview":
                return self._site.overview(plans, page)
            case "roadmap":
                return self._site.roadmap(plans, page, request.key)
            case "board":
                return self._site.board(plans, page)
            case "totals":
                return self._site.totals(plans)
            case "ready":
                return self._site.ready(plans, page)
            case "ticked":
                return self._site.ticked(plans, page)
            case "mend":
                return self._site.to_mend(self._notes)
        return ""

    def _of_plans(self, request: Request, page: str) -> str:
        plans = request.selection.plans
        match request.name:
            case "progress":
                return self._site.progress(plans, page)
            case "links":
                return self._site.pages(plans, page)
            case "matrix":
                return self._site.matrix(self._with_requirements(plans, page), page)
            case "timeline" if len(plans) == 1:
                return self._pages.timeline(plans[0], page)
            case "timeline":
                return self._site.roadmap(plans, page)
        return self._tasks(request, page)

    def _with_requirements(self, plans: Sequence[Plan], page: str) -> Sequence[Plan]:
        """On the page of a plan its own, whatever they have."""
        if self._portfolio.plans_of.get(page):
            return plans
        return [plan for plan in plans if plan.coverage.served]

    def _tasks(self, request: Request, page: str) -> str:
        plans = request.selection.plans
        if request.kind == "done":
            return self._site.ticked(plans, page, week=True)
        return (self._site.open_tasks if request.kind == "open" else self._site.ready)(plans, page)
