"""Where the rows of a schedule lie: on an axis of dates, or of the plan's own working days."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from mkdocs_plan_plugin.model import Bar, Schedule, ScheduleEntry, Span
from mkdocs_plan_plugin.planning.schedule.calendar import (
    Calendar,
    first_day,
    last_day,
    last_working_day,
    next_working_day,
    whole_days,
)
from mkdocs_plan_plugin.planning.schedule.order import Start, is_loose

YEARS = range(1900, 2200)
"""Those that a plan may lie in; others are slips of the pen."""


class Interval(NamedTuple):
    """Where a row lies: from `start` up to, not including, `end`; at best up to `least`.

    What comes after it may begin at `free`. On an axis of dates these are numbers of days.
    """

    start: float
    end: float
    free: float
    least: float | None = None

    def shifted(self, days: float) -> Interval:
        """The same on an axis that begins so many days earlier."""
        least = self.least + days if self.least is not None else None
        return Interval(self.start + days, self.end + days, self.free + days, least)


class Axis(Protocol):
    """Something to place rows on."""

    @property
    def begin(self) -> float | None:
        """Where a plan begins, if that is known."""

    def own(self, span: Span) -> Interval | None:
        """The place that a time gives by itself."""

    def following(self, free: float, span: Span) -> Interval | None:
        """The place of a duration that may begin at a point."""

    def point(self, end: float, free: float) -> Interval | None:
        """The place of a milestone at the end of what leads to it."""


def place(
    entries: Sequence[ScheduleEntry], starts: Sequence[Start], axis: Axis
) -> list[Interval | None]:
    """Place rows on an axis. None: nobody can know where the row lies.

    Args:
        entries: The rows.
        starts: The same in an order in which each can be placed.
        axis: The axis.
    """
    found: list[Interval | None] = [None] * len(entries)
    for start in starts:
        for row in start.rows:
            found[row] = _own(entries[row], axis)
        after = [found[row] for row in start.after]
        fixed = [row for row in start.rows if found[row]]
        alongside = [found[row] for row in fixed or start.alongside]
        for row in start.rows:
            if not (found[row] or start.is_unknown or is_loose(entries[row])):
                found[row] = _placed(entries[row], after, alongside, axis)
    return found


def put(bar: Bar, interval: Interval) -> Bar:
    """A row in its place."""
    return replace(bar, start=interval.start, end=interval.end, least=interval.least)


def starting(schedule: Schedule | None, day: date) -> Schedule:
    """Rows on an axis of dates that begins on a day, or earlier; without rows it is empty."""
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
    return put(bar, Interval(bar.start, bar.end, bar.end, bar.least).shifted(days))


def _own(entry: ScheduleEntry, axis: Axis) -> Interval | None:
    """The place that the text gives; a milestone is the last day of it."""
    own = axis.own(entry.span)
    return Interval(_day_before(own.end), own.end, own.free) if own and entry.is_milestone else own


def _day_before(end: float) -> float:
    """Where the last day begins of what ends there."""
    return max(0.0, math.ceil(end) - 1)


def _placed(
    entry: ScheduleEntry,
    after: Sequence[Interval | None],
    alongside: Sequence[Interval | None],
    axis: Axis,
) -> Interval | None:
    """Place a row behind all that it comes after, and not before the first that it runs beside."""
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
    """An axis of working days since the plan's start, which is not known.

    With `is_whole`, what takes a part of a day takes the day, as it does among dates.
    """

    is_whole: bool = False
    begin: float | None = 0.0

    def own(self, span: Span) -> Interval | None:
        """A place such as `Week 3`."""
        if span.first is None or span.last is None:
            return None
        if self.is_whole:
            return _lasting(math.floor(span.first), math.ceil(span.last))
        return _lasting(span.first, span.last)

    def following(self, free: float, span: Span) -> Interval | None:
        """A duration from a point on."""
        if not span.most:
            return None
        if self.is_whole:
            return _lasting(free, free + whole_days(span.most))
        return _lasting(free, free + span.most, free + _least(span, span.most))

    def point(self, end: float, free: float) -> Interval | None:
        """The day that ends there, or the part of it."""
        return Interval(_day_before(end), end, free)


def _lasting(start: float, end: float, least: float | None = None) -> Interval:
    return Interval(start, end, end, least if least != end else None)


def _least(span: Span, most: float) -> float:
    return most if span.least is None else min(span.least, most)


@dataclass(frozen=True, slots=True)
class Dates:
    """An axis of dates, on which durations take working days."""

    calendar: Calendar
    start: date | None = None

    @property
    def begin(self) -> float | None:
        """The plan's start, if it is known."""
        return self.start.toordinal() if self.start else None

    def own(self, span: Span) -> Interval | None:
        """Dates, or a place such as `Week 3` in a plan whose start is known."""
        try:
            return _within_years(self._own(span))
        except OverflowError:
            return None

    def following(self, free: float, span: Span) -> Interval | None:
        """A duration from the first working day on."""
        try:
            start = next_working_day(_date(free), self.calendar)
            return _within_years(self._from(start, span, span.most)) if span.most else None
        except OverflowError:
            return None

    def point(self, end: float, free: float) -> Interval | None:
        """The last day of what ends there, or the next working day."""
        try:
            day = next_working_day(_date(end - 1), self.calendar).toordinal()
        except OverflowError:
            return None
        return _within_years(Interval(day, day + 1, free))

    def _own(self, span: Span) -> Interval | None:
        if span.start and span.end:
            return _days(span.start, span.end)
        if span.end and span.most:
            return _days(first_day(span.end, span.most, self.calendar), span.end)
        if span.start and span.most:
            return self._from(span.start, span, span.most)
        if day := span.start or span.end:
            # A day alone takes no time: what follows may begin on it.
            return _days(day, day)._replace(free=day.toordinal())
        if span.first is None or span.last is None or not self.start:
            return None
        return self._at(self.start, math.floor(span.first), math.ceil(span.last))

    def _from(self, start: date, span: Span, most: float) -> Interval:
        least = last_day(start, _least(span, most), self.calendar)
        return _days(start, last_day(start, most, self.calendar), least)

    def _at(self, start: date, first: int, last: int) -> Interval:
        """Place whole weeks as weeks, whatever days of them are off."""
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
    """Nothing where a plan goes on for so long that it must be a slip of the pen."""
    if interval and _date(interval.start).year in YEARS and _date(interval.end - 1).year in YEARS:
        return interval
    return None
