"""A plan on an axis of time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mkdocs_plan_plugin.model.kinds import Health
from mkdocs_plan_plugin.model.pages import Location
from mkdocs_plan_plugin.model.progress import NO_PROGRESS, Progress


@dataclass(frozen=True, slots=True)
class Actual:
    """The days on which the first and the last of some tasks were ticked, by their history."""

    first: date
    last: date


class BurnUpPoint(NamedTuple):
    """How many tasks there were at the end of a day, and how many of them were done."""

    day: date
    total: int
    done: int


class CompletedTask(NamedTuple):
    """A task that is done: its page, heading, line and text, and the day on which it was ticked."""

    day: date
    text: str
    place: Location
    line: int


@dataclass(frozen=True, slots=True)
class Activity:
    """What the history of a plan's pages tells of its tasks.

    `burn_up` has the days on which their number or that of the done ones changed; it ends with
    the plan's own number, or is empty where the history does not know all of its tasks.
    `last_tick` and `last_change` are days, `week` and `month` count what was ticked in the last
    7 and 30 days; `recent` are these tasks, the latest day first.
    """

    burn_up: tuple[BurnUpPoint, ...] = ()
    last_tick: date | None = None
    last_change: date | None = None
    week: int = 0
    month: int = 0
    recent: tuple[CompletedTask, ...] = ()


@dataclass(frozen=True, slots=True)
class HealthAssessment:
    """How a plan does, and why: `reason` is a key of the catalogue, `values` what it tells of.

    The reason may be empty, where the word alone says all.
    """

    health: Health
    reason: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a timeline: from `start` to `end`, on the axis of its schedule.

    `least` is where the bar would end at best, when the text gives a range. A `start` of None
    means that the text does not say where the row lies. `after` are the rows that it depends on,
    as indices into the schedule's. A row of `level` 1 is a part of the one of level 0 above it;
    a single task has the `line` of it.
    """

    title: str
    written: str
    start: float | None = None
    end: float | None = None
    least: float | None = None
    place: Location | None = None
    progress: Progress = NO_PROGRESS
    after: tuple[int, ...] = ()
    is_milestone: bool = False
    actual: Actual | None = None
    level: int = 0
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan's rows on one axis.

    With `origin`, the axis counts calendar days since that date; without, working days since
    the plan's start. `length` is the axis' end. `total` is the total as the text gives it.
    `deadline` is a day that the plan must be done by, `days_a_week` how many of them are worked on.
    """

    bars: tuple[Bar, ...]
    length: float
    origin: date | None = None
    total: str = ""
    deadline: date | None = None
    days_a_week: int = 5
