"""Resolve links to files of the repository that are not on the site."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass

from mkdocs_plan_plugin.planning.links.resolved import ReferenceState, ResolvedReference
from mkdocs_plan_plugin.planning.pages import (
    SourceMap,
    is_of_machine,
    line_of,
    path_of,
    split_line,
)


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """The files of a repository.

    Attributes:
        repository: Maps pages to paths in the repository.
        exists: Whether a file or folder exists at a path from the repository's root.
    """

    repository: SourceMap
    exists: Callable[[str], bool]

    def resolve(self, page: str, target: str) -> ResolvedReference | None:
        """Return the file that a link on a page leads to, with its line, or None."""
        path = path_of(target)
        if not path or is_of_machine(target):
            return None
        bare, lines = split_line(path)
        named = posixpath.normpath(bare.lstrip("/"))
        found = named if bare.startswith("/") else self.repository.resolve(page, bare)
        if found.startswith("..") or not (self._is_outside(found) and self.exists(found)):
            return None
        line = f"L{lines[1:].partition('-')[0]}" if lines else line_of(target)
        return ResolvedReference(ReferenceState.SOURCE, found, line)

    def _is_outside(self, path: str) -> bool:
        """Whether a file is outside the docs folder, whose files are all on the site."""
        return self.repository.site_path_of(path) is None
