"""The geometry of a timeline: ticks, spans and today's line, in per cent of its width."""

from __future__ import annotations

import calendar
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mkdocs_plan_plugin.model import Bar, Place, Progress, Schedule
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
_NARROW = 1.2
"""Per cent below which a span is drawn as a point, for it would be too thin to see."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the chart and its label."""

    x: str
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A row's bar: the span, the part of it that is only reached at most, and the part done."""

    x: str
    width: str
    least: str
    done: str
    is_point: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the chart, and of the table that says the same."""

    title: str
    place: Place | None
    written: str
    start: str
    end: str
    at_best: str
    progress: Progress
    drawing: Drawing | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A timeline ready to be drawn. `today` is None when the chart has no dates or ends before."""

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    unit: str
    today: str | None
    is_dated: bool
    has_range: bool


def chart_of(schedule: Schedule, today: date, words: Words) -> Chart:
    """Lay out a schedule.

    Args:
        schedule: The plan's rows on their axis.
        today: The date of today's line.
        words: The catalogue.
    """
    ticks, unit = _ticks(schedule, words)
    now = (today - schedule.origin).days + 0.5 if schedule.origin else -1.0
    return Chart(
        rows=tuple(_row(bar, schedule, words) for bar in schedule.bars),
        ticks=tuple(ticks),
        unit=unit,
        today=percent(100 * now / schedule.length) if 0 <= now <= schedule.length else None,
        is_dated=schedule.origin is not None,
        has_range=any(bar.least is not None for bar in schedule.bars),
    )


def extent(schedule: Schedule, words: Words) -> str:
    """The whole of a schedule in words: its first and last date, its total, or its weeks."""
    if schedule.origin:
        return f"{schedule.origin} – {_end_date(schedule.origin, schedule.length)}"
    return schedule.total or _relative(0, schedule.length, words)


def _row(bar: Bar, schedule: Schedule, words: Words) -> Row:
    start = end = at_best = ""
    if bar.start is None or bar.end is None:
        start = words("unplaced")
    elif schedule.origin:
        start = str(schedule.origin + timedelta(days=math.floor(bar.start)))
        end = str(_end_date(schedule.origin, bar.end))
        if bar.least is not None:
            best = _end_date(schedule.origin, bar.least)
            at_best = words("at-best", date=best)
    else:
        start = _relative(bar.start, bar.end, words)
    return Row(
        title=bar.title or words("timeline"),
        place=bar.place,
        written=bar.written,
        start=start,
        end=end,
        at_best=at_best,
        progress=bar.progress,
        drawing=_drawing(bar, schedule.length),
    )


def _drawing(bar: Bar, length: float) -> Drawing | None:
    if bar.start is None or bar.end is None:
        return None
    width = 100 * (bar.end - bar.start) / length
    least = 100 * (bar.least - bar.start) / length if bar.least is not None else width
    share = bar.progress.done / bar.progress.total if bar.progress else 0.0
    x = 100 * bar.start / length
    is_point = width < _NARROW
    return Drawing(
        x=percent(x + width / 2 if is_point else x),
        width=percent(width),
        least=percent(least),
        done=percent(width * share),
        is_point=is_point,
    )


def _end_date(origin: date, end: float) -> date:
    """The last day before the end of a span."""
    return origin + timedelta(days=max(0, math.ceil(end) - 1))


def _relative(start: float, end: float, words: Words) -> str:
    """`weeks 1–2` where both ends fall on weeks or the plan is long, else `days 3–4`."""
    if end - start < DAYS_A_WEEK and (start % DAYS_A_WEEK or end % DAYS_A_WEEK):
        return _numbered("working-day", start, end, words)
    return _numbered("week", start / DAYS_A_WEEK, end / DAYS_A_WEEK, words)


def _numbered(key: str, start: float, end: float, words: Words) -> str:
    first, last = math.floor(start) + 1, max(math.ceil(end), math.floor(start) + 1)
    return words(key if first == last else f"{key}s", first=first, last=last)


def _ticks(schedule: Schedule, words: Words) -> tuple[list[Tick], str]:
    if schedule.origin:
        return list(_date_ticks(schedule.origin, schedule.length, words)), ""
    weeks = schedule.length / DAYS_A_WEEK
    if weeks > 2:
        return list(_number_ticks(weeks, _WEEK_STEPS)), words("column.weeks")
    return list(_number_ticks(schedule.length, _DAY_STEPS)), words("column.days")


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
