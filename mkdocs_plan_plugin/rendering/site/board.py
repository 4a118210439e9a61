"""Render the board: plans in columns by status."""

from __future__ import annotations

from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.plan_order import by_status, group_name
from mkdocs_plan_plugin.rendering.site.overview import rows_of


def board(context: RenderContext, request: Request) -> str:
    """Return plans in columns by status."""
    return context.render(
        "board",
        columns=[
            (group_name(status, context.words), rows_of(context, found, request.page))
            for status, found in by_status(request.plans)
        ],
    )
