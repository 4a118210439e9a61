"""Types for the history of tasks: what happened to each, or why there is no history.

They contain no names of people; the package does not read any.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Change(StrEnum):
    """What happened to a task."""

    APPEARED = "appeared"
    """Added as an open task; a task added as ticked is also TICKED on the same day."""
    TICKED = "ticked"
    UNTICKED = "unticked"
    REMOVED = "removed"


class Reason(StrEnum):
    """Why a site or a page has no history."""

    NO_GIT = "no-git"
    """Git is not installed."""
    NO_REPOSITORY = "no-repository"
    NO_COMMIT = "no-commit"
    SHALLOW = "shallow"
    """The clone is shallow: it lacks commits, so dates would be wrong."""
    PARTIAL = "partial"
    """The clone is partial: it lacks old versions of files."""
    REFUSED = "refused"
    """The repository belongs to another user: see Git's option `safe.directory`."""
    FAILED = "failed"
    """Git failed."""
    UNCOMMITTED = "uncommitted"
    """The page is not part of the newest commit."""
    UNREADABLE = "unreadable"
    """The committed file is not text, but for example a symbolic link or a Git LFS pointer."""


class Step(NamedTuple):
    """A change of one task, and its day."""

    day: date
    change: Change


class TaskHistory(NamedTuple):
    """A task that is or was on a page.

    Attributes:
        text: Its plain text, now or last.
        heading: The title of its section, now or last.
        line: Its line on the current page, or None if it was removed.
        steps: What happened to it. The first step is APPEARED, each further one is a change, and
            the days never decrease.
    """

    text: str
    heading: str
    line: int | None
    steps: tuple[Step, ...]

    @property
    def is_ticked(self) -> bool:
        """Whether it is ticked now."""
        return self.steps[-1].change is Change.TICKED

    @property
    def ticked_on(self) -> date | None:
        """The day on which it was ticked, if it is ticked now, else None."""
        return self.steps[-1].day if self.is_ticked else None


@dataclass(frozen=True)
class FileHistory:
    """The history of a page's tasks, across renames of the page.

    `tasks` are those on the page, in the order of the text, followed by removed ones.
    `last_activity` is the day of the text's last change. The page is `dirty` if its text differs
    from the newest commit.
    """

    path: str
    tasks: tuple[TaskHistory, ...]
    last_activity: date
    dirty: bool = False


@dataclass(frozen=True)
class History:
    """The history of the tasks of all pages.

    `newest` is the day of the newest commit; only uncommitted steps are later. `without` has the
    pages without a history, and why.
    """

    files: Mapping[str, FileHistory]
    newest: date
    without: Mapping[str, Reason] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NoHistory:
    """No history. `detail` is Git's error message, if any."""

    reason: Reason
    detail: str = ""
