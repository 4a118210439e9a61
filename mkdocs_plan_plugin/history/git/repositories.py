"""Locate pages in Git repositories.

A docs folder can be a symbolic link, contain submodules, or be part of several repositories.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def locate(root: Path, pages: Iterable[str]) -> tuple[dict[Path, dict[str, str]], list[str]]:
    """Find the repositories of pages.

    Args:
        root: The folder that the pages' paths are relative to.
        pages: Paths with forward slashes, possibly outside the root.

    Returns:
        For the top folder of each repository, its pages with their paths in it; and the pages
        outside any repository.
    """
    found: dict[Path, dict[str, str]] = {}
    outside: list[str] = []
    folders: dict[str, str] = {}
    tops: dict[str, str] = {}
    for page in pages:
        folder, _, name = page.rpartition("/")
        if folder not in folders:
            folders[folder] = os.path.realpath(root / folder)
        path = os.path.join(folders[folder], name)
        if os.path.islink(path):
            path = os.path.realpath(path)
        home = os.path.dirname(path)
        if home not in tops:
            tops[home] = _top(home)
        top = tops[home]
        if top:
            inside = path[len(top) :].lstrip(os.sep).replace(os.sep, "/")
            found.setdefault(Path(top), {})[page] = inside
        else:
            outside.append(page)
    return found, outside


def _top(folder: str) -> str:
    """The nearest parent folder with `.git`, which is a file in worktrees and submodules."""
    for path in (Path(folder), *Path(folder).parents):
        if (path / ".git").exists():
            return str(path)
    return ""
