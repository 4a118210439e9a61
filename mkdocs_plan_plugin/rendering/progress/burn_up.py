"""Lay out burn-up charts: tasks in scope and tasks done by day, as two stepped lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_plan_plugin.model import Activity, BurnUpPoint

_MOST_ROWS = 24
"""With more, the table has the last day of each week, month or year."""
_PERIODS: tuple[Callable[[date], object], ...] = (
    lambda day: day,
    lambda day: day.isocalendar()[:2],
    lambda day: (day.year, day.month),
    lambda day: day.year,
)


@dataclass(frozen=True, slots=True)
class BurnUp:
    """A burn-up ready to draw, as SVG paths in a square of 100, and the rows of its table.

    `scope` is a line, `done` an area.
    """

    scope: str
    done: str
    first: date
    last: date
    rows: tuple[BurnUpPoint, ...]


def burn_up_of(activity: Activity | None, today: date) -> BurnUp | None:
    """Lay out a burn-up until the as-of date; None with less than two days of data."""
    if not activity or len(activity.burn_up) < 2:
        return None
    points = activity.burn_up
    is_done = points[-1].done == points[-1].total
    last = points[-1].day if is_done else max(today, points[-1].day)
    most = max(point.total for point in points)
    days = (last - points[0].day).days
    at = [100 * (point.day - points[0].day).days / days for point in points]
    done = _steps(at, [point.done / most for point in points])
    return BurnUp(
        scope=_steps(at, [point.total / most for point in points]),
        done=f"{done}V100H0z",
        first=points[0].day,
        last=last,
        rows=_thinned(points),
    )


def _steps(at: Sequence[float], shares: Sequence[float]) -> str:
    """Return a stepped path that continues to the right end."""
    first, *others = (f"{100 - 100 * share:.4g}" for share in shares)
    parts = [f"M0 {first}", *(f"H{x:.4g}V{y}" for x, y in zip(at[1:], others, strict=True))]
    return "".join(parts) + "H100"


def _thinned(points: Sequence[BurnUpPoint]) -> tuple[BurnUpPoint, ...]:
    rows: Sequence[BurnUpPoint] = points
    for period in _PERIODS:
        rows = [*{period(point.day): point for point in points}.values()]
        if len(rows) <= _MOST_ROWS:
            break
    return tuple(rows)
