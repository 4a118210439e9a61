"""Render the widgets about all plans of a site: overview, board, totals, task lists."""

from mkdocs_plan_plugin.rendering.site.board import board
from mkdocs_plan_plugin.rendering.site.index_page import index_page
from mkdocs_plan_plugin.rendering.site.issues import issues
from mkdocs_plan_plugin.rendering.site.overview import overview
from mkdocs_plan_plugin.rendering.site.plan_pages import pages
from mkdocs_plan_plugin.rendering.site.plan_rows import row_of
from mkdocs_plan_plugin.rendering.site.tasks import (
    completed,
    completed_this_week,
    open_tasks,
    ready,
)
from mkdocs_plan_plugin.rendering.site.totals import totals

__all__ = [
    "board",
    "completed",
    "completed_this_week",
    "index_page",
    "issues",
    "open_tasks",
    "overview",
    "pages",
    "ready",
    "row_of",
    "totals",
]
