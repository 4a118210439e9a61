"""Compare the planned and the actual dates of a timeline's row."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import NamedTuple

from mkdocs_plan_plugin.model import Bar, Schedule, Status


class Variance(NamedTuple):
    """The kind of variance, `late`, `overdue`, `early` or `ahead`, and the number of days."""

    kind: str
    days: int


def variance_of(bar: Bar, schedule: Schedule, today: date) -> Variance | None:
    """Return the variance of a row, or None if it is on time or lacks dates.

    Args:
        bar: The row.
        schedule: The schedule with the row.
        today: The as-of date.

    Returns:
        `overdue`: its last day has passed and it is not done. `late`, `early`: it was done after
        or before its last day. `ahead`: it was started before its first day.
    """
    end = planned_end(bar, schedule)
    if not end or not schedule.origin or not bar.progress:
        return None
    if bar.progress.status is Status.DONE:
        if not bar.actual or bar.actual.last == end:
            return None
        days = (bar.actual.last - end).days
        return Variance("late", days) if days > 0 else Variance("early", -days)
    if end < today:
        return Variance("overdue", (today - end).days)
    start = schedule.origin + timedelta(days=math.floor(bar.start or 0))
    if today < start and bar.progress.done:
        return Variance("ahead", (start - today).days)
    return None


def planned_end(bar: Bar, schedule: Schedule) -> date | None:
    """Return the last day of a row with dates, else None."""
    if not schedule.origin or bar.end is None or bar.start is None:
        return None
    days = max(math.ceil(bar.end) - 1, math.floor(bar.start))
    return schedule.origin + timedelta(days=days)
