"""What `.gitignore` files say of a project's files."""

from __future__ import annotations

from functools import cache
from pathlib import Path, PurePosixPath

from pathspec import GitIgnoreSpec


class IgnoreRules:
    """The `.gitignore` files of a project, each read when it is first asked for.

    Args:
        root: The project's folder.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._rules = cache(self._read)

    def ignores(self, path: PurePosixPath, *, is_folder: bool) -> bool:
        """Whether Git would ignore a file or folder, or one of the folders that it is in.

        Args:
            path: Its path from the project's folder.
            is_folder: Whether it is a folder.
        """
        above = (folder for folder in path.parents if folder.parts)
        return self._matches(path, is_folder=is_folder) or any(
            self._matches(folder, is_folder=True) for folder in above
        )

    def _matches(self, path: PurePosixPath, *, is_folder: bool) -> bool:
        """What the rules say of a path itself: those of the folder nearest to it win."""
        for folder in path.parents:
            if rules := self._rules(folder):
                name = f"{path.relative_to(folder)}{'/' if is_folder else ''}"
                said = rules.check_file(name).include
                if said is not None:
                    return said
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
