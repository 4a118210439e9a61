"""Read the text of a page at an earlier day, from the newest commit up to that day."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from mkdocs_plan_plugin.history.git import Git, GitError, locate
from mkdocs_plan_plugin.reading.markdown import decode


class EarlierTexts:
    """Earlier texts of pages. The commits of a repository are read once, on first use.

    Args:
        root: The folder that the pages' paths are relative to.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._commits: dict[Path, list[tuple[str, str]]] = {}

    def text(self, page: str, day: date) -> str | None:
        """Return the text of a page at the end of a day, or None if it had none or Git failed."""
        found, _ = locate(self._root, [page])
        for top, paths in found.items():
            try:
                return self._read(top, paths[page], day)
            except (GitError, UnicodeDecodeError, OSError):
                return None
        return None

    def _read(self, top: Path, path: str, day: date) -> str | None:
        git = Git(top)
        if top not in self._commits:
            words = ("log", "--date=short", "--no-decorate", "--format=%cd %H", "HEAD", "--")
            lines = git.run(*words).decode().split("\n")
            self._commits[top] = [(one[:10], one[11:]) for one in lines if one]
        commit = next((sha for when, sha in self._commits[top] if when <= str(day)), None)
        if not commit or "\n" in path:
            return None
        name = path.replace(os.sep, "/")
        # The path is passed as input, not as an argument.
        with git.run_with_input([f"{commit}:{name}"], "cat-file", "--batch") as output:
            # Read everything, else git fails with a broken pipe.
            header, _, data = output.read().partition(b"\n")
        parts = header.split()
        if len(parts) != 3 or parts[1] != b"blob":
            return None
        return decode(data[: int(parts[2])])
