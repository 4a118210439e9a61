"""The folder that a project's files are in, outside of which nothing is read."""

from __future__ import annotations

from pathlib import Path


def project_root(folder: Path) -> Path:
    """The repository that a folder is in, else the folder itself; with links resolved.

    A `.git` is a folder, or a file where the repository is a worktree or a submodule.
    """
    start = folder.resolve()
    return next((each for each in (start, *start.parents) if (each / ".git").exists()), start)
