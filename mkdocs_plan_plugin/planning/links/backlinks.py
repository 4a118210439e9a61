"""Collect backlinks: the places where pages of other plans refer to a page."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from mkdocs_plan_plugin.model import Backlink, Document, Location, Plan
from mkdocs_plan_plugin.reading.links import plain_line


class Backlinks:
    """Collects references to pages of other plans.

    Args:
        plans_of: The plans that each page is part of.
    """

    def __init__(self, plans_of: Mapping[str, Sequence[Plan]]) -> None:
        self._plans_of = plans_of
        self._found: defaultdict[str, dict[str, Backlink]] = defaultdict(dict)

    def add(self, document: Document, line: int, target: str) -> None:
        """Add a reference from a line of a page to a page of another plan, if it is the first."""
        own, other = self._plans(document.path), self._plans(target)
        if not other or own & other or document.path in self._found[target]:
            return
        section = bisect_right([each.line for each in document.sections], line) - 1
        self._found[target][document.path] = Backlink(
            Location(document.path, section if section >= 0 else None),
            line,
            plain_line(line_at(document, line)),
        )

    def by_page(self) -> dict[str, tuple[Backlink, ...]]:
        """Return the backlinks of each page, by its path."""
        return {path: tuple(found.values()) for path, found in self._found.items()}

    def _plans(self, path: str) -> set[str]:
        return {plan.path for plan in self._plans_of.get(path, ())}


def line_at(document: Document, line: int) -> str:
    """Return a line of a page as written."""
    return document.body.split("\n")[line - 1]
