"""Widgets over all plans of a site: overview, board, totals, lists of tasks."""

from mkdocs_plan_plugin.rendering.site.board import board
from mkdocs_plan_plugin.rendering.site.index_page import index_page
from mkdocs_plan_plugin.rendering.site.issues import issues
from mkdocs_plan_plugin.rendering.site.overview import overview, row_of
from mkdocs_plan_plugin.rendering.site.plan_pages import pages
from mkdocs_plan_plugin.rendering.site.tasks import completed, open_tasks, ready, ticked_this_week
from mkdocs_plan_plugin.rendering.site.totals import totals

__all__ = [
    "board",
    "completed",
    "index_page",
    "issues",
    "open_tasks",
    "overview",
    "pages",
    "ready",
    "row_of",
    "ticked_this_week",
    "totals",
]
