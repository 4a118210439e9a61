"""Compare the planned and the actual dates of a timeline's row."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import NamedTuple

from mkdocs_plan_plugin.model import Bar, Schedule


class Variance(NamedTuple):
    """The kind of variance (`late`, `overdue`, `early`, `started-early`) and the number of days."""

    kind: str
    days: int


def variance_of(bar: Bar, schedule: Schedule, today: date) -> Variance | None:
    """Return the variance of a row, or None if it is on time, lacks dates or has no known state.

    Args:
        bar: The row.
        schedule: The schedule with the row.
        today: The as-of date.

    Returns:
        `overdue`: its last day has passed and it is not done. `late`, `early`: it was done after
        or before its last day. `started-early`: it was started before its first day.
    """
    end = known_end(bar, schedule)
    if bar.is_done and end:
        days = (bar.actual.last - end).days if bar.actual else 0
        return Variance("late" if days > 0 else "early", abs(days)) if days else None
    if days := overdue_days(bar, schedule, today):
        return Variance("overdue", days)
    if not schedule.origin or bar.start is None or not bar.progress.done or bar.is_done:
        return None
    start = schedule.origin + timedelta(days=math.floor(bar.start))
    return Variance("started-early", (start - today).days) if today < start else None


def overdue_days(bar: Bar, schedule: Schedule, today: date) -> int:
    """Return the days since the last day of a row that is known not to be done, else 0."""
    end = known_end(bar, schedule)
    return max(0, (today - end).days) if end and bar.is_done is False else 0


def known_end(bar: Bar, schedule: Schedule) -> date | None:
    """Return the day by which a row should be done, None if the text does not give it."""
    return planned_end(bar, schedule) if bar.has_end else None


def planned_end(bar: Bar, schedule: Schedule) -> date | None:
    """Return the last day on which a row with dates is drawn, else None."""
    if not schedule.origin or bar.end is None or bar.start is None:
        return None
    days = max(math.ceil(bar.end) - 1, math.floor(bar.start))
    return schedule.origin + timedelta(days=days)
