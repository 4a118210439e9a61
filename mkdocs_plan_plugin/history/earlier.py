"""What a page said on an earlier day: its text in the newest commit up to then."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from mkdocs_plan_plugin.history.git import Git, GitError, locate
from mkdocs_plan_plugin.reading.markdown import decode


class EarlierTexts:
    """Texts of earlier days. Git is asked when the first is wanted; its commits are kept.

    Args:
        root: The folder that the pages' paths are relative to.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._commits: dict[Path, list[tuple[str, str]]] = {}

    def text(self, page: str, day: date) -> str | None:
        """The text of a page at the end of a day; None: it had none, or Git can't tell."""
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
        commit = next((sha for said, sha in self._commits[top] if said <= str(day)), None)
        if not commit or "\n" in path:
            return None
        name = path.replace(os.sep, "/")
        # The path is part of a line that is read, not of the command.
        with git.run_with_input([f"{commit}:{name}"], "cat-file", "--batch") as said:
            header, _, data = said.read().partition(b"\n")  # all of it, or git can't end well
        parts = header.split()
        if len(parts) != 3 or parts[1] != b"blob":
            return None
        return decode(data[: int(parts[2])])
