"""Find the root folder of a project, outside of which nothing is read."""

from __future__ import annotations

from pathlib import Path


def project_root(folder: Path) -> Path:
    """Return the repository around a folder, else the folder itself, with links resolved.

    `.git` is a folder, or a file in a worktree or submodule.
    """
    start = folder.resolve()
    return next((each for each in (start, *start.parents) if (each / ".git").exists()), start)
