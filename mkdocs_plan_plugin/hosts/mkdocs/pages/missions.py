"""Reads the files in which a tool keeps the states of tasks, beside the pages of their plans."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path, PurePosixPath

from mkdocs_plan_plugin.model import Document
from mkdocs_plan_plugin.reading import (
    MissionStatus,
    decode,
    read_mission_status,
    with_mission_status,
)
from mkdocs_plan_plugin.reading.tools import dialect_of

_LARGEST = 1_000_000
"""In bytes; a larger file is none of the tool's."""


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
        status = self._read(folder / dialect.status_file)
        return with_mission_status(document, status) if status else document

    def _status_at(self, file: Path) -> MissionStatus | None:
        try:
            real = Path(os.path.realpath(file))
            if not real.is_relative_to(self._root) or real.stat().st_size > _LARGEST:
                return None
            return read_mission_status(decode(real.read_bytes()))
        except (OSError, ValueError):  # not there, unreadable, no text
            return None
