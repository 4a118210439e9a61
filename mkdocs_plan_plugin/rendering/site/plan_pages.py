"""The pages of plans."""

from __future__ import annotations

from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.plan_order import by_name


def pages(context: RenderContext, asked: Request) -> str:
    """The pages of each plan."""
    found = [
        (context.links.plan(plan, asked.page), context.links.pages(plan, asked.page))
        for plan in sorted(asked.plans, key=by_name)
    ]
    return context.render("pages", plans=found)
