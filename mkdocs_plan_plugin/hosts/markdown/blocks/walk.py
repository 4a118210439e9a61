"""Convert the events of the parser to elements and text for the host in one pass."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable
from typing import Any

from mkdocs_plan_plugin.hosts.markdown.blocks.containers import Container
from mkdocs_plan_plugin.hosts.markdown.blocks.host import Host
from mkdocs_plan_plugin.hosts.markdown.blocks.inline import InlineText
from mkdocs_plan_plugin.hosts.markdown.blocks.source import SourceText
from mkdocs_plan_plugin.hosts.markdown.blocks.tables import TableBuilder
from mkdocs_plan_plugin.hosts.markdown.boxes import Boxes
from mkdocs_plan_plugin.reading.markdown import MARK, events_of, whole_cells, without_swallowing

ElementsByLine = dict[tuple[int, str], etree.Element]
"""The innermost element that begins at a line, by line and tag; the tag of headings is "h"."""

HostText = tuple[str, bool]
"""Text for the host, and whether there is no blank line before it."""

_Handlers = dict[str, Callable[[Any, int, int], None]]

_DEEPEST = 100
"""The greatest depth of nesting; deeper blocks would exceed the host's recursion limit."""


class Walk:
    """Builds the blocks of a text from the events of the parser.

    Args:
        host: The Markdown instance at work.
        text: What the parser reads, with marks for MkDocs blocks.
        first_line: The number of its first line on the page.
        elements: Filled with what is built.
        waits: Whether its paragraphs are to stay text.
        boxes: The HTML of an open box and of a ticked one, if there are to be any.
        show_mkdocs_block: Gives what the host is to read for the MkDocs block at a line.
    """

    def __init__(
        self,
        host: Host,
        text: str,
        first_line: int,
        elements: ElementsByLine,
        *,
        waits: bool,
        boxes: Boxes | None,
        show_mkdocs_block: Callable[[int], HostText] | None,
    ) -> None:
        self._host = host
        self._text = text
        self._elements = elements
        self._show_mkdocs_block = show_mkdocs_block
        self._source = SourceText(text, first_line, host.inline_syntax)
        self._waits = waits or host.asks_for_all_text
        self._root = Container(etree.Element("div"), host, waits=True)
        self._stack = [self._root]
        self._has_definitions = "]:" in text
        self._inline = InlineText(host, self._source, boxes)
        self._held: list[str] | None = None  # the code or HTML in hand
        self._info: str | None = None  # what stands behind its fence
        self._table: TableBuilder | None = None
        self._at = 0  # what stands before it is dealt with
        self._head_end = 0  # that of the last callout, whose first paragraph begins with it

    def run(self) -> str:
        """Process the events: each is a word or a mapping of one key, with its byte range."""
        starts, ends = self._handlers()
        extend = self._inline.extend
        for event, span in events_of(self._text):
            if "Text" in event:
                if self._held is not None:
                    self._held.append(event["Text"])
                    continue
                extend(span)
                self._source.take_text(event["Text"], span["start"], span["end"])
            elif "Start" in event:
                tag = event["Start"]
                start = starts.get(tag if isinstance(tag, str) else next(iter(tag)))
                if start:
                    start(tag, span["start"], span["end"])
                else:
                    extend(span)
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
                extend(span)
                self._source.take_code(event["Code"], span["start"], span["end"])
            elif "TaskListMarker" in event:
                self._inline.take_box(event["TaskListMarker"], span)
            else:
                extend(span)
                if "InlineHtml" in event:
                    self._source.take_tag(event["InlineHtml"], span["start"], span["end"])
                elif event == "HardBreak":
                    self._source.break_line(span["start"])
        self._pass_to(self._source.size)
        return self._root.text()

    def _handlers(self) -> tuple[_Handlers, _Handlers]:
        starts: _Handlers = {
            "BlockQuote": self._start_quote,
            "CodeBlock": self._start_code,
            "Emphasis": self._start_span,
            "Heading": self._start_leaf,
            "HtmlBlock": self._start_html,
            "Image": self._start_span,
            "Item": self._start_item,
            "Link": self._start_span,
            "List": self._start_list,
            "Paragraph": self._start_leaf,
            "Strikethrough": self._start_span,
            "Strong": self._start_span,
            "Table": self._start_table,
            "TableCell": self._start_cell,
            "TableHead": self._start_row,
            "TableRow": self._start_row,
        }
        ends: _Handlers = {
            "BlockQuote": self._end_quote,
            "CodeBlock": self._end_code,
            "Emphasis": self._end_span,
            "Heading": self._end_heading,
            "HtmlBlock": self._end_html,
            "Image": self._end_span,
            "Item": self._end_item,
            "Link": self._end_span,
            "List": self._end_list,
            "Paragraph": self._end_paragraph,
            "Strong": self._end_span,
            "Table": self._end_table,
            "TableCell": self._end_cell,
            "TableRow": self._end_row,
        }
        return starts, ends

    # Within blocks

    def _start_span(self, tag: Any, start: int, end: int) -> None:
        self._inline.extend({"start": start, "end": end})
        if tag == "Strikethrough":
            self._source.take_tildes(start, end)
        else:
            self._source.enter_span(start, end, is_link=isinstance(tag, dict))

    def _end_span(self, *_: Any) -> None:
        self._source.leave_span()

    # What stands between blocks

    def _finish_text(self) -> None:
        """Add the text of a tight item before a nested block, or at its end."""
        if not self._inline.is_empty:
            end = self._inline.end
            self._stack[-1].add_text(self._inline.take(self._stack))
            self._at = max(self._at, end)

    def _pass_to(self, at: int) -> None:
        """Process the link definitions before a block."""
        if self._has_definitions and at > self._at:
            definitions = self._source.definitions(self._at, at)
            if definitions:
                self._stack[-1].add_for_host(definitions)
        self._at = max(self._at, at)

    def _begin_block(self, start: int) -> None:
        self._finish_text()
        self._source.begin_block()
        self._pass_to(start)

    def _add(self, tag: str, start: int) -> etree.Element:
        """Add an element that begins at an offset."""
        element = etree.SubElement(self._stack[-1].target(), tag)
        self._elements[self._source.line(start), tag] = element
        return element

    # Leaves

    def _start_leaf(self, _: Any, start: int, __: int) -> None:
        self._begin_block(start)

    def _end_paragraph(self, _: Any, start: int, end: int) -> None:
        self._at = end
        start = max(start, self._head_end)
        if start >= end:
            self._inline.drop()
            return
        inline, quotes = self._inline, self._stack[-1].quotes
        text = inline.written(start, end, quotes)
        if self._waits or self._host.wants(text):
            if self._host.is_verbatim(text):
                self._source.keep_urls()
            text = inline.written(start, end, quotes, for_host=True)
            self._stack[-1].add_for_host(inline.boxed(text, self._stack))
        else:
            self._add("p", start).text = inline.boxed(text, self._stack)

    def _end_heading(self, tag: Any, start: int, end: int) -> None:
        self._at = end
        text = self._inline.take(self._stack).replace("\n", " ")
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
        if self._show_mkdocs_block and html.strip() == MARK:
            text, joins = self._show_mkdocs_block(self._source.line(start))
            self._stack[-1].add_for_host(text, joins=joins)
        else:
            html = without_swallowing(html, lambda name: self._source.closes_behind(name, end))
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
        self._source.begin_block()
        self._pass_to(start)
        self._open("li", start)

    def _end_item(self, _: Any, __: int, end: int) -> None:
        self._close(end)

    def _start_quote(self, _: Any, start: int, end: int) -> None:
        self._begin_block(start)
        quotes = self._stack[-1].quotes + 1
        callout = self._source.callout(start, quotes) if self._host.has_callouts else None
        alert = None if self._host.has_own_quotes else self._source.alert(start, end, quotes)
        if callout and len(self._stack) < _DEEPEST:
            self._open_callout(*callout)
        elif alert and len(self._stack) == 1:  # on GitHub, one that is nested is a quote
            self._open_alert(*alert, start)
        else:
            self._open("blockquote", start)
        self._stack[-1].quotes += 1

    def _open_callout(self, head: str, end: int) -> None:
        """Leave the first line of a quote to the host, with a mark for the content."""
        outer = self._stack[-1]
        holder, mark = self._host.hold()
        outer.add_for_host(f"> {head}\n>\n> {mark}")
        self._stack.append(Container(holder, self._host, outer.quotes, self._waits))
        self._head_end = end

    def _open_alert(self, kind: str, end: int, start: int) -> None:
        """Turn an alert into an admonition, as pymdownx.quotes does."""
        self._open("div", start)
        element = self._stack[-1].element
        element.set("class", f"admonition {kind}")
        etree.SubElement(element, "p", {"class": "admonition-title"}).text = kind.capitalize()
        self._head_end = end

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
        """Restore a row that GitHub splits within code, if it would drop text."""
        if not self._table or not self._source.between(self._at, end).strip(" |>\n"):
            return
        row = self._source.between(start, end)
        if cells := whole_cells(row, self._table.columns):
            self._table.replace_cells([cell.replace("\\|", "|") for cell in cells])

    def _start_cell(self, *_: Any) -> None:
        self._inline.drop()
        self._source.begin_block(is_cell=True)

    def _end_cell(self, _: Any, __: int, end: int) -> None:
        self._at = end
        if self._table:
            # In a table a backslash before this sign is no part even of code.
            text = self._inline.take(self._stack).replace("\\|", "|")
            self._table.add_cell(text, by_attribute=self._host.aligns_by_attribute)
