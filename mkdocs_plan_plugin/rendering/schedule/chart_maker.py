"""Lay out charts of schedules, with the URLs of their rows."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Schedule
from mkdocs_plan_plugin.rendering.context import RenderContext
from mkdocs_plan_plugin.rendering.locator import Locator
from mkdocs_plan_plugin.rendering.schedule.timeline import Chart, ChartRow, chart_of


def linked_chart(
    context: RenderContext, schedule: Schedule, page: str
) -> tuple[Chart, list[tuple[ChartRow, str]]]:
    """Return a chart, and each of its rows with its URL from a page."""
    chart = chart_of(schedule, context.words, context.dates)
    return chart, [(row, _url(row, page, context.locator)) for row in chart.rows]


def _url(row: ChartRow, page: str, locator: Locator) -> str:
    if not row.location:
        return ""
    url = row.task and locator.task_url(row.location.path, row.task, page)
    return url or locator.url(row.location, page)
