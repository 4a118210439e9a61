"""The cells of a row that GitHub cuts in the middle of code, and then has one too many of."""

from __future__ import annotations

import re
from itertools import pairwise

# Code, an escaped sign, or a sign between two cells.
_PIECE = re.compile(r"(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)|\\\||(\|)")


def whole_cells(row: str, columns: int) -> list[str] | None:
    """The cells of a row of which GitHub would drop text, if code in it explains that.

    Args:
        row: The row as it is written.
        columns: How many columns its table has.

    Returns:
        The text of each cell; None when the row has too many of them even so.
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
