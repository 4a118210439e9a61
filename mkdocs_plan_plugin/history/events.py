"""The vocabulary: what happened to each task of a page, and why there may be nothing to tell.

No names of people are in it; nothing here reads any.
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
    """As an open box; one that was ticked from the start is TICKED on the same day."""
    TICKED = "ticked"
    UNTICKED = "unticked"
    REMOVED = "removed"


class Reason(StrEnum):
    """Why there is no history, of a site or of a page."""

    NO_GIT = "no-git"
    """There is no program named git."""
    NO_REPOSITORY = "no-repository"
    NO_COMMIT = "no-commit"
    SHALLOW = "shallow"
    """The clone leaves commits out, so the dates would be wrong."""
    PARTIAL = "partial"
    """The clone leaves old versions of files out."""
    REFUSED = "refused"
    """The repository belongs to somebody else: see Git's option `safe.directory`."""
    FAILED = "failed"
    """Git ended with an error."""
    UNCOMMITTED = "uncommitted"
    """The page is not part of the newest commit."""
    UNREADABLE = "unreadable"
    """What is committed is no text: a symbolic link, a pointer to large file storage ..."""


class Step(NamedTuple):
    """A change of one task, and its day."""

    day: date
    change: Change


class TaskHistory(NamedTuple):
    """A task that is or was on a page.

    Attributes:
        text: Its plain text, as it is now or was last.
        heading: The title that it stands or stood under.
        line: Its line on the page as it is now; None: it is not there any more.
        steps: What happened to it. The first step is that it appeared, those that follow change
            something, and their days never go back.
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
        """The day since which it is ticked, or None."""
        return self.steps[-1].day if self.is_ticked else None


@dataclass(frozen=True)
class FileHistory:
    """What happened to the tasks of a page, under whatever names it had.

    `tasks` are those on the page, in the order of the text, and then those that were removed.
    `last_activity` is the day on which its text changed last. It is `dirty` when the text is not
    the one of the newest commit.
    """

    path: str
    tasks: tuple[TaskHistory, ...]
    last_activity: date
    dirty: bool = False


@dataclass(frozen=True)
class History:
    """What happened to the tasks of all pages.

    `newest` is the day of the newest commit. `without` are the pages that have no history, and
    why. No step but an uncommitted one is later than `newest`.
    """

    files: Mapping[str, FileHistory]
    newest: date
    without: Mapping[str, Reason] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NoHistory:
    """There is none. `detail` is what Git said, if it said anything."""

    reason: Reason
    detail: str = ""
