"""Lay out burn-up charts: tasks in scope, done and planned by day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mkdocs_plan_plugin.model import BurnUpPoint, Plan
from mkdocs_plan_plugin.planning.schedule import PlannedRow, planned_rows, planned_tasks
from mkdocs_plan_plugin.rendering.localization import Dates
from mkdocs_plan_plugin.rendering.progress import percent
from mkdocs_plan_plugin.rendering.schedule.axis import Tick, date_ticks

_MOST_ROWS = 24
"""With more, the table has the last day of each week, month or year."""
_PERIODS: tuple[Callable[[date], object], ...] = (
    lambda day: day,
    lambda day: day.isocalendar()[:2],
    lambda day: (day.year, day.month),
    lambda day: day.year,
)


class Level(NamedTuple):
    """A line across the chart at a number of tasks."""

    y: str
    label: int


@dataclass(frozen=True, slots=True)
class BurnUp:
    """A burn-up ready to draw, as SVG paths in a square of 100, and the rows of its table.

    `scope` is a line, `done` the upper edge of an area. `planned` is a line, or empty unless all
    its dates are known. `end` is where the done line ends.
    """

    scope: str
    done: str
    planned: str
    end: Level
    last: date
    levels: tuple[Level, ...]
    ticks: tuple[Tick, ...]
    rows: tuple[BurnUpPoint, ...]


def burn_up_of(plan: Plan, dates: Dates) -> BurnUp | None:
    """Lay out a plan's burn-up until the as-of date; None with less than two days of data."""
    if not plan.activity or len(plan.activity.burn_up) < 2:
        return None
    points = plan.activity.burn_up
    first, final = points[0].day, points[-1]
    last = final.day if final.done == final.total else max(dates.today, final.day)
    most = max(point.total for point in points)
    days = (last - first).days
    at = [100 * (point.day - first).days / days for point in points]
    planned = _planned(plan, first, days)
    return BurnUp(
        scope=_steps(at, [point.total / most for point in points]),
        done=_steps(at, [point.done / most for point in points]),
        planned="L".join(f"{x:.4g} {100 - 100 * count / most:.4g}" for x, count in planned),
        end=_level(final.done, most),
        last=last,
        levels=tuple(_level(count, most) for count in sorted({0, most // 2, most})),
        ticks=tuple(date_ticks(first, days, dates)),
        rows=_thinned(points),
    )


def _level(count: int, most: int) -> Level:
    return Level(percent(100 - 100 * count / most), count)


def _steps(at: Sequence[float], shares: Sequence[float]) -> str:
    """Return a stepped path that continues to the right end."""
    first, *others = (f"{100 - 100 * share:.4g}" for share in shares)
    parts = [f"M0 {first}", *(f"H{x:.4g}V{y}" for x, y in zip(at[1:], others, strict=True))]
    return "".join(parts) + "H100"


def _planned(plan: Plan, first: date, days: int) -> list[tuple[float, float]]:
    """Return the planned number of tasks by place; empty unless all have known dates."""
    schedule = plan.dated
    if not schedule or not schedule.origin:
        return []
    rows = planned_rows(plan, schedule)
    if not rows or sum(row.progress.total for row in rows) != plan.progress.total:
        return []
    begin = (first - schedule.origin).days
    turns = _turns(rows, begin, begin + days)
    return [(100 * (day - begin) / days, planned_tasks(rows, day)) for day in turns]


def _turns(rows: Sequence[PlannedRow], begin: float, end: float) -> list[float]:
    """Return the days within the chart on which the planned line changes its slope."""
    turns = {min(max(day, begin), end) for row in rows for day in (row.start, row.end)}
    return sorted({begin, *turns, end})


def _thinned(points: Sequence[BurnUpPoint]) -> tuple[BurnUpPoint, ...]:
    rows: Sequence[BurnUpPoint] = points
    for period in _PERIODS:
        rows = [*{period(point.day): point for point in points}.values()]
        if len(rows) <= _MOST_ROWS:
            break
    return tuple(rows)
