"""Decide which files Git ignores, by a project's `.gitignore` files."""

from __future__ import annotations

from functools import cache
from pathlib import Path, PurePosixPath

from pathspec import GitIgnoreSpec


class IgnoreRules:
    """The `.gitignore` files of a project, each read when first needed.

    Args:
        root: The project's folder.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._rules = cache(self._read)

    def ignores(self, path: PurePosixPath, *, is_folder: bool) -> bool:
        """Return whether Git ignores a file or folder, or a folder around it.

        Args:
            path: Its path relative to the project's folder.
            is_folder: Whether it is a folder.
        """
        above = (folder for folder in path.parents if folder.parts)
        return self._matches(path, is_folder=is_folder) or any(
            self._matches(folder, is_folder=True) for folder in above
        )

    def _matches(self, path: PurePosixPath, *, is_folder: bool) -> bool:
        """Match a path itself: the rules in the nearest folder take precedence."""
        for folder in path.parents:
            if rules := self._rules(folder):
                name = f"{path.relative_to(folder)}{'/' if is_folder else ''}"
                is_ignored = rules.check_file(name).include
                if is_ignored is not None:
                    return is_ignored
        return False

    def _read(self, folder: PurePosixPath) -> GitIgnoreSpec | None:
        files = [self._root / folder / ".gitignore"]
        if not folder.parts:
            files.insert(0, self._root / ".git" / "info" / "exclude")
        lines = [line for file in files for line in _lines(file)]
        return GitIgnoreSpec.from_lines(lines) if lines else None


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
