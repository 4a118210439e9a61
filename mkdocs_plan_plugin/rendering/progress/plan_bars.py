"""Render the progress bars of plans: in a list, and small ones after links."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.progress.captions import plan_segments
from mkdocs_plan_plugin.rendering.site import row_of


def progress(context: RenderContext, request: Request) -> str:
    """Return a list of plans with their title, bar and count."""
    rows = [row_of(context, plan, request.page) for plan in request.plans]
    return context.render("progress", rows=rows)


def inline(context: RenderContext, plan: Plan) -> str:
    """Return a small bar to put after a link."""
    return context.render("inline", plan=plan, segments=plan_segments(plan))
