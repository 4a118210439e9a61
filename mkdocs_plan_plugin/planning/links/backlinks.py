"""Where pages of other plans name a page, and what they say of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from mkdocs_plan_plugin.model import Backlink, Document, Location, Plan
from mkdocs_plan_plugin.reading.links import plain_line


class Backlinks:
    """Gathers what pages say of pages of other plans.

    Args:
        plans_of: The plans that each page is a part of.
    """

    def __init__(self, plans_of: Mapping[str, Sequence[Plan]]) -> None:
        self._plans_of = plans_of
        self._found: defaultdict[str, dict[str, Backlink]] = defaultdict(dict)

    def add(self, document: Document, line: int, target: str) -> None:
        """Keep what a page says in a line of a page of another plan; only the first time."""
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
        """What is said of each page."""
        return {path: tuple(found.values()) for path, found in self._found.items()}

    def _plans(self, path: str) -> set[str]:
        return {plan.path for plan in self._plans_of.get(path, ())}


def line_at(document: Document, line: int) -> str:
    """A line of a page as it is written."""
    return document.body.split("\n")[line - 1]
