"""Lay out the axis of a chart: ticks at round days, weeks, months or years, with labels."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_plan_plugin.rendering.catalogue import Words
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
    """A line across the chart and its label."""

    x: str
    label: str
    anchor: str


def ticks_of(
    origin: date | None, length: float, days_a_week: int, words: Words
) -> tuple[list[Tick], str]:
    """Return the ticks of an axis, and the unit of their labels.

    Args:
        origin: Its first day; None if it counts working days from an unknown start.
        length: Its length in days.
        days_a_week: Working days per week, for an axis without an origin.
        words: The catalogue.
    """
    if origin:
        marks = _date_marks(origin, length, words("months").split())
        return list(_ticks(marks, may_precede=True)), ""
    weeks = length / days_a_week
    if weeks > 2:
        return list(_ticks(_number_marks(weeks, _WEEK_STEPS))), words("column.weeks")
    return list(_ticks(_number_marks(length, _DAY_STEPS))), words("column.days")


def label_width(label: str) -> float:
    """Return the width of a label, in percent of a chart on a phone."""
    return _LETTER * sum(1 + (unicodedata.east_asian_width(letter) in "FW") for letter in label)


def _ticks(marks: Iterable[tuple[float, str]], *, may_precede: bool = False) -> Iterator[Tick]:
    """Label each mark on the axis if there is room.

    A label follows its tick. With `may_precede`, one that would leave the chart precedes it;
    a number can't, because it counts what follows.
    """
    taken = 0.0
    for x, label in marks:
        width = label_width(label)
        if taken <= x and x + width <= 100 + _MARGIN:
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


def _date_marks(origin: date, length: float, months: Sequence[str]) -> Iterator[tuple[float, str]]:
    """Yield round days, and the first day if there is room before them; the first has its year."""
    end = _day_after(origin, math.ceil(length))
    days, by_month = _tick_days(origin, end)
    first = _label(origin, months, with_year=True, by_month=False)
    before = 100 * (days[0] - origin).days / length if days else 100.0
    if len(days) < _MOST_TICKS and before > label_width(first) + _LETTER:
        yield 0.0, first
        year = origin.year
    else:
        year = 0
    for day in days:
        label = _label(day, months, with_year=day.year != year, by_month=by_month)
        yield 100 * (day - origin).days / length, label
        year = day.year


def _label(day: date, months: Sequence[str], *, with_year: bool, by_month: bool) -> str:
    """Return the label of a day or month; a month that begins a year is just the year."""
    month = months[day.month - 1]
    if not by_month:
        return f"{month} {day.day}, {day.year}" if with_year else f"{month} {day.day}"
    if day.month == 1:
        return str(day.year)
    return f"{month} {day.year}" if with_year else month


def _tick_days(origin: date, end: date) -> tuple[list[date], bool]:
    """Return at most `_MOST_TICKS` round days (days, Mondays or firsts), and whether by month."""
    length = (end - origin).days
    for step in _DATE_STEPS_DAYS:
        if length <= step * _MOST_TICKS:
            offset = -origin.weekday() % 7 if step >= 7 else 0
            return [_day_after(origin, days) for days in range(offset, length, step)], False
    return _month_days(origin, end), True


def _month_days(origin: date, end: date) -> list[date]:
    first, last = (day.year * _MONTHS_A_YEAR + day.month - 1 for day in (origin, end))
    step = _step(last - first + 1, _DATE_STEPS_MONTHS)
    first += origin.day > 1
    numbers = range(first + -first % step, last + 1, step)
    days = (date(number // _MONTHS_A_YEAR, number % _MONTHS_A_YEAR + 1, 1) for number in numbers)
    return [day for day in days if day < end]


def _day_after(day: date, days: int) -> date:
    """Return the date that many days later, at most `date.max`."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))
