"""Build a table cell by cell."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Sequence


class TableBuilder:
    """Builds the rows of a table.

    Args:
        table: Its element.
        aligns: How each column is aligned, in the parser's words; "None": not at all.
    """

    def __init__(self, table: etree.Element, aligns: Sequence[str]) -> None:
        self._table = table
        self._aligns = aligns
        self._body: etree.Element | None = None
        self._row = table
        self._is_head = True

    @property
    def columns(self) -> int:
        """The number of columns."""
        return len(self._aligns)

    def add_row(self, is_head: bool) -> etree.Element:
        """Start a row."""
        self._is_head = is_head
        if is_head:
            self._row = etree.SubElement(etree.SubElement(self._table, "thead"), "tr")
            return self._row
        if self._body is None:
            self._body = etree.SubElement(self._table, "tbody")
        self._row = etree.SubElement(self._body, "tr")
        return self._row

    def add_cell(self, text: str, *, by_attribute: bool) -> None:
        """Add a cell to the last row, aligned as by Python-Markdown."""
        align = self._aligns[len(self._row)].lower()
        cell = etree.SubElement(self._row, "th" if self._is_head else "td")
        cell.text = text
        if align != "none" and by_attribute:
            cell.set("align", align)
        elif align != "none":
            cell.set("style", f"text-align: {align};")

    def replace_cells(self, texts: Sequence[str]) -> None:
        """Replace the texts of the cells of the last row."""
        for cell, text in zip(self._row, texts, strict=True):
            cell.text = text
