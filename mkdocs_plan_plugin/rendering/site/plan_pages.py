"""Render the pages of plans as lists of links."""

from __future__ import annotations

from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.plan_order import by_name


def pages(context: RenderContext, request: Request) -> str:
    """Return the pages of each plan."""
    found = [
        (context.links.plan(plan, request.page), context.links.pages(plan, request.page))
        for plan in sorted(request.plans, key=by_name)
    ]
    return context.render("pages", plans=found)
