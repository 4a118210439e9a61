"""Find where the parser would read blocks otherwise than GitHub, and what to add so that it won't.

- The first row of a table that is indented by four columns, or a tag alone on its line, is no row
  to GitHub but code or HTML. A line is added before it that ends the table.
- Such a tag below an item or a quote, not indented as its text is, does not continue that text.
- The last line of a paragraph is the head of a table if a delimiter row follows. A line is added
  before it, and a pipe where a head of one column has none.
- A comment that begins on a line of a block of HTML ends where it is closed, behind a blank line
  too, as the browser sees it. A blank line is added before it.
- A delimiter row with space between dashes is text, and so is a box without a space behind it. A
  backslash is added before them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from mkdocs_plan_plugin.reading.markdown.parser.pulldown import line_ends, parse
from mkdocs_plan_plugin.reading.markdown.tags import open_comment

_BREAK = "<!B>\n"
"""A block of HTML of its own."""

# What may be misread; most texts have none of these.
_TAG_LINE = re.compile(r"\n(?<!\n\n)[ >]*+</?[a-zA-Z][^\n]*> *+(?=\n|\Z)")
_DELIMITERS = re.compile(r"\n(?<!\n\n)[ >]*+[|:-][ |:-]*+(?=\n|\Z)")
_RULE = re.compile(r"\n[ >]*+(?:[ |:]*|[ -]*)")  # or no dashes at all
_SPACED = re.compile(r"\n[ >]*+([|:-][ \t\v\f|:-]*+)(?=\n|\Z)")
_COMMENT = re.compile(r"\n(?<!\n\n)[ >]*+<!--")
_BARE_BOX = re.compile(r"\[[ xX]\](?=[\n\v\f]|\Z)")

_DELIMITER_ROW = re.compile(r"\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *")
_SPACE_BETWEEN = re.compile(r"-[ \t\v\f]+-")
_PIPE = re.compile(r"\\.|(\|)", re.DOTALL)
# https://spec.commonmark.org/0.31.2/#html-blocks, the seventh kind
_ATTRIBUTE = r"\s+[a-zA-Z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?"
_TAG = re.compile(
    rf"(?:<[a-zA-Z][a-zA-Z0-9-]*(?:{_ATTRIBUTE})*+\s*/?>|</[a-zA-Z][a-zA-Z0-9-]*\s*>)\s*",
    re.ASCII,
)
_QUOTE = re.compile(r" {0,3}> ?")
_MARKER = re.compile(r" *(?:[-+*]|\d{1,9}[.)])( *)")
_CODE_INDENT = 4
_INLINE = frozenset(("Emphasis", "Image", "Link", "Strikethrough", "Strong"))
_IN_TABLE = frozenset(("TableCell", "TableHead", "TableRow"))
_RAW = frozenset(("CodeBlock", "HtmlBlock"))
_TO_ITS_END = re.compile(r"<(?:[!?]|(?:pre|script|style|textarea)(?=[\s>]))", re.IGNORECASE)
"""Begins a block of HTML that no blank line ends."""


class Addition(NamedTuple):
    """What to add to a line, at a column; one that ends with a newline is a line of its own."""

    line: int
    column: int
    text: str


def find_additions(text: str) -> Sequence[Addition]:
    """Return what to add to a text, so that the parser reads its blocks as GitHub does."""
    is_suspect = bool(_BARE_BOX.search(text) or _COMMENT.search(text)) or any(
        "|" in found[1] and _SPACE_BETWEEN.search(found[1]) for found in _SPACED.finditer(text)
    )
    tables = [found for found in _DELIMITERS.finditer(text) if not _RULE.fullmatch(found[0])]
    tags = {*_numbers(text, _TAG_LINE.finditer(text))}
    if not (is_suspect or tags or tables):
        return ()
    lines = text.split("\n")
    heads, rows = _suspects_of_tables(text, lines, tables)
    if not (is_suspect or tags or heads or rows):
        return ()
    return _Search(text, lines, heads, rows, tags).run()


def _numbers(text: str, matches: Iterable[re.Match[str]]) -> Iterator[int]:
    """Yield the number of the line below the newline that each match begins with."""
    line = at = 0
    for match in matches:
        line += text.count("\n", at, match.start() + 1)
        at = match.start() + 1
        yield line


def _suspects_of_tables(
    text: str, lines: Sequence[str], found: Sequence[re.Match[str]]
) -> tuple[set[int], set[int]]:
    """Return delimiter rows whose head the parser may overlook, and rows that may be none."""
    heads: set[int] = set()
    rows: set[int] = set()
    end = 0  # of the lines below a delimiter row
    for number in _numbers(text, found):
        head, delimiters = lines[number - 1], lines[number]
        has_text_before = number > 1 and bool(lines[number - 2].strip())
        if has_text_before or "|" not in head.replace("\\|", "") or "|" not in delimiters:
            heads.add(number)
        end = max(end, number + 1)
        while end < len(lines) and lines[end].strip(" >"):
            if _indent(lines[end]) > _indent(delimiters):
                rows.add(end)
            end += 1
    return heads, rows


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" >"))


class _Place(NamedTuple):
    """Where the text of a line begins within its containers, and whether it is in all of them."""

    column: int
    is_inside: bool


class _Search:
    """One pass over the events of the parser.

    Args:
        text: The text.
        lines: Its lines.
        heads: The delimiter rows whose head may be overlooked.
        rows: Lines that may be no rows though the parser says so.
        tags: Lines that may be nothing but a tag.
    """

    def __init__(
        self, text: str, lines: Sequence[str], heads: set[int], rows: set[int], tags: set[int]
    ) -> None:
        self._text = text
        self._data = text.encode()
        self._last_end_of_comment = self._data.rfind(b"-->")
        self._ends = line_ends(text)
        self._lines = lines
        self._heads, self._rows, self._tags = heads, rows | tags, tags
        below = sorted({*heads, *(number - 1 for number in heads), *tags} - {0})
        self._below = below
        self._starts = [self._ends[number - 1] for number in below]
        self._joined: set[int] = set()
        self._containers: list[int] = []  # the width of an item; 0 for a quote
        self._opened = (-1, 0)  # the line of the last marker, and the column behind it
        self._boxed = -1  # the line of the last box
        self._leaf = -1  # where the text of the block in hand begins
        self._is_raw = self._is_broken = False
        self._found: list[Addition] = []

    def run(self) -> list[Addition]:
        for event, span in parse(self._text):
            if "Start" in event:
                self._start(_name(event["Start"]), span["start"], span["end"])
            elif "End" in event:
                self._end(_name(event["End"]))
            elif "TaskListMarker" in event:
                self._take_box(span["start"], span["end"])
            elif event == "Rule":
                self._leaf = -1
            elif not self._is_raw:
                self._take_text(span["start"], span["end"])
        return self._found

    def _start(self, name: str, start: int, end: int) -> None:
        if name in _INLINE:
            self._take_text(start, end)
            return
        self._leaf = -1
        self._is_raw = name in _RAW
        if name == "HtmlBlock":
            self._take_html(start, end)
        elif name == "TableRow":
            self._take_row(start)
        elif name == "TableHead":
            self._take_delimiters(start)
        if name in _IN_TABLE:
            return
        self._is_broken = False
        if name == "Item":
            self._open(start, _MARKER)
        elif name == "BlockQuote":
            self._open(start, _QUOTE)

    def _end(self, name: str) -> None:
        if name in _INLINE:
            return
        self._leaf = -1
        self._is_raw = False
        if name in ("Item", "BlockQuote"):
            self._containers.pop()
            self._is_broken = False

    # Containers

    def _open(self, at: int, marker: re.Pattern[str]) -> None:
        """Enter an item or a quote."""
        number, column = self._position(at)
        line = self._lines[number]
        outer = self._opened[1] if self._opened[0] == number else self._place(number).column
        match = marker.match(line, column)
        end = match.end() if match else column
        width = 0
        if match and marker is _MARKER:
            spaces = len(match[1])
            if spaces > _CODE_INDENT or end == len(line):
                end -= spaces - 1
            width = end - outer
        self._containers.append(width)
        self._opened = number, end

    def _position(self, at: int) -> tuple[int, int]:
        """Return the line and the column of an offset with nothing but ASCII before it."""
        number = bisect_right(self._ends, at)
        return number, at - (self._ends[number - 1] if number else 0)

    def _place(self, number: int) -> _Place:
        """Return where the text of a line begins within the containers that are open."""
        line, column = self._lines[number], 0
        for width in self._containers:
            if width:
                if line[column : column + width].strip(" ") or len(line) < column + width:
                    return _Place(column, is_inside=False)
                column += width
            elif quote := _QUOTE.match(line, column):
                column = quote.end()
            else:
                return _Place(column, is_inside=False)
        return _Place(column, is_inside=True)

    # What is read otherwise

    def _break_before(self, number: int, column: int) -> None:
        self._is_broken = True
        self._found.append(Addition(number, 0, self._lines[number][:column] + _BREAK))

    def _take_box(self, start: int, end: int) -> None:
        self._boxed = self._position(start)[0]
        if self._data[end : end + 1] not in (b" ", b"\t"):
            number, column = self._position(start)
            self._found.append(Addition(number, column, "\\"))

    def _take_html(self, start: int, end: int) -> None:
        """Handle a block of HTML that ends at a blank line."""
        html = self._data[start:end].decode().lstrip(" ")
        comment = -1 if _TO_ITS_END.match(html) else open_comment(html)
        if comment < 0 or self._last_end_of_comment < end:
            return
        number, _ = self._position(end - len(html[comment:].encode()))
        line, place = self._lines[number], self._place(number)
        if place.is_inside and re.match(r" {0,3}<!--", line[place.column :]):
            self._found.append(Addition(number, 0, line[: place.column] + "\n"))

    def _take_delimiters(self, start: int) -> None:
        """Handle the row below the head of a table."""
        number = self._position(start)[0] + 1
        place = self._place(number)
        text = self._lines[number][place.column :]
        if _SPACE_BETWEEN.search(text):
            indent = len(text) - len(text.lstrip(" "))
            self._found.append(Addition(number, place.column + indent, "\\"))

    def _take_row(self, start: int) -> None:
        number, _ = self._position(start)
        if self._is_broken or number not in self._rows:
            return
        place = self._place(number)
        text = self._lines[number][place.column :]
        is_code = text.startswith(" " * _CODE_INDENT)
        if place.is_inside and (is_code or _TAG.fullmatch(text.strip(" "))):
            self._break_before(number, place.column)

    def _take_text(self, start: int, end: int) -> None:
        if self._leaf < 0:
            self._leaf = start
        if not self._starts:
            return
        first = bisect_right(self._starts, start)
        for at in range(first, len(self._starts)):
            if self._starts[at] > end:
                break
            self._join(self._below[at])

    def _join(self, number: int) -> None:
        """Handle a line that the parser takes for a part of the text on the line before it."""
        if number in self._joined or self._is_broken:
            return
        self._joined.add(number)
        place = self._place(number)
        text = self._lines[number][place.column :]
        if text.startswith(" " * _CODE_INDENT):
            return
        if number in self._tags and not place.is_inside and _TAG.fullmatch(text.strip(" ")):
            self._break_before(number, place.column)
        elif (
            number in self._heads and place.is_inside and _DELIMITER_ROW.fullmatch(text.strip(" "))
        ):
            self._take_head(number, place.column)

    def _take_head(self, number: int, column: int) -> None:
        """Handle a delimiter row, and the head before it."""
        head = self._lines[number - 1]
        is_joined = number - 1 in self._joined
        if is_joined:
            place = self._place(number - 1)
            begin = place.column
            if not place.is_inside:
                return
        else:
            line, begin = self._position(self._leaf)
            if line != number - 1 or line == self._boxed or not head[:begin].isascii():
                return  # behind a box the parser finds no table
            begin -= head[begin - 1 : begin] == "\\"
        delimiters = self._lines[number]
        text = head[begin:].strip(" ")
        self._is_broken = True  # GitHub tries each paragraph once
        if _columns(text) != _columns(delimiters[column:].strip(" ")):
            return
        if text.startswith("|") and head.startswith(" " * _CODE_INDENT, begin):
            return  # would be code if the paragraph ended before it
        if text.endswith("\\"):
            return  # no head to the parser, with a pipe or without
        if is_joined:
            self._break_before(number - 1, begin)
        if not text.startswith("|"):
            self._found.append(Addition(number - 1, begin, "|"))
        if "|" not in delimiters:
            self._found.append(Addition(number, column, "|"))


def _columns(row: str) -> int:
    """Return the number of cells in a row."""
    pipes = [match.start() for match in _PIPE.finditer(row) if match[1]]
    edges = {0, len(row) - 1}
    return 1 + len([at for at in pipes if at not in edges])


def _name(tag: Any) -> str:
    return tag if isinstance(tag, str) else str(next(iter(tag)))
