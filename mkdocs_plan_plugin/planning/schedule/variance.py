"""Whether a row of a timeline is late, early or on time."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import NamedTuple

from mkdocs_plan_plugin.model import Bar, Schedule, Status


class Variance(NamedTuple):
    """How a row does: `late`, `overdue`, `early`, `ahead`; and by how many days."""

    kind: str
    days: int


def variance_of(bar: Bar, schedule: Schedule, today: date) -> Variance | None:
    """Compare what was planned with what happened; None where nothing tells of either.

    Args:
        bar: The row.
        schedule: What it is a row of.
        today: The as-of date.

    Returns:
        `overdue`: it should have ended, and is not done. `late` and `early`: it is done, after
        or before its last day. `ahead`: work on it has begun before its first day.
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
    """The last day of a row that has dates."""
    if not schedule.origin or bar.end is None or bar.start is None:
        return None
    days = max(math.ceil(bar.end) - 1, math.floor(bar.start))
    return schedule.origin + timedelta(days=days)
