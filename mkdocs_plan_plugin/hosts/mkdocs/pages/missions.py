"""Reads the files in which a tool keeps the states of tasks, beside the pages of their plans."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path, PurePosixPath

from mkdocs.plugins import get_plugin_logger

from mkdocs_plan_plugin.hosts.mkdocs.reporter import message, shown_path
from mkdocs_plan_plugin.model import Document
from mkdocs_plan_plugin.reading import (
    MissionStatus,
    decode,
    read_mission_events,
    read_mission_status,
    with_mission_status,
)
from mkdocs_plan_plugin.reading.tools import dialect_of

log = get_plugin_logger("plan")

_LARGEST = 1_000_000
_LARGEST_LOG = 10_000_000
"""In bytes; a larger file is none of the tool's."""
_MOST_SHOWN = 5


class Missions:
    """The statuses of the missions of a project.

    Args:
        root: The project's folder, with links resolved, outside of which nothing is read.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._read = cache(self._status_at)

    def apply(self, document: Document, file: str, source: str) -> Document:
        """Return a page with the states that its mission's file tells, if there is one.

        Args:
            document: The page as written.
            file: Its file.
            source: Its path in the repository.
        """
        path = PurePosixPath(source)
        dialect = dialect_of(path)
        if not dialect or not dialect.status_file:
            return document
        folder = Path(file).parent
        for _ in range(dialect.climb(path)):
            folder = folder.parent
        status = self._read(folder / dialect.status_file, folder / dialect.event_file)
        return with_mission_status(document, status) if status else document

    def _status_at(self, status_file: Path, event_file: Path) -> MissionStatus | None:
        """The status of a mission: by its file, or by the events if that is older or missing."""
        text = self._text_of(status_file, _LARGEST)
        status = read_mission_status(text) if text else None
        logged = self._text_of(event_file, _LARGEST_LOG)
        if not logged:
            return status
        events = read_mission_events(logged)
        if status and not events.goes_beyond(status.last_event):
            return status
        if events.unread:
            _report(event_file, events.unread)
        return events.status if events.ids else status

    def _text_of(self, file: Path, largest: int) -> str:
        """The text of a file in the project; empty if there is none that can be read."""
        try:
            real = Path(os.path.realpath(file))
            if not real.is_relative_to(self._root) or real.stat().st_size > largest:
                return ""
            return decode(real.read_bytes())
        except (OSError, ValueError):  # not there, unreadable, no text
            return ""


def _report(file: Path, unread: Sequence[int]) -> None:
    lines = ", ".join(map(str, unread[:_MOST_SHOWN])) + (" …" if unread[_MOST_SHOWN:] else "")
    log.info(
        message(
            "lines that are no events of a mission are not read",
            f"restore or remove these lines: {lines}",
            f"{shown_path(file)}:{unread[0]}",
        )
    )
