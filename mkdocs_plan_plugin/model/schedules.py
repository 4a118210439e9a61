"""The schedule that is written on a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mkdocs_plan_plugin.model.kinds import State


@dataclass(frozen=True, slots=True)
class Span:
    """A period of time as written.

    Either a duration (`least` to `most`, in working days), an offset from the plan's start
    (`first` to `last`, in working days, such as `Week 3`), or dates (both inclusive). A single
    date may come with a duration. `is_calendar` is a duration that is counted in calendar days,
    `14 calendar days`: on an axis of dates, it takes exactly these.
    """

    least: float | None = None
    most: float | None = None
    first: float | None = None
    last: float | None = None
    start: date | None = None
    end: date | None = None
    is_calendar: bool = False


@dataclass(frozen=True, slots=True)
class ScheduleEntry:
    """One line of a written schedule: `Phase 1: 2 weeks`.

    `after` has the names of its dependencies (`depends on Phase 1`), `alongside` those it runs in
    parallel with, both as written. `group` is its section of a chart. `state` is its state in
    words or signs, if any is beside it.
    """

    name: str
    span: Span
    written: str
    line: int
    section: int | None = None
    after: tuple[str, ...] = ()
    alongside: tuple[str, ...] = ()
    is_milestone: bool = False
    group: str = ""
    state: State | None = None

    @property
    def has_end(self) -> bool:
        """Whether its time has an end: a single day of work may be the first or the last."""
        span = self.span
        return self.is_milestone or bool(span.end or span.most or not span.start)


@dataclass(frozen=True, slots=True)
class WrittenSchedule:
    """A page's schedule: its entries, its total, its start, end and deadline.

    `tasks` are single tasks with dates of their own, each with its task's line.
    """

    entries: tuple[ScheduleEntry, ...] = ()
    total: ScheduleEntry | None = None
    start: date | None = None
    end: date | None = None
    deadline: date | None = None
    tasks: tuple[ScheduleEntry, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.entries or (self.start and self.end))


NO_SCHEDULE = WrittenSchedule()
