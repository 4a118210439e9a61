"""Which of the files that a commit deletes live on under the names of those that it adds.

Told by their tasks, and by their content as a whole: that needs no more than is known already.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from mkdocs_plan_plugin.history.scans import Scan

_SHARE = 0.5


class Named(NamedTuple):
    """A file by its content."""

    blob: str
    scan: Scan


def find_renames(gone: Mapping[str, Named], new: Mapping[str, Named]) -> dict[str, str]:
    """Find the old names of new files: the most alike first, and each old name once."""
    found = []
    texts = {path: frozenset(file.scan.outline.texts) for path, file in gone.items()}
    for name, file in new.items():
        mine = frozenset(file.scan.outline.texts)
        for path, other in gone.items():
            share = 1.0 if file.blob == other.blob else _share(mine, texts[path])
            if share >= _SHARE:
                found.append((-share, -_nearness(path, name), path, name))
    renames: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, path, name in sorted(found):
        if name not in renames and path not in taken:
            renames[name] = path
            taken.add(path)
    return renames


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _nearness(old: str, new: str) -> int:
    """How much two names have in common: the file's name most, then the folders."""
    one, other = PurePosixPath(old), PurePosixPath(new)
    common = len(set(one.parts) & set(other.parts))
    return common + 100 * (one.name == other.name)
