"""The axis of a chart: round ticks for days, weeks, months or years, and their labels."""

from __future__ import annotations

import calendar
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mkdocs_plan_plugin.reading.spans import DAYS_A_WEEK
from mkdocs_plan_plugin.rendering.bars import percent
from mkdocs_plan_plugin.rendering.words import Words

_MOST_TICKS = 6
"""As many labels as find room side by side on a phone."""
_WEEK_STEPS = (1, 2, 4, 8, 13, 26, 52)
_DAY_STEPS = (1, 2, 5, 10)
_DATE_STEPS_DAYS = (1, 2, 7, 14)
_DATE_STEPS_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
_LETTER = 2.4
"""The width of a letter in per cent of a chart on a phone."""
_MARGIN = 2.5
"""How far a label may reach over the end: the space that milestones have there."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the chart and its label."""

    x: str
    label: str
    anchor: str


def ticks_of(origin: date | None, length: float, words: Words) -> tuple[list[Tick], str]:
    """Divide an axis by round days; return what the labels count, too.

    Args:
        origin: Its first day; None: it counts working days since a start that is not known.
        length: Its length in days.
        words: The catalogue.
    """
    if origin:
        return list(_date_ticks(origin, length, words)), ""
    weeks = length / DAYS_A_WEEK
    if weeks > 2:
        return list(_number_ticks(weeks, _WEEK_STEPS)), words("column.weeks")
    return list(_number_ticks(length, _DAY_STEPS)), words("column.days")


def _number_ticks(length: float, steps: tuple[int, ...]) -> Iterator[Tick]:
    """Week 1 begins at 0: a tick stands where its week begins, with the label behind it."""
    count = math.ceil(length)
    step = next((step for step in steps if count <= step * _MOST_TICKS), 0)
    step = step or math.ceil(count / _MOST_TICKS / 52) * 52
    for number in range(0, count, step):
        yield Tick(percent(100 * number / max(length, 1e-9)), str(number + 1), "start")


def _date_ticks(origin: date, length: float, words: Words) -> Iterator[Tick]:
    months = words("months").split()
    end = origin + timedelta(days=math.ceil(length))
    days, by_month = _tick_days(origin, end)
    years = origin.year != (end - timedelta(days=1)).year
    taken = 0.0
    first = f"{months[origin.month - 1]} {origin.day}"
    if days and 100 * (days[0] - origin).days / length > (len(first) + 1) * _LETTER:
        yield Tick("0%", first, "start")
        taken = len(first) * _LETTER
    for day in days:
        x = 100 * (day - origin).days / length
        label = months[day.month - 1] if by_month else f"{months[day.month - 1]} {day.day}"
        if by_month and years and (day.month == 1 or day == days[0]):
            label = f"{label} {day.year}"
        yield _tick(x, label, taken)
        taken = x + len(label) * _LETTER


def _tick(x: float, label: str, taken: float) -> Tick:
    """A tick near the end has its label before it, if there is room; else it has none."""
    width = len(label) * _LETTER
    if x + width <= 100 + _MARGIN:
        return Tick(percent(x), label, "start")
    return Tick(percent(x), label if x - width > taken else "", "end")


def _tick_days(origin: date, end: date) -> tuple[list[date], bool]:
    """Round days that divide the time in at most `_MOST_TICKS`; Mondays, firsts of a month."""
    length = (end - origin).days
    for step in _DATE_STEPS_DAYS:
        if length <= step * _MOST_TICKS:
            first = origin + timedelta(days=-origin.weekday() % 7 if step >= 7 else 0)
            return [day for day in _every(first, step) if day < end] if first < end else [], False
    months = (end.year - origin.year) * 12 + end.month - origin.month + 1
    step = next((step for step in _DATE_STEPS_MONTHS if months <= step * _MOST_TICKS), months)
    return _month_days(origin, end, step), True


def _every(first: date, step: int) -> Iterator[date]:
    for number in range(_MOST_TICKS + 1):
        yield first + timedelta(days=number * step)


def _month_days(origin: date, end: date, step: int) -> list[date]:
    number = origin.year * 12 + origin.month - 1 + (origin.day > 1)
    number += -number % step
    days = []
    while (day := date(number // 12, number % 12 + 1, 1)) < end:
        days.append(day)
        number += step
    return days or [origin.replace(day=calendar.monthrange(origin.year, origin.month)[1])]
