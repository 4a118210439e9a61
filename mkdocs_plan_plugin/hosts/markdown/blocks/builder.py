"""GitHub's blocks as elements: the parser's events become a tree, and no text is written again.

MkDocs-only syntax (see `mkdocs_blocks`) stays text, with marks for the elements in it; so do the
paragraphs that another extension may want. The host's own block processors have nothing left to
decide, so they can't misread anything.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from mkdocs_plan_plugin.hosts.markdown.blocks.containers import Container
from mkdocs_plan_plugin.hosts.markdown.blocks.host import Host
from mkdocs_plan_plugin.hosts.markdown.blocks.source import SourceText
from mkdocs_plan_plugin.hosts.markdown.blocks.tables import TableBuilder
from mkdocs_plan_plugin.hosts.markdown.boxes import Boxes
from mkdocs_plan_plugin.reading.markdown import (
    INDENT,
    MARK,
    MkDocsBlock,
    Syntax,
    content,
    events_of,
    find_mkdocs_blocks,
    hide,
    whole_cells,
)

Elements = dict[tuple[int, str], etree.Element]
"""The element that begins at a line, by the line and its tag, "h" for headings; the innermost."""

_Handlers = dict[str, Callable[[Any, int, int], None]]

_DEEPEST = 100
"""Blocks that are nested deeper stand at this depth; the host's own walks would fail below."""
_CALLOUT = re.compile(r"[ >]*\[!")
_ANCHOR = re.compile(r"<[^<>]*\b(?:id|name)\s*=")
_LEADS_TO_TERM = frozenset((Syntax.DEFINITION, Syntax.FOOTNOTE))


class BlockBuilder:
    """Builds the blocks of a page.

    Args:
        host: The Markdown instance at work.
        elements: Filled with items, headings, rows and paragraphs.
        boxes: The HTML of an open box and of a ticked one; None: they stay as they are written.
    """

    def __init__(self, host: Host, elements: Elements, boxes: Boxes | None = None) -> None:
        self._host = host
        self._boxes = boxes
        self.elements = elements

    def build(self, text: str, first_line: int = 1, *, waits: bool = False) -> str:
        """Build what a text holds; return the text for the host, with marks for elements.

        Args:
            text: Markdown without tabs, its lines ended by newlines.
            first_line: The number of its first line on the page.
            waits: Whether its paragraphs are to stay text.
        """
        lines = text.split("\n")
        mkdocs_blocks = self._host.known(find_mkdocs_blocks(lines, text, self._host.has_footnotes))
        while mkdocs_blocks:
            hidden = "\n".join(hide(lines, mkdocs_blocks))
            seen = _marked_lines(hidden)
            if all(mkdocs_block.first in seen for mkdocs_block in mkdocs_blocks):
                break
            mkdocs_blocks = [
                mkdocs_block for mkdocs_block in mkdocs_blocks if mkdocs_block.first in seen
            ]  # others are code
        waits = waits or any(
            mkdocs_block.syntax in _LEADS_TO_TERM for mkdocs_block in mkdocs_blocks
        )
        walk = _Walk(self, self._host, hidden if mkdocs_blocks else text, first_line, waits=waits)
        walk.mkdocs_blocks = {
            first_line + mkdocs_block.first: (mkdocs_block, lines) for mkdocs_block in mkdocs_blocks
        }
        walk.boxes = self._boxes
        return walk.run()

    def mkdocs_block(self, mkdocs_block: MkDocsBlock, lines: Sequence[str], line: int) -> str:
        """The text of an island for the host: its first line, and what it holds below that."""
        head = lines[mkdocs_block.first][mkdocs_block.indent :]
        if mkdocs_block.lead is None and mkdocs_block.first == mkdocs_block.last:
            return head
        held = "\n".join(content(lines, mkdocs_block))
        waits = mkdocs_block.lead is not None
        first = line + (0 if waits else 1)
        below = self.build(held, first, waits=waits).split("\n")
        begins = mkdocs_block.lead + below.pop(0) if mkdocs_block.lead is not None else head
        inset = " " * INDENT
        return "\n".join([begins, *(inset + line if line else "" for line in below)])


def _marked_lines(text: str) -> set[int]:
    """The lines, 0-based, with a mark for an island that is a block of its own."""
    source = SourceText(text, 0)
    return {
        source.line(span["start"])
        for event, span in events_of(text)
        if "Html" in event and event["Html"].strip() == MARK
    }


class _Walk:
    """One pass over the events, of which there are many."""

    mkdocs_blocks: Mapping[int, tuple[MkDocsBlock, Sequence[str]]]
    boxes: Boxes | None

    def __init__(
        self, builder: BlockBuilder, host: Host, text: str, first_line: int, *, waits: bool
    ) -> None:
        self._builder = builder
        self._host = host
        self._text = text
        self._elements = builder.elements
        self._source = SourceText(text, first_line)
        self._waits = waits or host.asks_for_all_text
        self._root = Container(etree.Element("div"), host, waits=True)
        self._stack = [self._root]
        self._has_definitions = "]:" in text
        self._begin = self._end = -1  # the inline events since the last block, in bytes
        self._box: bool | None = None  # that of the text in hand
        self._held: list[str] | None = None  # the code or HTML in hand
        self._info: str | None = None  # what stands behind its fence
        self._table: TableBuilder | None = None
        self._at = 0  # what stands before it is dealt with

    def run(self) -> str:
        """Take each event, which is a word or a mapping of one key, with its place in bytes."""
        starts, ends = self._handlers()
        may_have_tags = "<" in self._text
        for event, span in events_of(self._text):
            if "Text" in event:
                if self._held is not None:
                    self._held.append(event["Text"])
                    continue
                self._extend(span)
                if may_have_tags and "<" in event["Text"]:
                    self._source.find_false_tags(span["start"], span["end"])
            elif "Start" in event:
                tag = event["Start"]
                start = starts.get(tag if isinstance(tag, str) else next(iter(tag)))
                if start:
                    start(tag, span["start"], span["end"])
                    continue
                self._extend(span)
                if tag == "Strikethrough" and not self._host.has_tildes:
                    self._source.strike(span["start"], span["end"])
            elif "End" in event:
                tag = event["End"]
                end = ends.get(tag if isinstance(tag, str) else next(iter(tag)))
                if end:
                    end(tag, span["start"], span["end"])
            elif event == "Rule":
                self._rule(span["start"], span["end"])
            elif self._held is not None and "Html" in event:
                self._held.append(event["Html"])
            elif "Code" in event:
                self._extend(span)
                self._source.keep_spaces(event["Code"], span["start"], span["end"])
            elif "TaskListMarker" in event:
                self._take_box(event["TaskListMarker"], span)
            else:
                self._extend(span)
        self._pass_to(self._source.size)
        return self._root.text()

    def _handlers(self) -> tuple[_Handlers, _Handlers]:
        starts: _Handlers = {
            "BlockQuote": self._start_quote,
            "CodeBlock": self._start_code,
            "Heading": self._start_leaf,
            "HtmlBlock": self._start_html,
            "Item": self._start_item,
            "List": self._start_list,
            "Paragraph": self._start_leaf,
            "Table": self._start_table,
            "TableCell": self._start_cell,
            "TableHead": self._start_row,
            "TableRow": self._start_row,
        }
        ends: _Handlers = {
            "BlockQuote": self._end_quote,
            "CodeBlock": self._end_code,
            "Heading": self._end_heading,
            "HtmlBlock": self._end_html,
            "Item": self._end_item,
            "List": self._end_list,
            "Paragraph": self._end_paragraph,
            "Table": self._end_table,
            "TableCell": self._end_cell,
            "TableRow": self._end_row,
        }
        return starts, ends

    # Text

    def _extend(self, span: Mapping[str, int]) -> None:
        """Let the inline events in hand reach to the end of this one."""
        if self._begin < 0:
            self._begin = span["start"]
        if span["end"] > self._end:
            self._end = span["end"]

    def _written(self, start: int, end: int, *, for_host: bool = False) -> str:
        """What was written there."""
        source = self._source.for_host if for_host else self._source.written
        text = source(start, end, self._stack[-1].quotes, self._host.sign)
        self._begin = self._end = -1
        if "<" in text and _ANCHOR.search(text):
            self._host.html.append(text)
        return text

    def _inline(self) -> str:
        """The inline events since the last block, behind their box if they have one."""
        if self._begin < 0:
            return ""
        return self._boxed(self._written(self._source.begin(self._begin), self._end))

    def _boxed(self, text: str) -> str:
        """Put the box in hand before the text it belongs to."""
        box, self._box = self._box, None
        if box is None or not self.boxes:
            return text
        self._mark_as_task()
        return self._host.sign(self.boxes[box]) + text

    def _take_box(self, ticked: bool, span: Mapping[str, int]) -> None:
        if self.boxes and self._source.has_text_behind(span["end"]):
            self._box = ticked
        else:
            self._extend(span)

    def _mark_as_task(self) -> None:
        """Give the item in hand and its list the classes of pymdownx.tasklist."""
        for container in reversed(self._stack):
            if container.element.tag in ("li", "ul", "ol"):
                name = "task-list-item" if container.element.tag == "li" else "task-list"
                container.element.set("class", name)
                if name == "task-list":
                    return

    def _finish_text(self) -> None:
        """Add the text of a tight item that stands before a block, or before its end."""
        if self._begin >= 0:
            end = self._end
            self._stack[-1].add_text(self._inline())
            self._at = max(self._at, end)

    def _pass_to(self, at: int) -> None:
        """Deal with what stands before a block and is none: link definitions."""
        if self._has_definitions and at > self._at:
            definitions = self._source.definitions(self._at, at)
            if definitions:
                self._stack[-1].add_for_host(definitions)
        self._at = max(self._at, at)

    def _begin_block(self, start: int) -> None:
        self._finish_text()
        self._source.replacements.clear()
        self._pass_to(start)

    def _add(self, tag: str, start: int) -> etree.Element:
        """Add an element that begins at a place."""
        element = etree.SubElement(self._stack[-1].target(), tag)
        self._elements[self._source.line(start), tag] = element
        return element

    # Leaves

    def _start_leaf(self, _: Any, start: int, __: int) -> None:
        self._begin_block(start)

    def _end_paragraph(self, _: Any, start: int, end: int) -> None:
        self._at = end
        text = self._written(start, end)
        if self._waits or self._host.wants(text):
            text = self._written(start, end, for_host=True)
            self._stack[-1].add_for_host(self._boxed(text))
        else:
            self._add("p", start).text = self._boxed(text)

    def _end_heading(self, tag: Any, start: int, end: int) -> None:
        self._at = end
        text = self._inline().replace("\n", " ")
        element = etree.SubElement(self._stack[-1].target(), tag["Heading"].lower())
        element.text = text
        self._elements[self._source.line(start), "h"] = element

    def _rule(self, start: int, end: int) -> None:
        self._begin_block(start)
        self._at = end
        etree.SubElement(self._stack[-1].target(), "hr")

    def _start_html(self, _: Any, start: int, __: int) -> None:
        self._begin_block(start)
        self._held = []

    def _start_code(self, tag: Any, start: int, end: int) -> None:
        self._start_html(tag, start, end)
        kind = tag["CodeBlock"]
        self._info = None if kind == "Indented" else kind["Fenced"]

    def _take_held(self, end: int) -> str:
        held, self._held = "".join(self._held or ()), None
        self._at = end
        return held

    def _end_code(self, _: Any, __: int, end: int) -> None:
        self._host.add_code(self._stack[-1].target(), self._info, self._take_held(end))

    def _end_html(self, _: Any, start: int, end: int) -> None:
        html = self._take_held(end).rstrip("\n")
        if self.mkdocs_blocks and html.strip() == MARK:
            line = self._source.line(start)
            mkdocs_block, lines = self.mkdocs_blocks[line]
            joins = mkdocs_block.first > 0 and bool(lines[mkdocs_block.first - 1].strip())
            text = self._builder.mkdocs_block(mkdocs_block, lines, line)
            self._stack[-1].add_for_host(text, joins=joins)
        else:
            self._host.add_html(self._stack[-1].target(), html)

    # Containers

    def _open(self, tag: str, start: int) -> None:
        container = self._stack[-1]
        if len(self._stack) < _DEEPEST:
            element = self._add(tag, start)
            waits = self._waits and tag != "ul" and tag != "ol"
            self._stack.append(Container(element, self._host, container.quotes, waits))
        else:
            self._stack.append(container)

    def _close(self, end: int) -> None:
        self._finish_text()
        self._pass_to(end)
        container = self._stack.pop()
        if container is not self._stack[-1]:
            container.close()

    def _start_list(self, tag: Any, start: int, _: int) -> None:
        self._begin_block(start)
        number = tag["List"]
        self._open("ul" if number is None else "ol", start)
        if number is not None and number != 1:
            self._stack[-1].element.set("start", str(number))

    def _end_list(self, _: Any, __: int, end: int) -> None:
        self._close(end)

    def _start_item(self, _: Any, start: int, __: int) -> None:
        self._source.replacements.clear()
        self._pass_to(start)
        self._open("li", start)

    def _end_item(self, _: Any, __: int, end: int) -> None:
        self._close(end)

    def _start_quote(self, _: Any, start: int, __: int) -> None:
        self._begin_block(start)
        self._open("blockquote", start)
        self._stack[-1].quotes += 1

    def _end_quote(self, _: Any, __: int, end: int) -> None:
        self._close(end)

    # Tables

    def _start_table(self, tag: Any, start: int, _: int) -> None:
        self._begin_block(start)
        element = self._add("table", start)
        self._table = TableBuilder(element, tag["Table"])

    def _end_table(self, _: Any, __: int, end: int) -> None:
        self._table = None
        self._at = end

    def _start_row(self, tag: Any, start: int, _: int) -> None:
        if self._table:
            self._elements[self._source.line(start), "tr"] = self._table.add_row(tag == "TableHead")

    def _end_row(self, _: Any, start: int, end: int) -> None:
        """Mend a row that GitHub cuts within code, where it would drop text for that."""
        if not self._table or not self._source.between(self._at, end).strip(" |>\n"):
            return
        row = self._source.between(start, end)
        if cells := whole_cells(row, self._table.columns):
            self._table.replace_cells([cell.replace("\\|", "|") for cell in cells])

    def _start_cell(self, *_: Any) -> None:
        self._begin = self._end = -1

    def _end_cell(self, _: Any, __: int, end: int) -> None:
        self._at = end
        if self._table:
            # In a table a backslash before this sign is no part even of code.
            text = self._inline().replace("\\|", "|")
            self._table.add_cell(text, by_attribute=self._host.aligns_by_attribute)
