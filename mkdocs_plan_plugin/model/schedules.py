"""What a page says about when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time as written.

    Either a duration (`least` to `most`, in working days), or a place in the plan's own time
    (`first` to `last`, in working days since its start, as `Week 3` says), or dates, both
    inclusive. A date alone may come with a duration.
    """

    least: float | None = None
    most: float | None = None
    first: float | None = None
    last: float | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class ScheduleEntry:
    """One line of a written schedule: `Phase 1: 2 weeks`.

    `after` names what it starts after (`depends on Phase 1`), `alongside` what it runs along with
    (`parallel with Phase 2`), as written. `group` is the part of a chart that it stands in.
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


@dataclass(frozen=True, slots=True)
class WrittenSchedule:
    """All that a page says about when: its entries, its total and its own start and end.

    `tasks` are single tasks with dates of their own; each has its task's line. `deadline` is a
    date that the plan must be done by, as the text calls it.
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
