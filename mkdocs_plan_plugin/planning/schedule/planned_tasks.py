"""Compute how many tasks a schedule plans to be done by a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_plan_plugin.model import Plan, Progress, Schedule
from mkdocs_plan_plugin.planning.schedule.groups import main_rows


class PlannedRow(NamedTuple):
    """A row with tasks and a known end, in days on the axis of its schedule."""

    progress: Progress
    start: float
    end: float

    def share(self, now: float) -> float:
        """Return the share of its tasks that is planned to be done by now."""
        return min(1.0, max(0.0, (now - self.start) / max(self.end - self.start, 1.0)))


def planned_rows(plan: Plan, schedule: Schedule) -> list[PlannedRow]:
    """Return the rows of a plan whose dates and tasks are known."""
    rows = [*_dated_rows(schedule)]
    if not any(bar.progress for bar in schedule.bars):
        rows = [*_as_one_row(plan.progress, rows)]
    return [row for row in rows if row.progress]


def planned_tasks(rows: Sequence[PlannedRow], now: float) -> float:
    """Return the number of tasks that is planned to be done by now."""
    return sum(row.progress.total * row.share(now) for row in rows)


def _dated_rows(schedule: Schedule) -> Iterator[PlannedRow]:
    for bar in main_rows(schedule.bars):
        if bar.has_end and not bar.is_milestone and bar.start is not None and bar.end is not None:
            yield PlannedRow(bar.progress, bar.start, bar.end)


def _as_one_row(progress: Progress, rows: Sequence[PlannedRow]) -> Iterator[PlannedRow]:
    """The schedule of a plan without phases of its own is that of all its tasks."""
    if rows:
        yield PlannedRow(progress, min(row.start for row in rows), max(row.end for row in rows))
