"""Progress as a number of done tasks out of a total, and the tasks behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from mkdocs_plan_plugin.model.kinds import Exclusion, State, Status
from mkdocs_plan_plugin.model.pages import Task


class CountedTask(NamedTuple):
    """A task and the reason why it is excluded from progress, if it is.

    It `is_done` when it is ticked, or when all tasks nested in it are done.
    """

    task: Task
    path: str
    exclusion: Exclusion | None = None
    is_done: bool = False


class Unit(StrEnum):
    """What progress counts."""

    TASKS = "tasks"
    PHASES = "phases"
    """Phases with a stated status, in a plan without tasks."""
    PLANS = "plans"
    """Plans with a stated status, for a site whose plans are items of work."""


class Percent(int):
    """A percentage; a text shows it with the sign of its language."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """The number of done tasks and the total. `is_begun` is set if any is in progress."""

    done: int = 0
    total: int = 0
    unit: Unit = Unit.TASKS
    is_begun: bool = False

    @classmethod
    def of(cls, entries: Iterable[CountedTask]) -> Progress:
        """Count the tasks that are not excluded."""
        done = total = 0
        is_begun = False
        for task, _, exclusion, is_done in entries:
            if exclusion is None:
                total += 1
                done += is_done
            is_begun = is_begun or task.state is State.IN_PROGRESS
        return cls(done, total, is_begun=is_begun)

    @property
    def percent(self) -> Percent:
        """The percentage to the nearest, but 0 only when none is done and 100 only when all are."""
        if self.done in (0, self.total):
            return Percent(100 if self.done else 0)
        return Percent(min(99, max(1, (200 * self.done + self.total) // (2 * self.total))))

    @property
    def status(self) -> Status | None:
        """The status by progress alone, None when there is nothing to count."""
        if not self.total:
            return None
        if self.done == self.total:
            return Status.DONE
        return Status.IN_PROGRESS if self.done or self.is_begun else Status.NOT_STARTED

    def __add__(self, other: Progress) -> Progress:
        return Progress(
            self.done + other.done,
            self.total + other.total,
            self.unit if self.total else other.unit,
            self.is_begun or other.is_begun,
        )

    def __bool__(self) -> bool:
        return self.total > 0


NO_PROGRESS = Progress()
