"""The board: plans in columns by their status."""

from __future__ import annotations

from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.plan_order import by_status, group_name
from mkdocs_plan_plugin.rendering.site.overview import rows_of


def board(context: RenderContext, asked: Request) -> str:
    """The plans in columns by status."""
    return context.render(
        "board",
        columns=[
            (group_name(status, context.words), rows_of(context, found, asked.page))
            for status, found in by_status(asked.plans)
        ],
    )
