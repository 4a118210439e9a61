"""What the references of pages mean: the page or file that each leads to, and how that is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_plan_plugin.model import ReferenceKind


class ReferenceState(StrEnum):
    """How a reference leads to what it means."""

    EXACT = "exact"
    """The link leads there as it is written, or the name means one page."""
    REPAIRED = "repaired"
    """The link leads nowhere as it is written; it is sure which page is meant."""
    SOURCE = "source"
    """It leads to a file of the repository that the site does not show."""
    BROKEN = "broken"
    """It leads to nothing."""


@dataclass(frozen=True, slots=True)
class ResolvedReference:
    """Where a reference leads: a page, or a file by its path from the repository's root.

    `fragment` is the heading or the line that it names there.
    """

    state: ReferenceState
    path: str = ""
    fragment: str = ""

    @property
    def page(self) -> str:
        """The page of the site that is meant, if one is."""
        return "" if self.state is ReferenceState.SOURCE else self.path


PageReferences = Mapping[tuple[ReferenceKind, str], ResolvedReference]
"""What the references of a page mean, by their kind and as they are written."""
