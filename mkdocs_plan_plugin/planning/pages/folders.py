"""Find pages in plan folders that are not part of any plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

_SHARE = 2 / 3


def among_plans(paths: Iterable[str], parts: Collection[str]) -> frozenset[str]:
    """Find the pages in folders that consist mostly of plans.

    Args:
        paths: All pages.
        parts: The pages with a role in a plan.

    Returns:
        The pages without a role whose nearest folder with any part of a plan has roles for at
        least two thirds of its pages, those in sub-folders included.
    """
    every, owned = Counter[str](), Counter[str]()
    others = []
    for path in paths:
        is_part = path in parts
        others += [] if is_part else [path]
        for folder in _folders(path):
            every[folder] += 1
            owned[folder] += is_part
    return frozenset(path for path in others if _is_among(path, every, owned))


def _is_among(path: str, every: Counter[str], owned: Counter[str]) -> bool:
    folder = next((folder for folder in _folders(path) if owned[folder]), None)
    return folder is not None and owned[folder] >= _SHARE * every[folder]


def _folders(path: str) -> Iterator[str]:
    """The folders that contain a page, innermost first."""
    return (str(folder) for folder in PurePosixPath(path).parents)
