"""The sections of a page as an outline: find a line's section, ancestors and subsections."""

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
        """Return the section of a line, None above the first heading."""
        index = bisect_right(self.sections, line, key=_LINE) - 1
        return index if index >= 0 else None

    def around(self, index: int | None) -> Iterator[int]:
        """Yield a section and its ancestors, the nearest first; nothing for None."""
        while index is not None:
            yield index
            index = self.sections[index].parent

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield the ancestors of a section, the nearest first."""
        return self.around(self.sections[index].parent)

    def is_within(self, index: int | None, ancestor: int | None) -> bool:
        """Return whether a section is `ancestor` or in it; False if that is None."""
        return ancestor is not None and ancestor in self.around(index)

    def within(self, ancestor: int | None) -> list[int]:
        """Return a section and its subsections, in the order of the text; nothing for None."""
        found = {} if ancestor is None else {ancestor: None}
        for index in range(ancestor + 1 if ancestor is not None else 0, len(self.sections)):
            if self.sections[index].parent in found:
                found[index] = None
        return list(found)
