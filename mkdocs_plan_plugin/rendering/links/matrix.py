"""Render the coverage matrix: requirements by the tasks that cover them."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.links.definitions import title_of
from mkdocs_plan_plugin.rendering.page_links import Link


def matrix(context: RenderContext, request: Request) -> str:
    """Return a matrix for each plan."""
    plans = _with_requirements(context, request)
    tables = [_matrix(context, plan, request.page) for plan in plans]
    return "\n".join(tables) or context.render(
        "matrix", title=context.words("index.title"), tasks=[], rows=[]
    )


def _with_requirements(context: RenderContext, request: Request) -> Sequence[Plan]:
    """Return the plans with requirements; on a plan's page its own plans in any case."""
    if context.portfolio.plans_of.get(request.page):
        return request.plans
    return [plan for plan in request.plans if plan.coverage.requirements]


def _matrix(context: RenderContext, plan: Plan, page: str) -> str:
    requirements = plan.coverage.requirements
    used = {entry for each in requirements for entry in each.entries}
    tasks = [entry for entry in plan.breakdown if entry in used]
    return context.render(
        "matrix",
        title=plan.title,
        tasks=[context.links.short_entry(entry, page) for entry in tasks],
        rows=[
            (
                Link(context.links.target(each.target, page), each.target.definition.written),
                title_of(each.target.definition),
                each.progress,
                [("done" if e.is_done else "open") if e in each.entries else "" for e in tasks],
            )
            for each in requirements
        ],
    )
