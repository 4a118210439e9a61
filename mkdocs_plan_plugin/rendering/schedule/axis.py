"""Lay out the axis of a chart: ticks at round days, weeks, months or years, with labels."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mkdocs_plan_plugin.rendering.localization import Dates, Words
from mkdocs_plan_plugin.rendering.progress import percent

_MOST_TICKS = 6
"""As many labels as fit on a phone."""
_WEEK_STEPS = (1, 2, 4, 8, 13, 26, 52)
_DAY_STEPS = (1, 2, 5, 10)
_DATE_STEPS_DAYS = (1, 2, 7, 14)
_DATE_STEPS_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
_MONTHS_A_YEAR = 12
_LETTER = 2.4
"""The width of a letter in percent of a chart on a phone; East Asian ones count twice."""
_MARGIN = 2.5
"""How far a label may extend past the end, into the space reserved for milestones."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the chart and its label, which may be hidden by another one."""

    x: str
    label: str
    anchor: str
    is_hidden: bool = False


def date_ticks(origin: date, length: float, dates: Dates) -> list[Tick]:
    """Return the ticks of an axis of dates.

    Args:
        origin: Its first day.
        length: Its length in days.
        dates: How their labels are written.
    """
    return list(_ticks(_date_marks(origin, length, dates), may_precede=True))


def number_ticks(length: float, days_a_week: int, words: Words) -> tuple[list[Tick], str]:
    """Return the ticks of an axis of working days from an unknown start, and their unit."""
    weeks = length / days_a_week
    if weeks > 2:
        return list(_ticks(_number_marks(weeks, _WEEK_STEPS))), words("column.weeks")
    return list(_ticks(_number_marks(length, _DAY_STEPS))), words("column.days")


def beside(ticks: Iterable[Tick], other: Tick) -> list[Tick]:
    """Hide the labels that the label of another tick would touch."""
    first, last = _extent(other)
    return [
        replace(tick, is_hidden=bool(tick.label) and start < last and first < end)
        for tick, (start, end) in ((tick, _extent(tick)) for tick in ticks)
    ]


def centred(x: float, label: str) -> Tick:
    """Return a tick whose label is centred, as far as the ends of the axis allow."""
    half = label_width(label) / 2
    return Tick(percent(x), label, "start" if x < half else "end" if x > 100 - half else "middle")


def _extent(tick: Tick) -> tuple[float, float]:
    x, width = float(tick.x.removesuffix("%")), label_width(tick.label)
    start = x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[tick.anchor]
    return start, start + width


def label_width(label: str) -> float:
    """Return the width of a label and a gap, in percent of a chart on a phone."""
    return _LETTER * (
        1 + sum(1 + (unicodedata.east_asian_width(letter) in "FW") for letter in label)
    )


def _ticks(marks: Iterable[tuple[float, str]], *, may_precede: bool = False) -> Iterator[Tick]:
    """Label each mark on the axis if there is room.

    A label follows its tick. With `may_precede`, one that would leave the chart precedes it;
    a number can't, because it counts what follows.
    """
    taken = 0.0
    for x, label in marks:
        width = label_width(label)
        if taken <= x and x + width - _LETTER <= 100 + _MARGIN:
            yield Tick(percent(x), label, "start")
            taken = x + width
        elif may_precede and taken <= x - width:
            yield Tick(percent(x), label, "end")
            taken = x
        else:
            yield Tick(percent(x), "", "start")


def _number_marks(length: float, steps: Sequence[int]) -> Iterator[tuple[float, str]]:
    """Yield the start of each week or day and its number; week 1 starts at 0."""
    count = math.ceil(length)
    for number in range(0, count, _step(count, steps)):
        yield 100 * number / length, str(number + 1)


def _step(count: int, steps: Sequence[int]) -> int:
    """Return the smallest step that needs at most `_MOST_TICKS` ticks."""
    found = next((step for step in steps if count <= step * _MOST_TICKS), 0)
    return found or math.ceil(count / _MOST_TICKS / steps[-1]) * steps[-1]


def _date_marks(origin: date, length: float, dates: Dates) -> Iterator[tuple[float, str]]:
    """Yield round days, and the start if there is room before them; the first has its year."""
    end = _day_after(origin, math.ceil(length))
    days, months = _tick_days(origin, end)
    written = dates.month if months else dates.day
    first = written(origin, with_year=True)
    before = 100 * (days[0] - origin).days / length if days else 100.0
    if len(days) < _MOST_TICKS and before > label_width(first):
        yield 0.0, first
        year = origin.year
    else:
        year = 0
    for day in days:
        label = _label(day, months, dates, with_year=day.year != year)
        yield 100 * (day - origin).days / length, label
        year = day.year


def _label(day: date, months: int, dates: Dates, *, with_year: bool) -> str:
    """Return the label of a day, of a month, or of a year."""
    if not months:
        return dates.day(day, with_year=with_year)
    if months < _MONTHS_A_YEAR:
        return dates.month(day, with_year=with_year)
    return str(day.year)


def _tick_days(origin: date, end: date) -> tuple[list[date], int]:
    """Return at most `_MOST_TICKS` round days, and the months from one to the next.

    These are 0 where they are less than a month apart: days or Mondays.
    """
    length = (end - origin).days
    for step in _DATE_STEPS_DAYS:
        if length <= step * _MOST_TICKS:
            offset = -origin.weekday() % 7 if step >= 7 else 0
            return [_day_after(origin, days) for days in range(offset, length, step)], 0
    return _month_days(origin, end)


def _month_days(origin: date, end: date) -> tuple[list[date], int]:
    first, last = (day.year * _MONTHS_A_YEAR + day.month - 1 for day in (origin, end))
    step = _step(last - first + 1, _DATE_STEPS_MONTHS)
    first += origin.day > 1
    numbers = range(first + -first % step, last + 1, step)
    days = (date(number // _MONTHS_A_YEAR, number % _MONTHS_A_YEAR + 1, 1) for number in numbers)
    return [day for day in days if day < end], step


def _day_after(day: date, days: int) -> date:
    """Return the date that many days later, at most `date.max`."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))
