"""Read Markdown into blocks with line numbers: headings, items, tables, references, directives."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from mkdocs_plan_plugin.model import (
    Directive,
    Item,
    Reference,
    ReferenceKind,
    Section,
    Table,
)
from mkdocs_plan_plugin.reading.markdown.attributes import ATTRIBUTE_LIST
from mkdocs_plan_plugin.reading.markdown.directives import DIRECTIVE, written_directive
from mkdocs_plan_plugin.reading.markdown.parser import Event, events_of, line_ends
from mkdocs_plan_plugin.reading.markdown.struck import unstruck_events
from mkdocs_plan_plugin.reading.markdown.table_rows import TableRows
from mkdocs_plan_plugin.reading.markdown.tags import swallowing_tag

_DIRECTIVE = re.compile(DIRECTIVE)
_PAGE = re.compile(r"[^\s`*?<>{}]+\.md(?:#[^\s`]*|:\d+(?:-\d+)?)?", re.IGNORECASE)
_FOLDER = re.compile(r"@?/?(?:[\w.-]+/)+")
_ATTRIBUTES = re.compile(rf"\s{ATTRIBUTE_LIST}\Z")
_Starts = dict[str, Callable[[Any, int], None]]
_Ends = dict[str, Callable[[], None]]
_CHECKBOX = re.compile(r"""<input\b(?=[^>]*\btype\s*=\s*["']?checkbox\b)[^>]*>""", re.IGNORECASE)
_CHECKED = re.compile(r"\schecked\b", re.IGNORECASE)
_BREAKS = frozenset(("SoftBreak", "HardBreak"))
_HTML = frozenset(("Html", "InlineHtml"))
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass(slots=True)
class Blocks:
    """The blocks of a page, in the order of the text.

    `code` and `comments` have the first and last line of each such block.
    """

    sections: list[Section] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)


def read_blocks(body: str, *, with_struck: bool = True) -> Blocks:
    """Parse Markdown (without front matter, see `split_front_matter`) into blocks.

    Without struck text there are the same sections and items, but fewer rows of tables.
    """
    events = events_of(body)
    return _Walk(body).run(events if with_struck else unstruck_events(events, body))


class _OpenItem:
    """An item whose end is not reached: its text so far, and its index once it is stored."""

    __slots__ = ("begins", "index", "is_quoted", "line", "parts", "section", "ticked")

    def __init__(self, line: int, section: int | None, begins: int, is_quoted: bool) -> None:
        self.line = line
        self.section = section
        self.begins = begins
        self.is_quoted = is_quoted
        self.parts: list[str] = []
        self.ticked: bool | None = None
        self.index: int | None = None


class _Walk:
    """One pass over the events. There are many, so most take a single look-up.

    `_text` collects text; it is None where text is not needed.
    """

    def __init__(self, body: str) -> None:
        self.blocks = Blocks()
        self._body = body if body.isascii() else body.encode()
        self._line_ends = line_ends(body)
        self._text: list[str] | None = None
        self._items: list[_OpenItem] = []
        self._lists: list[int] = []
        self._quotes = 0  # the number of open ones
        self._section: int | None = None
        self._level = 0
        self._heading_start = self._block_start = self._row_start = self._cell_end = self._end = 0
        self._table = TableRows()

    def run(self, events: Iterable[Event]) -> Blocks:
        """Handle each event: a word or a mapping with one key, with its byte range."""
        starts, ends = self._handlers()
        for event, span in events:
            if "Text" in event:
                if self._text is not None:
                    self._text.append(event["Text"])
            elif "Code" in event:
                self._code(event["Code"], span["start"])
            elif "Start" in event:
                tag = event["Start"]
                start = starts.get(tag if isinstance(tag, str) else next(iter(tag)))
                if start:
                    start(tag, span["start"])
            elif "End" in event:
                tag = event["End"]
                end = ends.get(tag if isinstance(tag, str) else next(iter(tag)))
                if end:
                    self._end = span["end"]
                    end()
            elif event == "Rule":
                self._start_detail(None, 0)
            elif "TaskListMarker" in event:
                self._items[-1].ticked = event["TaskListMarker"]
            elif isinstance(event, str):
                if self._text is not None and event in _BREAKS:
                    self._text.append(" ")
            elif not _HTML.isdisjoint(event):
                self._html(next(iter(event.values())), span["start"])
        return self.blocks

    # Not an attribute: a reference cycle would keep all blocks in memory.
    def _handlers(self) -> tuple[_Starts, _Ends]:
        """Return the handlers of the starts and the ends of elements."""
        starts: _Starts = {
            "BlockQuote": self._start_quote,
            "CodeBlock": self._start_code,
            "Heading": self._start_heading,
            "HtmlBlock": self._start_html,
            "Item": self._start_item,
            "Link": self._start_link,
            "Image": self._start_link,
            "List": self._start_list,
            "Paragraph": self._start_paragraph,
            "Table": self._start_table,
            "TableCell": self._start_cell,
            "TableHead": self._start_row,
            "TableRow": self._start_row,
        }
        ends: _Ends = {
            "BlockQuote": self._end_quote,
            "CodeBlock": self._end_code,
            "Heading": self._end_heading,
            "HtmlBlock": self._end_html,
            "Item": self._end_item,
            "List": self._end_list,
            "Table": self._end_table,
            "TableCell": self._end_cell,
            "TableRow": self._end_row,
        }
        return starts, ends

    def _line(self, at: int) -> int:
        return bisect_right(self._line_ends, at) + 1

    # Within lines

    def _code(self, code: str, at: int) -> None:
        """Handle a code span: a reference if it is the name of a page."""
        if self._text is not None:
            self._text.append(code)
        if (".md" in code or code[-1:] == "/") and (
            _PAGE.fullmatch(code) or _FOLDER.fullmatch(code)
        ):
            self._refer(code, ReferenceKind.CODE, at)

    def _html(self, html: str, at: int) -> None:
        for match in _DIRECTIVE.finditer(html):
            if written := written_directive(match):
                line = self._line(at) + html.count("\n", 0, match.start())
                self.blocks.directives.append(
                    Directive(written.name, line, written.argument, is_exact=written.is_exact)
                )
        if self._text is None:
            return
        if box := _CHECKBOX.fullmatch(html):
            self._show_checkbox(is_checked=bool(_CHECKED.search(box[0])))
        elif _BREAK_TAG.fullmatch(html):
            self._text.append(" ")
        elif name := swallowing_tag(html):
            self._show_tag(html, name)

    def _show_checkbox(self, *, is_checked: bool) -> None:
        """Read a check box in HTML: that of its item, or the text of a cell."""
        item = self._items[-1] if self._items else None
        is_first = item and item.ticked is None and not "".join(item.parts).strip()
        if item and is_first and self._text is item.parts:
            item.ticked = is_checked
        elif self._text is not None:
            self._text.append("[x]" if is_checked else "[ ]")

    def _show_tag(self, html: str, name: str) -> None:
        """Read a tag as text as long as its element is not closed."""
        text = [] if self._text is None else self._text
        if not html.startswith("</"):
            text.append(html)
        elif opened := [part for part in text if swallowing_tag(part) == name]:
            text.remove(opened[-1])

    def _start_link(self, tag: Any, at: int) -> None:
        self._refer(next(iter(tag.values()))["dest_url"], ReferenceKind.LINK, at)

    def _refer(self, target: str, kind: ReferenceKind, at: int) -> None:
        self.blocks.references.append(Reference(target, kind, self._line(at)))

    # Items: only the first paragraph is an item's text, the rest is detail

    def _start_item(self, _: Any, at: int) -> None:
        line = bisect_right(self._line_ends, at) + 1
        item = _OpenItem(line, self._section, self._lists[-1], self._quotes > 0)
        self._text = item.parts
        self._items.append(item)

    def _start_paragraph(self, _: Any, __: int) -> None:
        if self._items:
            item = self._items[-1]
            is_detail = item.parts or item.index is not None or item.ticked is not None
            self._text = None if is_detail else item.parts
            if not is_detail:
                item.is_quoted = self._quotes > 0

    def _start_detail(self, _: Any, __: int) -> None:
        if self._items and (self._items[-1].parts or self._items[-1].ticked is not None):
            self._text = None

    def _start_quote(self, tag: Any, at: int) -> None:
        self._quotes += 1
        self._start_detail(tag, at)

    def _end_quote(self) -> None:
        self._quotes -= 1

    def _start_code(self, _: Any, at: int) -> None:
        self._text = None
        self._block_start = at

    def _end_code(self) -> None:
        self.blocks.code.append(self._lines_of_block())
        item = self._items[-1] if self._items else None
        if item and item.index is None and item.ticked is None and not item.parts:
            self._text = item.parts

    def _start_html(self, tag: Any, at: int) -> None:
        self._start_detail(tag, at)
        self._block_start = at

    def _end_html(self) -> None:
        if self._between(self._block_start).startswith("<!--"):
            self.blocks.comments.append(self._lines_of_block())

    def _lines_of_block(self) -> tuple[int, int]:
        return self._line(self._block_start), self._line(self._end - 1)

    def _start_list(self, _: Any, at: int) -> None:
        if self._items and self._items[-1].index is None:
            self._finish_item()
        self._lists.append(self._line(at))

    def _end_list(self) -> None:
        self._lists.pop()

    def _end_item(self) -> None:
        if self._items[-1].index is None:
            self._finish_item()
        self._items.pop()
        self._text = None

    def _finish_item(self) -> None:
        """Store the innermost item, before the items nested in it."""
        item = self._items[-1]
        items = self.blocks.items
        item.index, self._text = len(items), None
        outer = self._items[-2].index if len(self._items) > 1 else None
        text = _plain(item.parts)
        items.append(
            Item(text, item.line, item.section, item.ticked, outer, item.begins, item.is_quoted)
        )

    # Headings

    def _start_heading(self, tag: Any, at: int) -> None:
        self._text, self._heading_start = [], at
        self._level = int(tag["Heading"]["level"][1:])

    def _end_heading(self) -> None:
        title = _ATTRIBUTES.sub("", _plain(self._text or []))
        self._text = None
        item = self._items[-1] if self._items else None
        sections = self.blocks.sections
        parent = self._section
        while parent is not None and sections[parent].level >= self._level:
            parent = sections[parent].parent
        self._section = len(sections)
        line = self._line(self._heading_start)
        if item and item.ticked is not None and item.line == line and not item.parts:
            item.parts.append(title)  # a box before a heading
            item.section = self._section
        if item and item.index is None:
            self._finish_item()
        section = Section(self._level, title, line, parent, is_quoted=self._quotes > 0)
        sections.append(replace(section, item=item.index) if item else section)

    # Tables

    def _start_table(self, tag: Any, at: int) -> None:
        self._start_detail(tag, at)
        self._table = TableRows()

    def _start_row(self, _: Any, at: int) -> None:
        self._row_start = at
        self._table.start(self._line(at))

    def _start_cell(self, _: Any, __: int) -> None:
        self._text = []

    def _end_row(self) -> None:
        is_longer = self._cell_end + 2 < self._end  # than its last cell with a pipe
        if is_longer and (extra := self._between(self._cell_end).strip(" |>\n")):
            self._table.add_extra(extra, self._between(self._row_start))

    def _between(self, start: int) -> str:
        """Return the text from a byte offset to the end of the last block."""
        text = self._body[start : self._end]
        return text if isinstance(text, str) else text.decode()

    def _end_cell(self) -> None:
        self._cell_end = self._end
        self._table.add_cell(_plain(self._text or []))
        self._text = None

    def _end_table(self) -> None:
        self.blocks.tables.append(self._table.table(self._section, is_quoted=self._quotes > 0))


def _plain(parts: list[str]) -> str:
    return " ".join((parts[0] if len(parts) == 1 else "".join(parts)).split())
