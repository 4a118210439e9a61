"""Find files that are on the site more than once, by a link in the file system."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.structure.files import File


def real_paths(files: Iterable[File]) -> dict[str, str]:
    """Return the real path of each file with a source, by its path on the site."""
    folder = cache(os.path.realpath)

    def real(path: str) -> str:
        if os.path.islink(path):
            return os.path.realpath(path)
        return os.path.join(folder(os.path.dirname(path)), os.path.basename(path))

    return {file.src_uri: real(file.abs_src_path) for file in files if file.abs_src_path}


def repetitions(files: Iterable[File]) -> frozenset[str]:
    """Return the paths of the files that repeat another one by a link."""
    files = list(files)
    found = real_paths(files)
    written = {file.src_uri: file.abs_src_path for file in files}
    kept: dict[str, str] = {}
    for path in sorted(found, key=lambda path: (not found[path].endswith(f"/{path}"), path)):
        kept.setdefault(found[path], path)
    # Pages that plugins make of one file have one path, and are no repetitions.
    return frozenset(path for path, real in found.items() if written[path] != written[kept[real]])
