"""Working days: Monday to Friday, as durations are counted in them."""

from __future__ import annotations

import math
from datetime import date, timedelta

from mkdocs_plan_plugin.reading.spans import DAYS_A_WEEK

_FRIDAY, _SATURDAY = 4, 5


def next_working_day(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= _SATURDAY else day


def last_working_day(day: date) -> date:
    """The day itself, or the Friday before it."""
    return day - timedelta(days=max(0, day.weekday() - _FRIDAY))


def last_day(start: date, working_days: float) -> date:
    """The day on which work that begins on `start` ends; a part of a day takes the day."""
    day = next_working_day(start)
    weeks, days = divmod(max(1, math.ceil(working_days)) - 1, DAYS_A_WEEK)
    if day.weekday() + days > _FRIDAY:
        days += 2
    return day + timedelta(weeks=weeks, days=days)


def first_day(end: date, working_days: float) -> date:
    """The day on which work must begin to end on `end`."""
    day = last_working_day(end)
    weeks, days = divmod(max(1, math.ceil(working_days)) - 1, DAYS_A_WEEK)
    if day.weekday() - days < 0:
        days += 2
    return day - timedelta(weeks=weeks, days=days)
