"""Markdown to blocks with their lines: headings, list items, tables, references, comments.

The parser is pulldown-cmark through pyromark: it reads a page as GitHub does and tells the
byte range of each event, which is where the line numbers come from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
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
_DIRECTIVE = re.compile(r"<!--[ \t]*plan:([\w-]+)[^\n]*?-->")
_PAGE = re.compile(r"[^\s`]+\.md(?:#[^\s`]*)?", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\[(link to [^\]]+)\]", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\s*\{:?[^{}]*\}\s*\Z")
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Blocks:
    """What the parser found, in the order of the text."""

    sections: list[Section] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)


def read_blocks(body: str) -> Blocks:
    """Parse Markdown (without front matter, see `split_front_matter`) into blocks."""
    walk = _Walk(body)
    for event, span in pyromark.events_with_range(body, options=_OPTIONS):
        walk.take(event, span["start"])
    return walk.blocks


@dataclass(slots=True)
class _OpenItem:
    start: int
    parts: list[str]
    done: bool | None = None
    closed: bool = False


class _Walk:
    """One pass over the events; `text` is where text goes that is being collected."""

    def __init__(self, body: str) -> None:
        self.blocks = Blocks()
        self._newlines = [at.start() for at in re.finditer(b"\n", body.encode())]
        self._text: list[str] | None = None
        self._items: list[_OpenItem] = []
        self._level = 0
        self._heading_start = 0
        self._code_block = 0
        self._rows: list[tuple[int, list[str]]] = []

    def take(self, event: Any, at: int) -> None:
        """Handle one event, which is a string or a mapping of one key."""
        if isinstance(event, str):
            if event in ("SoftBreak", "HardBreak"):
                self._add(" ")
            return
        kind, value = next(iter(event.items()))
        if kind == "Text":
            self._add(value)
        elif kind == "Code":
            self._code(value, at)
        elif kind == "Start":
            self._start(value, at)
        elif kind == "End":
            self._end(value)
        elif kind == "TaskListMarker":
            self._items[-1].done = value
        elif kind in ("Html", "InlineHtml"):
            self._html(value, at)

    # The position of things

    def _line(self, at: int) -> int:
        return bisect_right(self._newlines, at - 1) + 1

    @property
    def _section(self) -> int | None:
        return len(self.blocks.sections) - 1 if self.blocks.sections else None

    # Text

    def _add(self, text: str) -> None:
        if self._text is not None and not self._code_block:
            self._text.append(text)

    def _code(self, code: str, at: int) -> None:
        self._add(code)
        if ".md" in code and _PAGE.fullmatch(code):
            self._refer(code, ReferenceKind.CODE, at)

    def _html(self, html: str, at: int) -> None:
        for match in _DIRECTIVE.finditer(html):
            self.blocks.directives.append(
                Directive(match[1], self._line(at) + html.count("\n", 0, match.start()))
            )

    def _refer(self, target: str, kind: ReferenceKind, at: int) -> None:
        self.blocks.references.append(Reference(target, kind, self._line(at)))

    # Blocks

    def _start(self, tag: Any, at: int) -> None:
        name, value = (tag, {}) if isinstance(tag, str) else next(iter(tag.items()))
        if name == "Heading":
            self._text, self._level, self._heading_start = [], int(value["level"][1:]), at
        elif name == "Item":
            self._items.append(_OpenItem(at, []))
            self._text = self._items[-1].parts
        elif name == "Link":
            self._refer(value["dest_url"], ReferenceKind.LINK, at)
        elif name == "CodeBlock":
            self._code_block += 1
        elif name == "Paragraph" and self._items and self._items[-1].parts:
            # A second paragraph of an item is detail, not what the item says.
            self._text = None
        elif name == "List" and self._items:
            self._finish_item()
        elif name in ("TableHead", "TableRow"):
            self._rows.append((self._line(at), []))
        elif name == "TableCell":
            self._text = []

    def _end(self, tag: Any) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name == "Heading":
            self._finish_heading()
        elif name == "Item":
            self._finish_item()
            self._items.pop()
            self._text = None
        elif name == "CodeBlock":
            self._code_block -= 1
        elif name == "TableCell":
            self._rows[-1][1].append(_plain(self._text or []))
            self._text = None
        elif name == "Table":
            self._finish_table()

    def _finish_heading(self) -> None:
        title = _ATTRIBUTES.sub("", _plain(self._text or []))
        self._text = None
        sections = self.blocks.sections
        parent = self._section
        while parent is not None and sections[parent].level >= self._level:
            parent = sections[parent].parent
        sections.append(Section(self._level, title, self._line(self._heading_start), parent))

    def _finish_item(self) -> None:
        """Keep the innermost item, before the items nested in it."""
        item = self._items[-1]
        if item.closed:
            return
        item.closed, self._text = True, None
        text, line = _plain(item.parts), self._line(item.start)
        if item.done is not None:
            state = State.DONE if item.done else State.OPEN
            self.blocks.tasks.append(Task(text, state, line, self._section))
            return
        self.blocks.items.append(Item(text, line, self._section))
        for match in _PLACEHOLDER.finditer(text):
            self._refer(match[1], ReferenceKind.PLACEHOLDER, item.start)

    def _finish_table(self) -> None:
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
    return _SPACE.sub(" ", "".join(parts)).strip()
