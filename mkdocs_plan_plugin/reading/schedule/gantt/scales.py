"""Compute the ends of a Mermaid gantt chart's tasks, on days or in working time.

With dates, a task has the days that Mermaid draws: `3d` are calendar days, halves of days are
rounded up, `1M` is a month, an end date is exclusive (unless the chart has `inclusiveEndDates`),
and a length is extended by the days that the chart excludes. Without any date, lengths are working
time from the start of the plan, which is not in the chart.
"""

from __future__ import annotations

import calendar
import math
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple, Protocol

from mkdocs_plan_plugin.model import Span
from mkdocs_plan_plugin.reading.schedule.gantt.dates import DateFormat, read_day
from mkdocs_plan_plugin.reading.time import HOURS_A_DAY, SpanRules, days_a_month

_LENGTH = re.compile(r"(?P<number>\d{1,5}(?:\.\d{1,3})?)\s*(?P<unit>ms|[Mdhmswy])")
_CLOCK = {"ms": 1 / 3_600_000, "s": 1 / 3600, "m": 1 / 60, "h": 1.0}
"""Units in hours."""
_CALENDAR = {"d": 1, "w": 7}
"""Units in days."""
_MONTHS = {"M": 1, "y": 12}
"""Units in months."""
_CENTURY = timedelta(days=36_525)
_WEEK = 7
_WEEKDAYS = tuple(map(str.lower, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
                                  "Saturday", "Sunday")))  # fmt: skip


class End(NamedTuple):
    """When a task ends, and where its bar ends: before trailing days off."""

    time: datetime
    drawn: datetime


class Scale(Protocol):
    """A scale of time."""

    @property
    def begin(self) -> datetime | None:
        """The start of the first task, if it does not say it."""

    def read(self, text: str) -> datetime | None:
        """Read a point of time."""

    def end(self, start: datetime, text: str) -> End | None:
        """Return the end of a task by its end or length, None if it cannot be read."""

    def span(self, start: datetime, end: End, *, is_milestone: bool) -> Span:
        """Return the days of a task."""


@dataclass(frozen=True, slots=True)
class DaysOff:
    """The days that a chart excludes: weekdays by number, single days by ordinal.

    `included` are single days that would be off by their weekday.
    """

    weekdays: frozenset[int] = frozenset()
    excluded: tuple[int, ...] = ()
    included: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.weekdays or self.excluded)

    def after(self, day: date, count: int) -> date:
        """Return the day on which the count of days that are not off is reached after a day.

        Raises:
            ValueError, OverflowError: It is out of range.
        """
        first = day.toordinal() + count
        days = range(first, date.max.toordinal() + 1)
        wanted = self._worked(day.toordinal()) + count
        return date.fromordinal(first + bisect_left(days, wanted, key=self._worked))

    def _worked(self, ordinal: int) -> int:
        """The number of days up to a day that are not off. The first ordinal is a Monday."""
        weeks, rest = divmod(ordinal, _WEEK)
        days = weeks * (_WEEK - len(self.weekdays)) + sum(
            weekday not in self.weekdays for weekday in range(rest)
        )
        return days - bisect_right(self.excluded, ordinal) + bisect_right(self.included, ordinal)


def read_days_off(excludes: str, includes: str, form: DateFormat, weekend: str) -> DaysOff:
    """Read `excludes weekends, friday, 2026-12-24`; a weekend may begin on Friday."""
    words = _words(excludes)
    weekdays = {_WEEKDAYS.index(word) for word in words if word in _WEEKDAYS}
    if "weekends" in words:
        weekdays |= {4, 5} if weekend == "friday" else {5, 6}
    if len(weekdays) == _WEEK:  # no task would end
        weekdays = set()
    excluded, included = _days(words, form), _days(_words(includes), form)
    is_off = {day: (day - 1) % _WEEK in weekdays for day in excluded | included}
    return DaysOff(
        frozenset(weekdays),
        tuple(sorted(day for day in excluded - included if not is_off[day])),
        tuple(sorted(day for day in included if is_off[day])),
    )


def _words(text: str) -> list[str]:
    return re.split(r"[\s,]+", text.strip().lower())


def _days(words: list[str], form: DateFormat) -> set[int]:
    return {day.toordinal() for word in words if (day := read_day(word, form))}


@dataclass(frozen=True, slots=True)
class Days:
    """Calendar days."""

    form: DateFormat
    off: DaysOff = DaysOff()
    is_inclusive: bool = False
    begin: datetime | None = None

    def read(self, text: str) -> datetime | None:
        """Read a date."""
        return read_day(text, self.form)

    def end(self, start: datetime, text: str) -> End | None:
        """Return the end for an end date, or for a length."""
        try:
            if day := self.read(text):
                end = day + timedelta(days=self.is_inclusive)
                return End(end, end)
            until = _later(start, text)
            return self._without_days_off(start, until) if until else None
        except (OverflowError, ValueError):  # after the year 9999
            return None

    def _without_days_off(self, start: datetime, end: datetime) -> End | None:
        length = end - start
        if length > _CENTURY:
            return None
        if not self.off or not length.days:
            return End(end, end)
        rest = length - timedelta(days=length.days)
        time = datetime.combine(self.off.after(start.date(), length.days), start.time())
        last = datetime.combine(self.off.after(start.date(), length.days - 1), start.time())
        return End(time + rest, last + timedelta(days=1) + rest)

    def span(self, start: datetime, end: End, *, is_milestone: bool) -> Span:
        """Return the days from a start to an end; an end at midnight is the day before."""
        if is_milestone:
            return Span(start=(start + (end.time - start) / 2).date())
        if end.drawn <= start:
            return Span(start=start.date(), end=end.drawn.date())
        return Span(start=start.date(), end=(end.drawn - timedelta(microseconds=1)).date())


def _later(start: datetime, text: str) -> datetime | None:
    """Add a length to a start, rounded as Day.js does."""
    match = _LENGTH.fullmatch(text)
    if not match:
        return None
    number, unit = float(match["number"]), match["unit"]
    if unit in _CLOCK:
        return start + timedelta(hours=number * _CLOCK[unit])
    if unit in _CALENDAR:
        return start + timedelta(days=math.floor(number * _CALENDAR[unit] + 0.5))
    years, month = divmod(start.month - 1 + int(number) * _MONTHS[unit], 12)
    year = start.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return start.replace(year=year, month=month + 1, day=min(start.day, last))


_NO_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 (stands for an unknown day)


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """Working time from the start of the plan, or from the first time of day, `begin`."""

    rules: SpanRules
    form: DateFormat | None = None
    begin: datetime = _NO_DAY

    def read(self, text: str) -> datetime | None:
        """Read a time of day."""
        time = self.form.read(text) if self.form else None
        if not time:
            return None
        midnight = time.replace(hour=0, minute=0, second=0)
        return _NO_DAY + (time - midnight) * 24 / HOURS_A_DAY

    def end(self, start: datetime, text: str) -> End | None:
        """Return the end for a time of day, or for a length."""
        time = self.read(text)
        match = _LENGTH.fullmatch(text)
        if match and not time:
            days = float(match["number"]) * self._size(match["unit"])
            time = start + timedelta(days=days) if days <= _CENTURY.days else None
        return End(time, time) if time else None

    def _size(self, unit: str) -> float:
        """Return the length of a unit in working days."""
        if unit in _CLOCK:
            return _CLOCK[unit] / HOURS_A_DAY
        if unit in _MONTHS:
            return _MONTHS[unit] * days_a_month(self.rules.days_a_week)
        return self.rules.days_a_week if unit == "w" else 1

    def span(self, start: datetime, end: End, *, is_milestone: bool) -> Span:
        """Return the position in working days; a milestone is on the last day before it."""
        first, last = ((time - self.begin) / timedelta(days=1) for time in (start, end.time))
        if is_milestone or first == last:
            last = max(1, math.ceil((first + last) / 2))
            first = last - 1
        return Span(first=first, last=last)
