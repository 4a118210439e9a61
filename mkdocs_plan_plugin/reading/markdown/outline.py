"""The sections of a page as an outline: which one a line stands in, and what is around each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from mkdocs_plan_plugin.model import Section

_LINE = attrgetter("line")


@dataclass(frozen=True, slots=True)
class Outline:
    """Sections by their index, in the order of the text."""

    sections: Sequence[Section]

    def at(self, line: int) -> int | None:
        """The section that a line stands in, or None above the first heading."""
        index = bisect_right(self.sections, line, key=_LINE) - 1
        return index if index >= 0 else None

    def around(self, index: int | None) -> Iterator[int]:
        """A section and its ancestors, the nearest first; None is below no heading."""
        while index is not None:
            yield index
            index = self.sections[index].parent

    def ancestors(self, index: int) -> Iterator[int]:
        """The sections around one, the nearest first."""
        return self.around(self.sections[index].parent)

    def is_within(self, index: int | None, ancestor: int | None) -> bool:
        """Whether a section is another one or in it; nothing is in None."""
        return ancestor is not None and ancestor in self.around(index)

    def within(self, ancestor: int | None) -> list[int]:
        """A section and those in it, in the order of the text; none for None."""
        found = {} if ancestor is None else {ancestor: None}
        for index in range(ancestor + 1 if ancestor is not None else 0, len(self.sections)):
            if self.sections[index].parent in found:
                found[index] = None
        return list(found)
