"""Resolved references: the page or file that each leads to, and how it was resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_plan_plugin.model import ReferenceKind


class ReferenceState(StrEnum):
    """How a reference was resolved."""

    EXACT = "exact"
    """The link works as written, or the name matches one page."""
    REPAIRED = "repaired"
    """The link does not work as written, but its target is unambiguous."""
    SOURCE = "source"
    """It leads to a file of the repository that is not on the site."""
    BROKEN = "broken"
    """It leads nowhere."""


@dataclass(frozen=True, slots=True)
class ResolvedReference:
    """The target of a reference: a page, or a file by its path from the repository's root.

    `fragment` is a line of a file, or names a heading of a page, as it was written.
    """

    state: ReferenceState
    path: str = ""
    fragment: str = ""

    @property
    def page(self) -> str:
        """The target's path if it is a page of the site, else an empty string."""
        return "" if self.state is ReferenceState.SOURCE else self.path


PageReferences = Mapping[tuple[ReferenceKind, str], ResolvedReference]
"""The resolved references of a page, by their kind and their target as written."""
