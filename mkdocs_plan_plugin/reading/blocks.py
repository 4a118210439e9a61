"""Markdown to blocks with their lines: headings, list items, tables, references, comments.

The parser is pulldown-cmark through pyromark: it reads a page as GitHub does and tells the
byte range of each event, which is where the line numbers come from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pyromark

from mkdocs_plan_plugin.model import (
    Directive,
    Item,
    Reference,
    ReferenceKind,
    Section,
    State,
    Table,
    Task,
)

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_FOOTNOTES
)
_DIRECTIVE = re.compile(r"<!--[ \t]*plan:([\w-]+)[ \t]*-->")
_PAGE = re.compile(r"[^\s`]+\.md(?:#[^\s`]*)?", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\[(link to [^\]]+)\]", re.IGNORECASE)
# `{#id .class key=value}`, but not the end of `GET /users/{id}`.
_ATTRIBUTES = re.compile(r"\s\{:?\s*(?:[#.][\w-]|[\w-]+=)[^{}]*\}\Z")
_BREAKS = frozenset(("SoftBreak", "HardBreak"))
_HTML = frozenset(("Html", "InlineHtml"))


@dataclass(slots=True)
class Blocks:
    """What the parser found, in the order of the text.

    `around` holds, for the line of an item in an item, the line of the outer one.
    """

    sections: list[Section] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    around: dict[int, int] = field(default_factory=dict)


def read_blocks(body: str) -> Blocks:
    """Parse Markdown (without front matter, see `split_front_matter`) into blocks."""
    return _Walk(body).run(pyromark.events_with_range(body, options=_OPTIONS, merge_text=True))


@dataclass(slots=True)
class _OpenItem:
    start: int
    section: int | None
    parts: list[str]
    done: bool | None = None
    closed: bool = False


class _Walk:
    """One pass over the events, of which there are many: most are done with after a look-up.

    `_text` is where text goes that is being collected, or None where nobody asks for it.
    """

    def __init__(self, body: str) -> None:
        self.blocks = Blocks()
        self._newlines = [at.start() for at in re.finditer(b"\n", body.encode())]
        self._text: list[str] | None = None
        self._items: list[_OpenItem] = []
        self._level = 0
        self._heading_start = 0
        self._rows: list[tuple[int, list[str]]] = []
        self._starts: Mapping[str, Callable[[Any, int], None]] = {
            "BlockQuote": self._start_detail,
            "CodeBlock": self._start_code,
            "Heading": self._start_heading,
            "HtmlBlock": self._start_detail,
            "Item": self._start_item,
            "Link": self._start_link,
            "List": self._start_list,
            "Paragraph": self._start_paragraph,
            "Table": self._start_detail,
            "TableCell": self._start_cell,
            "TableHead": self._start_row,
            "TableRow": self._start_row,
        }
        self._ends: Mapping[str, Callable[[], None]] = {
            "CodeBlock": self._end_code,
            "Heading": self._end_heading,
            "Item": self._end_item,
            "Table": self._end_table,
            "TableCell": self._end_cell,
        }

    def run(self, events: Iterable[tuple[Any, Any]]) -> Blocks:
        """Take each event, which is a word or a mapping of one key, with its place in bytes."""
        starts, ends = self._starts, self._ends
        for event, span in events:
            if "Text" in event:
                if self._text is not None:
                    self._text.append(event["Text"])
            elif "Start" in event:
                tag = event["Start"]
                if start := starts.get(tag if isinstance(tag, str) else next(iter(tag))):
                    start(tag, span["start"])
            elif "End" in event:
                tag = event["End"]
                if end := ends.get(tag if isinstance(tag, str) else next(iter(tag))):
                    end()
            elif isinstance(event, str):
                if self._text is not None and event in _BREAKS:
                    self._text.append(" ")
            else:
                self._take_inline(event, span["start"])
        return self.blocks

    def _take_inline(self, event: Mapping[str, Any], at: int) -> None:
        ((kind, value),) = event.items()
        if kind == "Code":
            self._code(value, at)
        elif kind == "TaskListMarker":
            self._items[-1].done = value
        elif kind in _HTML:
            self._html(value, at)

    def _line(self, at: int) -> int:
        return bisect_right(self._newlines, at - 1) + 1

    @property
    def _section(self) -> int | None:
        return len(self.blocks.sections) - 1 if self.blocks.sections else None

    # Within lines

    def _code(self, code: str, at: int) -> None:
        if self._text is not None:
            self._text.append(code)
        if ".md" in code and _PAGE.fullmatch(code):
            self._refer(code, ReferenceKind.CODE, at)

    def _html(self, html: str, at: int) -> None:
        for match in _DIRECTIVE.finditer(html):
            self.blocks.directives.append(
                Directive(match[1], self._line(at) + html.count("\n", 0, match.start()))
            )

    def _start_link(self, tag: Any, at: int) -> None:
        self._refer(tag["Link"]["dest_url"], ReferenceKind.LINK, at)

    def _refer(self, target: str, kind: ReferenceKind, at: int) -> None:
        self.blocks.references.append(Reference(target, kind, self._line(at)))

    # Items; what one holds below its first line of text is detail, not what it says

    def _start_item(self, _: Any, at: int) -> None:
        if self._items:
            inner, outer = self._line(at), self._line(self._items[-1].start)
            if inner != outer:
                self.blocks.around[inner] = outer
        self._text = []
        self._items.append(_OpenItem(at, self._section, self._text))

    def _start_paragraph(self, _: Any, __: int) -> None:
        if self._items:
            item = self._items[-1]
            self._text = None if item.parts or item.closed else item.parts

    def _start_detail(self, _: Any, __: int) -> None:
        if self._items and self._items[-1].parts:
            self._text = None

    def _start_code(self, _: Any, __: int) -> None:
        self._text = None

    def _end_code(self) -> None:
        if self._items and not (self._items[-1].parts or self._items[-1].closed):
            self._text = self._items[-1].parts

    def _start_list(self, _: Any, __: int) -> None:
        if self._items:
            self._finish_item()

    def _end_item(self) -> None:
        self._finish_item()
        self._items.pop()
        self._text = None

    def _finish_item(self) -> None:
        """Keep the innermost item, before the items nested in it."""
        item = self._items[-1]
        if item.closed:
            return
        item.closed, self._text = True, None
        text, line = _plain(item.parts), self._line(item.start)
        if item.done is not None and text:  # a box without text is shown as text
            state = State.DONE if item.done else State.OPEN
            self.blocks.tasks.append(Task(text, state, line, item.section))
        else:
            self.blocks.items.append(Item(text, line, item.section))
        if "[" in text:
            for match in _PLACEHOLDER.finditer(text):
                self._refer(match[1], ReferenceKind.PLACEHOLDER, item.start)

    # Headings

    def _start_heading(self, tag: Any, at: int) -> None:
        self._text, self._heading_start = [], at
        self._level = int(tag["Heading"]["level"][1:])

    def _end_heading(self) -> None:
        title = _ATTRIBUTES.sub("", _plain(self._text or []))
        self._text = None
        sections = self.blocks.sections
        parent = self._section
        while parent is not None and sections[parent].level >= self._level:
            parent = sections[parent].parent
        sections.append(Section(self._level, title, self._line(self._heading_start), parent))

    # Tables

    def _start_row(self, _: Any, at: int) -> None:
        self._rows.append((self._line(at), []))

    def _start_cell(self, _: Any, __: int) -> None:
        self._text = []

    def _end_cell(self) -> None:
        self._rows[-1][1].append(_plain(self._text or []))
        self._text = None

    def _end_table(self) -> None:
        (_, header), *rows = self._rows
        self._rows = []
        self.blocks.tables.append(
            Table(
                tuple(header),
                tuple(tuple(cells) for _, cells in rows),
                tuple(line for line, _ in rows),
                self._section,
            )
        )


def _plain(parts: list[str]) -> str:
    return " ".join("".join(parts).split())
