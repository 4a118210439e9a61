"""Collect the rows of a table while its cells are read."""

from __future__ import annotations

import re

from mkdocs_plan_plugin.model import Table
from mkdocs_plan_plugin.reading.markdown.cells import whole_cells

_MARKUP = re.compile(r"`|\*\*|\\(?=\|)")


class TableRows:
    """The rows of a table so far; the first one is its header."""

    def __init__(self) -> None:
        self._rows: list[tuple[int, list[str]]] = []
        self._extra: dict[int, str] = {}

    def start(self, line: int) -> None:
        """Start a row at a line."""
        self._rows.append((line, []))

    def add_cell(self, text: str) -> None:
        """Add a cell to the last row."""
        self._rows[-1][1].append(text)

    def add_extra(self, extra: str, written: str) -> None:
        """Handle what the last row has beyond the columns of the table, which GitHub drops.

        Where it is there because GitHub splits a row within code, the row is split again.

        Args:
            extra: What there is, as written.
            written: The whole row as written.
        """
        line, cells = self._rows[-1]
        self._extra[line] = extra
        if found := whole_cells(written, len(cells)):
            cells[:] = (" ".join(_MARKUP.sub("", cell).split()) for cell in found)

    def table(self, section: int | None, *, is_quoted: bool) -> Table:
        """Return the table of the rows."""
        (_, header), *rows = self._rows
        return Table(
            tuple(header),
            tuple(tuple(cells) for _, cells in rows),
            tuple(line for line, _ in rows),
            section,
            tuple(self._extra.get(line, "") for line, _ in rows) if self._extra else (),
            is_quoted,
        )
