"""Charts of schedules with the addresses of their rows."""

from __future__ import annotations

from datetime import date

from mkdocs_plan_plugin.model import Schedule
from mkdocs_plan_plugin.rendering.locator import Locator
from mkdocs_plan_plugin.rendering.timeline import Chart, Row, chart_of
from mkdocs_plan_plugin.rendering.words import Words


class ChartMaker:
    """Makes charts.

    Args:
        words: The catalogue.
        locator: Tells addresses.
        today: The as-of date.
    """

    def __init__(self, words: Words, locator: Locator, today: date) -> None:
        self._words = words
        self._locator = locator
        self._today = today

    def chart(self, schedule: Schedule, page: str) -> tuple[Chart, list[tuple[Row, str]]]:
        """A chart, and each of its rows with its address from a page."""
        chart = chart_of(schedule, self._today, self._words)
        return chart, [(row, self._url(row, page)) for row in chart.rows]

    def _url(self, row: Row, page: str) -> str:
        if not row.place:
            return ""
        url = row.task and self._locator.task_url(row.place.path, row.task, page)
        return url or self._locator.url(row.place, page)
