"""Working days: which days are worked on, and where work of so many days begins and ends."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache

_WEEK = frozenset(range(7))
_SATURDAY, _SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are off.

    Attributes:
        weekend: The weekdays off, as `date.weekday()` counts them: Monday is 0.
        holidays: Single days off.
        holidays_in: The days off of a year, for those that recur. Calendars are compared and
            hashed with it, so of two equal ones it should be equal too.
    """

    weekend: frozenset[int] = frozenset({_SATURDAY, _SUNDAY})
    holidays: frozenset[date] = frozenset()
    holidays_in: Callable[[int], Iterable[date] | None] | None = None

    def __post_init__(self) -> None:
        if not self.weekend < _WEEK:
            raise ValueError("a weekend is made of weekdays, 0 to 6, and leaves at least one")

    @property
    def days_a_week(self) -> int:
        """How many days of a week are worked on."""
        return len(_WEEK) - len(self.weekend)

    @property
    def without_holidays(self) -> Calendar:
        """The same weeks, all of them alike."""
        return Calendar(self.weekend)


DEFAULT_CALENDAR = Calendar()
"""Monday to Friday."""


def next_working_day(day: date, calendar: Calendar = DEFAULT_CALENDAR) -> date:
    """The day itself, or the first working day after it."""
    return _ahead(day, 0, calendar)


def last_working_day(day: date, calendar: Calendar = DEFAULT_CALENDAR) -> date:
    """The day itself, or the last working day before it."""
    return _back(day, 0, calendar)


def last_day(start: date, working_days: float, calendar: Calendar = DEFAULT_CALENDAR) -> date:
    """The day on which work that begins on `start` ends; a part of a day takes the day.

    This and the other functions raise `OverflowError` where the calendar ends, as dates do.
    """
    return _ahead(start, whole_days(working_days) - 1, calendar)


def first_day(end: date, working_days: float, calendar: Calendar = DEFAULT_CALENDAR) -> date:
    """The day on which work must begin to end on `end`, or on the last working day before."""
    return _back(end, whole_days(working_days) - 1, calendar)


def whole_days(working_days: float) -> int:
    """The days that work takes: at least one."""
    return max(1, math.ceil(working_days))


def _ahead(day: date, count: int, calendar: Calendar) -> date:
    """The working day that is so many after the first one on or after a day."""
    year = day.year
    days = _working_days(calendar, year)
    at = bisect_left(days, day.toordinal()) + count
    while at >= len(days):
        at -= len(days)
        year += 1
        days = _working_days(calendar, year)
    return date.fromordinal(days[at])


def _back(day: date, count: int, calendar: Calendar) -> date:
    """The working day that is so many before the last one on or before a day."""
    year = day.year
    days = _working_days(calendar, year)
    at = bisect_right(days, day.toordinal()) - 1 - count
    while at < 0:
        year -= 1
        days = _working_days(calendar, year)
        at += len(days)
    return date.fromordinal(days[at])


# A year is looked through once, so that a century costs a hundred look-ups.
@lru_cache(maxsize=1024)
def _working_days(calendar: Calendar, year: int) -> tuple[int, ...]:
    """The working days of a year in order, by their number in the calendar of all days."""
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"the year {year} is out of range")
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    recurring = (calendar.holidays_in(year) or ()) if calendar.holidays_in else ()
    off = {day.toordinal() for day in (*calendar.holidays, *recurring)}
    # The first day of all was a Monday and has the number 1.
    weekdays = {(weekday + 1) % 7 for weekday in calendar.weekend}
    return tuple(
        day for day in range(first, last + 1) if day % 7 not in weekdays and day not in off
    )
