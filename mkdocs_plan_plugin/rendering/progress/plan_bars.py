"""The bars of plans: in a list, and small ones behind links."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.progress.captions import plan_segments
from mkdocs_plan_plugin.rendering.site import row_of


def progress(context: RenderContext, asked: Request) -> str:
    """A line for each plan: its name, bar and number."""
    rows = [row_of(plan, context.links, context.words, asked.page) for plan in asked.plans]
    return context.render("progress", rows=rows)


def inline(context: RenderContext, plan: Plan) -> str:
    """A small bar, to stand behind a link."""
    return context.render("inline", plan=plan, segments=plan_segments(plan))
