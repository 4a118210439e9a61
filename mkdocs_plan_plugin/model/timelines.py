"""Plans on a time axis: actual dates, activity, health and the bars of timelines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mkdocs_plan_plugin.model.kinds import Health, State, Status
from mkdocs_plan_plugin.model.pages import Location
from mkdocs_plan_plugin.model.progress import NO_PROGRESS, Progress


@dataclass(frozen=True, slots=True)
class Actual:
    """The days on which the first and the last of some tasks were ticked, from history."""

    first: date
    last: date


class BurnUpPoint(NamedTuple):
    """The number of tasks and of done tasks at the end of a day."""

    day: date
    total: int
    done: int


class CompletedTask(NamedTuple):
    """A done task: the day on which it was ticked, its text, section and line."""

    day: date
    text: str
    location: Location
    line: int


@dataclass(frozen=True, slots=True)
class Activity:
    """The activity of a plan, from the history of its pages.

    `burn_up` has a point for each day with a change; it ends with the plan's progress, or is
    empty where the history does not have all of its tasks. `week` and `month` are the numbers of
    tasks ticked in the last 7 and 30 days; `recent` are these tasks, the latest day first. `ticks`
    has the day of each task ticked in the last 26 weeks.
    """

    burn_up: tuple[BurnUpPoint, ...] = ()
    last_tick: date | None = None
    last_change: date | None = None
    week: int = 0
    month: int = 0
    recent: tuple[CompletedTask, ...] = ()
    ticks: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class HealthAssessment:
    """A plan's health and the reason: a key of the catalogue, with its `values`.

    The reason may be empty.
    """

    health: Health
    reason: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a timeline: from `start` to `end`, on the axis of its schedule.

    `least` is the earliest end, when the text gives a range. `start` is None when the text does
    not give the row's position; without `has_end`, the text gives only its first day. `after` are
    the rows that it depends on, as indices. A row of `level` 1 is part of the nearest row of level
    0 above it; a row for a single task has its `line`. `state` is the state in words of a row
    without tasks.
    """

    title: str
    written: str
    start: float | None = None
    end: float | None = None
    least: float | None = None
    location: Location | None = None
    progress: Progress = NO_PROGRESS
    after: tuple[int, ...] = ()
    is_milestone: bool = False
    actual: Actual | None = None
    level: int = 0
    line: int | None = None
    state: State | None = None
    has_end: bool = True

    @property
    def is_done(self) -> bool | None:
        """Whether its tasks are done or, without tasks, its state says so; None if unknown."""
        if self.progress:
            return self.progress.status is Status.DONE
        return self.state in _CLOSED if self.state else None


_CLOSED = (State.DONE, State.CANCELLED)


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan's rows on one axis.

    With `origin`, the axis counts calendar days since that date; without it, working days since
    the plan's start. `length` is the end of the axis. `total` is the total as written.
    `days_a_week` is the number of working days.
    """

    bars: tuple[Bar, ...]
    length: float
    origin: date | None = None
    total: str = ""
    deadline: date | None = None
    days_a_week: int = 5
