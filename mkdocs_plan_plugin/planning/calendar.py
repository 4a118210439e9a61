"""Working days: Monday to Friday, as durations are counted in them."""

from __future__ import annotations

import math
from datetime import date, timedelta

_SATURDAY = 5


def next_working_day(day: date) -> date:
    """The day itself, or the Monday after it."""
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return day


def last_day(start: date, working_days: float) -> date:
    """The day on which work that begins on `start` ends; a part of a day takes the day."""
    day = next_working_day(start)
    for _ in range(max(1, math.ceil(working_days)) - 1):
        day = next_working_day(day + timedelta(days=1))
    return day


def first_day(end: date, working_days: float) -> date:
    """The day on which work must begin to end on `end`."""
    day = end
    for _ in range(max(1, math.ceil(working_days)) - 1):
        day -= timedelta(days=1)
        while day.weekday() >= _SATURDAY:
            day -= timedelta(days=1)
    return day
