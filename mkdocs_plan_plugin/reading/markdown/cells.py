"""Restore the cells of a table row that GitHub splits within code."""

from __future__ import annotations

import re
from itertools import pairwise

# Code, an escaped pipe, or a pipe between two cells.
_PIECE = re.compile(r"(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)|\\\||(\|)")


def whole_cells(row: str, columns: int) -> list[str] | None:
    """Split a row with too many cells again, with pipes in code as text.

    Args:
        row: The row as written.
        columns: The number of columns of its table.

    Returns:
        The text of each cell, None if the row still has another number of them.
    """
    text = row.strip()
    cuts = [match.start() for match in _PIECE.finditer(text) if match[2]]
    edges = [-1, *cuts, len(text)]
    cells = [text[a + 1 : b].strip() for a, b in pairwise(edges)]
    if cuts and cuts[0] == 0:
        del cells[0]
    if cuts and cuts[-1] == len(text) - 1:
        del cells[-1]
    return cells if len(cells) == columns else None
