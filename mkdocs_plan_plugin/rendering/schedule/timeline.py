"""Lay out timelines: planned and actual spans, arrows, today, in percent of the width."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mkdocs_plan_plugin.model import Actual, Bar, Location, Progress, Schedule, State
from mkdocs_plan_plugin.planning.schedule import Variance, variance_of
from mkdocs_plan_plugin.rendering.localization import Dates, Words
from mkdocs_plan_plugin.rendering.progress import percent
from mkdocs_plan_plugin.rendering.schedule.arrows import Arrow, arrows_of
from mkdocs_plan_plugin.rendering.schedule.axis import (
    Tick,
    beside,
    centred,
    date_ticks,
    number_ticks,
)
from mkdocs_plan_plugin.rendering.shortening import shorten

_NARROW = 1.2
"""The width of the narrowest span, in percent: a narrower one would be hard to see."""


_STATES = {
    State.OPEN: "not-started",
    State.IN_PROGRESS: "in-progress",
    State.DONE: "done",
    State.BLOCKED: "blocked",
    State.DEFERRED: "deferred",
    State.CANCELLED: "cancelled",
}
_LOOKS = {"late": "finished-late"}
"""The look of each kind of variance that has not its name."""


@dataclass(frozen=True, slots=True)
class PlannedBar:
    """A row's bar: the span, its best case `least`, and the part done. Milestones are points."""

    x: str
    width: str
    least: str
    done: str
    is_point: bool
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class ActualBar:
    """The actual span, as a line below the bar."""

    x: str
    width: str


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of the chart and of its table.

    It links to a place, or to the task at line `task` of its page. `start` is a text on an axis
    without dates, or where nothing is drawn. `variance` is a text such as "2 days overdue", `kind`
    its value for styles. `state` is its state in words, `look` that of its pill.
    """

    title: str
    location: Location | None
    written: str
    start: date | str
    end: date | None
    best_case: date | None
    progress: Progress
    drawing: PlannedBar | None
    actual: Actual | None = None
    line: ActualBar | None = None
    variance: str = ""
    kind: str = ""
    after: tuple[str, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    level: int = 0
    task: int | None = None
    state: str = ""
    look: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A timeline ready to draw. `today` and `deadline` are None if not on the axis.

    `origin` and `days` let a script compute the position of a day.
    """

    rows: tuple[ChartRow, ...]
    ticks: tuple[Tick, ...]
    unit: str
    today: Tick | None = None
    deadline: str | None = None
    origin: date | None = None
    days: float = 0.0

    @property
    def is_dated(self) -> bool:
        """Whether the axis has dates."""
        return self.origin is not None

    @property
    def has_planned(self) -> bool:
        """Whether any row has a planned time, even if it is not on the axis."""
        return any(row.drawing or row.written for row in self.rows)

    @property
    def has_done(self) -> bool:
        """Whether any planned span is partly done."""
        return any(row.drawing and row.drawing.done != percent(0) for row in self.rows)

    @property
    def has_range(self) -> bool:
        """Whether any row has a best and a worst case."""
        return any(row.best_case for row in self.rows) or any(
            row.drawing and row.drawing.least != row.drawing.width for row in self.rows
        )

    @property
    def has_actual(self) -> bool:
        """Whether any row has actual dates."""
        return any(row.actual for row in self.rows)


def chart_of(schedule: Schedule, words: Words, dates: Dates) -> Chart:
    """Lay out a schedule.

    Args:
        schedule: The plan's rows on their axis.
        words: The catalogue.
        dates: How dates are written, and the as-of date.
    """
    arrows = arrows_of(schedule)
    now = _position(dates.today, schedule, 0.5)
    today = None if now is None else centred(now, words("today"))
    ticks, unit = _ticks(schedule, today, words, dates)
    deadline = _position(schedule.deadline, schedule, 1.0)
    return Chart(
        rows=tuple(
            _row(bar, found, schedule, dates.today, words)
            for bar, found in zip(schedule.bars, arrows, strict=True)
        ),
        ticks=tuple(ticks),
        unit=unit,
        today=today,
        deadline=None if deadline is None else percent(deadline),
        origin=schedule.origin,
        days=schedule.length,
    )


def date_range(schedule: Schedule, words: Words) -> str:
    """Return the planned range of a schedule without dates as a text: its total, or weeks."""
    return schedule.total or _relative(0, schedule.length, schedule.days_a_week, words)


def _ticks(
    schedule: Schedule, today: Tick | None, words: Words, dates: Dates
) -> tuple[list[Tick], str]:
    """Return the ticks of the axis, and the unit of their labels if these are numbers."""
    if not schedule.origin:
        return number_ticks(schedule.length, schedule.days_a_week, words)
    ticks = date_ticks(schedule.origin, schedule.length, dates)
    return beside(ticks, today) if today else ticks, ""


def _position(day: date | None, schedule: Schedule, part: float) -> float | None:
    """Return the position of a day in percent: its middle (`part` 0.5) or its end (1)."""
    if not day or not schedule.origin:
        return None
    x = (day - schedule.origin).days + part
    return 100 * x / schedule.length if 0 <= x <= schedule.length else None


def _row(
    bar: Bar, arrows: Sequence[Arrow], schedule: Schedule, today: date, words: Words
) -> ChartRow:
    start, end, best_case = _times(bar, schedule, words)
    variance = variance_of(bar, schedule, today)
    status = bar.progress.status or (_STATES[bar.state] if bar.state else "")
    return ChartRow(
        title=(bar.title if bar.line is None else shorten(bar.title)) or words("timeline"),
        location=bar.location,
        written=bar.written,
        start=start,
        end=end,
        best_case=best_case,
        progress=bar.progress,
        drawing=_drawing(bar, schedule.length),
        actual=bar.actual,
        line=_line(bar.actual, schedule),
        variance=_variance_text(variance, words),
        kind=variance.kind if variance else "",
        after=tuple(schedule.bars[number].title for number in bar.after),
        arrows=tuple(arrows),
        level=bar.level,
        task=bar.line,
        state=words(f"status.{status}") if status else "",
        look=_LOOKS.get(variance.kind, variance.kind) if variance else status,
    )


def _times(
    bar: Bar, schedule: Schedule, words: Words
) -> tuple[date | str, date | None, date | None]:
    """Return the start, the end and the best-case end; the start as text if it is no date."""
    if bar.start is None or bar.end is None:
        return words("unscheduled") if bar.written else "", None, None
    if not schedule.origin:
        return _relative(bar.start, bar.end, schedule.days_a_week, words), None, None
    start = schedule.origin + timedelta(days=math.floor(bar.start))
    best_case = None if bar.least is None else _end_date(schedule.origin, bar.least)
    return start, _end_date(schedule.origin, bar.end), best_case


def _variance_text(variance: Variance | None, words: Words) -> str:
    return words(f"variance.{variance.kind}", variance.days, days=variance.days) if variance else ""


def _drawing(bar: Bar, length: float) -> PlannedBar | None:
    if bar.start is None or bar.end is None:
        return None
    x, width = 100 * bar.start / length, 100 * (bar.end - bar.start) / length
    if bar.is_milestone:
        return PlannedBar(
            percent(x + width / 2),
            percent(width),
            percent(width),
            percent(0),
            is_point=True,
            is_done=bool(bar.is_done),
        )
    shown = max(width, _NARROW)
    least = 100 * (bar.least - bar.start) / length if bar.least is not None else shown
    share = bar.progress.done / bar.progress.total if bar.progress else float(bool(bar.is_done))
    return PlannedBar(
        x=percent(min(x, 100 - shown)),
        width=percent(shown),
        least=percent(min(least, shown)),
        done=percent(shown * share),
        is_point=False,
    )


def _line(actual: Actual | None, schedule: Schedule) -> ActualBar | None:
    if not actual or not schedule.origin:
        return None
    first = (actual.first - schedule.origin).days
    days = (actual.last - actual.first).days + 1
    width = max(100 * days / schedule.length, _NARROW)
    return ActualBar(percent(min(100 * first / schedule.length, 100 - width)), percent(width))


def _end_date(origin: date, end: float) -> date:
    """Return the last day of a span."""
    return origin + timedelta(days=max(0, math.ceil(end) - 1))


def _relative(start: float, end: float, week: int, words: Words) -> str:
    """Return `weeks 1–2` for whole weeks or long spans, else `days 3–4`."""
    if end - start < week and (start % week or end % week):
        return _numbered("working-day", start, end, words)
    return _numbered("week", start / week, end / week, words)


def _numbered(key: str, start: float, end: float, words: Words) -> str:
    first, last = math.floor(start) + 1, max(math.ceil(end), math.floor(start) + 1)
    return words(key if first == last else f"{key}s", first=first, last=last)
