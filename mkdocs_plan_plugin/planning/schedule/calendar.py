"""Compute with working days: which days they are, and when work of a given length ends."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

YEARS = range(1900, 2200)
"""The years that a plan can be in; others are typos."""

_WEEK = frozenset(range(7))
_SATURDAY, _SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are off.

    Attributes:
        weekend: The weekdays off, numbered as by `date.weekday()`: Monday is 0.
        holidays: Single days off.
        holidays_in: Returns the recurring days off in a year. It is part of the calendar's
            equality and hash, so equal calendars need equal functions.
    """

    weekend: frozenset[int] = frozenset({_SATURDAY, _SUNDAY})
    holidays: frozenset[date] = frozenset()
    holidays_in: Callable[[int], Iterable[date] | None] | None = None

    def __post_init__(self) -> None:
        if not self.weekend < _WEEK:
            raise ValueError("weekend must be weekdays (0 to 6), but not all of them")

    @property
    def days_a_week(self) -> int:
        """The number of working days in a week."""
        return len(_WEEK) - len(self.weekend)

    @property
    def without_holidays(self) -> Calendar:
        """The calendar with the same weekend and no holidays."""
        return Calendar(self.weekend)


DEFAULT_CALENDAR = Calendar()
"""Monday to Friday."""


def next_working_day(day: date, calendar: Calendar = DEFAULT_CALENDAR) -> date:
    """Return the day itself, or the first working day after it."""
    return _working_day_after(day, 0, calendar)


def last_working_day(day: date, calendar: Calendar = DEFAULT_CALENDAR) -> date:
    """Return the day itself, or the last working day before it."""
    return _working_day_before(day, 0, calendar)


def last_day(start: date, working_days: float, calendar: Calendar = DEFAULT_CALENDAR) -> date:
    """Return the day on which work that begins on `start` ends; part of a day counts as a day.

    This and the other functions raise `OverflowError` outside of `YEARS`.
    """
    return _working_day_after(start, whole_days(working_days) - 1, calendar)


def first_day(end: date, working_days: float, calendar: Calendar = DEFAULT_CALENDAR) -> date:
    """Return the day on which work must begin to end on `end`, or the last working day before."""
    return _working_day_before(end, whole_days(working_days) - 1, calendar)


def whole_days(working_days: float) -> int:
    """Round a duration up to whole days, at least one."""
    return max(1, math.ceil(working_days))


def _working_day_after(day: date, count: int, calendar: Calendar) -> date:
    """The working day that is `count` working days after the first one on or after a day."""
    year = day.year
    days = _working_days(calendar, year)
    at = bisect_left(days, day.toordinal()) + count
    while at >= len(days):
        at -= len(days)
        year += 1
        days = _working_days(calendar, year)
    return date.fromordinal(days[at])


def _working_day_before(day: date, count: int, calendar: Calendar) -> date:
    """The working day that is `count` working days before the last one on or before a day."""
    year = day.year
    days = _working_days(calendar, year)
    at = bisect_right(days, day.toordinal()) - 1 - count
    while at < 0:
        year -= 1
        days = _working_days(calendar, year)
        at += len(days)
    return date.fromordinal(days[at])


# Each year is computed once, so that a span of a century costs a hundred look-ups.
@lru_cache(maxsize=1024)
def _working_days(calendar: Calendar, year: int) -> tuple[int, ...]:
    """The working days of a year in order, as ordinals."""
    if year not in YEARS:
        raise OverflowError(f"the year {year} is out of range")
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    recurring = (calendar.holidays_in(year) or ()) if calendar.holidays_in else ()
    off = {day.toordinal() for day in (*calendar.holidays, *recurring)}
    # Ordinal 1 is a Monday.
    weekdays = {(weekday + 1) % 7 for weekday in calendar.weekend}
    return tuple(
        day for day in range(first, last + 1) if day % 7 not in weekdays and day not in off
    )
