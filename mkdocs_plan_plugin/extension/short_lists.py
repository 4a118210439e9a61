"""Lists whose items are one line of plain text each, as most are, made line by line.

The text is one that `normalize` has made regular, see `lists`.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from typing import NamedTuple

_TAB = 4
# An item whose text no block processor takes for more than text.
_ROW = re.compile(
    r"( *)(?:([-+*])|(\d{1,9})([.)])) +"
    r"((?:\[[ xX]\] )?(?!\d+[.)](?: |\Z))(?:\w|\*\*|`|\"|\().*)"
)

Made = tuple[etree.Element, etree.Element]


class Row(NamedTuple):
    """An item: how deep it is nested, its list's sign and first number, and its text."""

    depth: int
    kind: str
    number: str
    text: str


def rows_of(block: str) -> list[Row] | None:
    """Read a block of lines as one list, or return None where it is more than that."""
    rows: list[Row] = []
    insets: list[int] = []  # how far the items of each open list are indented
    kinds: list[str] = []
    width = 0
    for line in block.split("\n"):
        match = _ROW.fullmatch(line)
        if not match:
            return None
        spaces, sign, number, point, text = match.groups()
        kind, inset = sign or point, len(spaces)
        if not insets or inset == insets[-1] + width:
            insets.append(inset)
            kinds.append(kind)
        else:
            while inset < insets[-1] and len(insets) > 1:
                insets.pop()
                kinds.pop()
            if inset != insets[-1] or kind != kinds[-1]:
                return None
        width = _TAB if sign or len(number) < _TAB - 1 else 2 * _TAB
        rows.append(Row(len(insets) - 1, kind, number or "", text))
    return rows


def make_list(parent: etree.Element, rows: list[Row]) -> Iterator[Made]:
    """Make the list and those nested in it; yield each item with its list, in order."""
    lists: list[etree.Element] = []
    item = parent
    for depth, _, number, text in rows:
        del lists[depth + 1 :]
        if depth == len(lists):
            lists.append(etree.SubElement(item, "ol" if number else "ul"))
            if number and int(number) != 1:
                lists[-1].set("start", str(int(number)))
        item = etree.SubElement(lists[depth], "li")
        item.text = text
        yield lists[depth], item
