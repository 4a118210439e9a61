"""Place the rows of a schedule on an axis of dates, or of working days since the plan's start."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from mkdocs_plan_plugin.model import Bar, Schedule, ScheduleEntry, Span
from mkdocs_plan_plugin.planning.schedule.calendar import (
    YEARS,
    Calendar,
    first_day,
    last_day,
    last_working_day,
    next_working_day,
    whole_days,
)
from mkdocs_plan_plugin.planning.schedule.order import Start, is_unplaced_milestone

_WEEK = 7
_DIGITS = 6
"""How exactly days are computed from their share of a week."""


class Interval(NamedTuple):
    """The position of a row, from `start` to `end` (exclusive), or to `least` at best.

    Rows after it can begin at `free`. On an axis of dates, the values are ordinals.
    """

    start: float
    end: float
    free: float
    least: float | None = None

    def shifted(self, days: float) -> Interval:
        """Return the interval on an axis that begins a number of days earlier."""
        least = self.least + days if self.least is not None else None
        return Interval(self.start + days, self.end + days, self.free + days, least)


class Axis(Protocol):
    """An axis to place rows on."""

    @property
    def begin(self) -> float | None:
        """The plan's start, if known."""

    def own(self, span: Span) -> Interval | None:
        """Return the interval of a span with a position of its own, else None."""

    def following(self, free: float, span: Span) -> Interval | None:
        """Return the interval of a duration that can begin at `free`."""

    def point(self, end: float, free: float) -> Interval | None:
        """Return the interval of a milestone that ends at `end`."""


def place_rows(
    entries: Sequence[ScheduleEntry], starts: Sequence[Start], axis: Axis
) -> list[Interval | None]:
    """Place rows on an axis.

    Args:
        entries: The rows.
        starts: The rows in an order in which each can be placed.
        axis: The axis.

    Returns:
        The interval of each row, or None if its position is unknown.
    """
    found: list[Interval | None] = [None] * len(entries)
    for start in starts:
        for row in start.rows:
            found[row] = _own(entries[row], axis)
        after = [found[row] for row in start.after]
        fixed = [row for row in start.rows if found[row]]
        alongside = [found[row] for row in fixed or start.alongside]
        for row in start.rows:
            if not (found[row] or start.is_unknown or is_unplaced_milestone(entries[row])):
                found[row] = _placed(entries[row], after, alongside, axis)
    return found


def with_interval(bar: Bar, interval: Interval) -> Bar:
    """Return a row at an interval."""
    return replace(bar, start=interval.start, end=interval.end, least=interval.least)


def starting(schedule: Schedule | None, day: date) -> Schedule:
    """Return the schedule on an axis of dates that begins no later than a day."""
    if not schedule:
        return Schedule((), 0, day)
    days = (schedule.origin - day).days if schedule.origin else 0
    if schedule.origin and days <= 0:
        return schedule
    bars = tuple(_shifted(bar, days) for bar in schedule.bars)
    return replace(schedule, bars=bars, length=schedule.length + days, origin=day)


def _shifted(bar: Bar, days: int) -> Bar:
    if bar.start is None or bar.end is None:
        return bar
    return with_interval(bar, Interval(bar.start, bar.end, bar.end, bar.least).shifted(days))


def _own(entry: ScheduleEntry, axis: Axis) -> Interval | None:
    """The interval that the text gives; a milestone is on its last day."""
    own = axis.own(entry.span)
    return Interval(_day_before(own.end), own.end, own.free) if own and entry.is_milestone else own


def _day_before(end: float) -> float:
    """The start of the last day before an end."""
    return max(0.0, math.ceil(end) - 1)


def _placed(
    entry: ScheduleEntry,
    after: Sequence[Interval | None],
    alongside: Sequence[Interval | None],
    axis: Axis,
) -> Interval | None:
    """Place a row after its dependencies, and not before the first row that it runs alongside."""
    ended = [interval for interval in after if interval]
    started = [interval.start for interval in alongside if interval]
    if len(ended) < len(after) or len(started) < len(alongside):
        return None
    now = [min(started)] if started else []
    if not after and not alongside and axis.begin is not None:
        now = [axis.begin]
    free = max((*now, *(interval.free for interval in ended)), default=None)
    if free is None:
        return None
    if not entry.is_milestone:
        return axis.following(free, entry.span)
    reached = axis.following(free, entry.span)
    if reached:
        return axis.point(reached.end, reached.free)
    return axis.point(max((*(each + 1 for each in now), *(each.end for each in ended))), free)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """An axis of working days since the plan's start, whose date is unknown.

    With `is_whole`, a part of a day counts as a day, as on an axis of dates.
    """

    is_whole: bool = False
    begin: float | None = 0.0

    def own(self, span: Span) -> Interval | None:
        """Return the interval of a position such as `Week 3`."""
        if span.first is None or span.last is None:
            return None
        if self.is_whole:
            return _lasting(math.floor(span.first), math.ceil(span.last))
        return _lasting(span.first, span.last)

    def following(self, free: float, span: Span) -> Interval | None:
        """Return the interval of a duration from `free`."""
        if not span.most:
            return None
        if self.is_whole:
            return _lasting(free, free + whole_days(span.most))
        return _lasting(free, free + span.most, free + _least(span, span.most))

    def point(self, end: float, free: float) -> Interval | None:
        """Return the last day, or part of a day, before `end`."""
        return Interval(_day_before(end), end, free)


def _lasting(start: float, end: float, least: float | None = None) -> Interval:
    return Interval(start, end, end, least if least != end else None)


def _least(span: Span, most: float) -> float:
    return most if span.least is None else min(span.least, most)


@dataclass(frozen=True, slots=True)
class Dates:
    """An axis of dates, on which durations are in working days."""

    calendar: Calendar
    start: date | None = None

    @property
    def begin(self) -> float | None:
        """The plan's start, if known."""
        return self.start.toordinal() if self.start else None

    def own(self, span: Span) -> Interval | None:
        """Return the interval of dates, or of `Week 3` if the plan's start is known."""
        try:
            return _within_years(self._own(span))
        except OverflowError:
            return None

    def following(self, free: float, span: Span) -> Interval | None:
        """Return the interval of a duration from the first working day at or after `free`."""
        try:
            start = next_working_day(_date(free), self.calendar)
            return _within_years(self._from(start, span, span.most)) if span.most else None
        except OverflowError:
            return None

    def point(self, end: float, free: float) -> Interval | None:
        """Return the last day before `end`, or the next working day."""
        try:
            day = next_working_day(_date(end - 1), self.calendar).toordinal()
        except OverflowError:
            return None
        return _within_years(Interval(day, day + 1, free))

    def _own(self, span: Span) -> Interval | None:
        if span.start and span.end:
            return _days(span.start, span.end)
        if span.end and span.most:
            return _days(self._first(span.end, span, span.most), span.end)
        if span.start and span.most:
            return self._from(span.start, span, span.most)
        if day := span.start or span.end:
            # A single day takes no time: the next row can begin on it.
            return _days(day, day)._replace(free=day.toordinal())
        if span.first is None or span.last is None or not self.start:
            return None
        return self._at(self.start, math.floor(span.first), math.ceil(span.last))

    def _from(self, start: date, span: Span, most: float) -> Interval:
        least = self._last(start, span, _least(span, most))
        return _days(start, self._last(start, span, most), least)

    def _last(self, start: date, span: Span, length: float) -> date:
        """Return the last day of a duration from its first one."""
        if span.is_calendar:
            return start + self._calendar_days(length)
        return last_day(start, length, self.calendar)

    def _first(self, end: date, span: Span, length: float) -> date:
        """Return the first day of a duration up to its last one."""
        if span.is_calendar:
            return end - self._calendar_days(length)
        return first_day(end, length, self.calendar)

    def _calendar_days(self, working_days: float) -> timedelta:
        """Return the time between the first and the last of some days, counted in all days."""
        days = round(working_days * _WEEK / self.calendar.days_a_week, _DIGITS)
        return timedelta(days=whole_days(days) - 1)

    def _at(self, start: date, first: int, last: int) -> Interval:
        """Place whole weeks as calendar weeks, whichever of their days are off."""
        size = self.calendar.days_a_week
        weeks, days = divmod(first, size)
        begins = last_day(start + timedelta(weeks=weeks), days + 1, self.calendar)
        weeks, days = divmod(last, size)
        ends = start + timedelta(weeks=weeks)
        if days:
            ends = last_day(ends, days, self.calendar)
        else:
            ends = last_working_day(ends - timedelta(days=1), self.calendar)
        return _days(begins, max(begins, ends))


def _days(first: date, last: date, least: date | None = None) -> Interval:
    at_best = least.toordinal() + 1 if least else None
    return _lasting(first.toordinal(), last.toordinal() + 1, at_best)


def _date(number: float) -> date:
    return date.fromordinal(int(number))


def _within_years(interval: Interval | None) -> Interval | None:
    """The interval if it is within `YEARS`, else None."""
    if interval and _date(interval.start).year in YEARS and _date(interval.end - 1).year in YEARS:
        return interval
    return None
