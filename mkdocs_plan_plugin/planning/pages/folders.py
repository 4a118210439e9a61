"""Pages that stand among plans: written by the same hands and tools, though part of none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

_SHARE = 2 / 3


def among_plans(paths: Iterable[str], parts: Collection[str]) -> frozenset[str]:
    """The pages whose folder is mostly made of plans.

    Args:
        paths: All pages.
        parts: Those that have a role in plans.

    Returns:
        The pages without a role, for which the nearest folder around that holds any part of a
        plan, with its sub-folders, has a role for two thirds of its pages.
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
    """The folders around a page, the nearest first."""
    return (str(folder) for folder in PurePosixPath(path).parents)
