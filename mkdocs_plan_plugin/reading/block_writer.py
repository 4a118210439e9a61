"""Writes the blocks of a text again, so that Python-Markdown finds the same blocks in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_plan_plugin.model import NormalizedText, RawBlock
from mkdocs_plan_plugin.reading.escapes import NEEDS_A_LOOK, escape, unswallow
from mkdocs_plan_plugin.reading.layout import Block, Kind, line_ends

_MARKER = re.compile(r" *([-+*]|\d{1,9}[.)])( *)")
# An item of one line whose text needs no escape.
_SHORT = re.compile(
    r" *([-+*]|\d{1,9}[.)]) {1,4}((?:\[[ xX]\] )?"
    r"(?:[^\W\d]|\*{1,2}[^\s*]|(?![-+*](?: |\Z)|\d+[.)](?: |\Z)|\[[^\[\]]*\]:)[^\s#>]).*)"
)
_QUOTE = re.compile(r" {0,3}> ?")
_FENCE = re.compile(r"(`{3,}|~{3,})(.*)")
# What every fence processor of Python-Markdown takes for a language or options.
_INFO = re.compile(r"\s*(?:\.?[\w#.+-]+)?\s*(?:\{.*\}|(?:[a-zA-Z]\w*=[\"'][^\"'`]*[\"']\s*)*)\s*")

_TAB = 4
_AFTER = frozenset((Kind.LIST, Kind.TABLE, Kind.QUOTE, Kind.FENCE, Kind.TEXT_APART))
# Within an item our list processor parts these from what follows: a blank line would make a
# tight item loose.
_PARTED_IN_ITEMS = frozenset((Kind.TEXT, Kind.FENCE, Kind.LIST))
_VERBATIM = frozenset((Kind.FENCE, Kind.HTML))
_IN_SHORT = frozenset((Kind.TEXT, Kind.END_ITEM))


@dataclass(slots=True)
class _Container:
    """An item or quote that is open: where it began and what stands before its lines.

    `at` is the column of its content on its first line, `width` how far its content is
    indented, seen from the container around it.
    """

    is_quote: bool
    line: int
    at: int
    width: int
    marker: str
    inset: str


class BlockWriter:
    """Writes line after line; `_line` is the next one of the source.

    Args:
        text: Markdown, evened.
        skips: Lines with a mark for an island, and the last line that each stands for.
    """

    def __init__(self, text: str, skips: Mapping[int, int] | None = None) -> None:
        self._skips = skips or {}
        self._lines = text.split("\n")
        self._data = text.encode()
        self._ends = line_ends(text)
        self._out: list[str] = []
        self._raw: list[RawBlock] = []
        self._stack: list[_Container] = []
        self._before: list[Kind | None] = [None]  # the block before, in each open container
        self._inset = ""  # what stands before lines of the innermost container
        self._quotes = 0  # how many are open
        self._line = 0
        self._is_blank = True  # whether the line before is blank

    def write(self, blocks: Sequence[Block]) -> NormalizedText:
        """Write all blocks and what stands between them."""
        step: dict[Kind, Callable[[Block], None]] = {
            Kind.ITEM: self._open_item,
            Kind.END_ITEM: lambda _: self._close(Kind.ITEM),
            Kind.END_LIST: self._end_list,
            Kind.QUOTE: self._open_quote,
            Kind.END_QUOTE: lambda _: self._close(Kind.QUOTE),
        }
        items, text = Kind.LIST, Kind.TEXT
        at, count = 0, len(blocks)
        self._long = -1
        while at < count:
            block = blocks[at]
            kind = block[0]
            if kind is items:
                self._list(block)
                at = self._short_list(blocks, at)
            elif kind is text:
                self._text(block, blocks[at + 1] if at + 1 < count else None)
                at += 1
            else:
                step.get(kind, self._leaf)(block)
                at += 1
        self._pass_to(len(self._lines))
        return NormalizedText("\n".join(self._out), tuple(self._raw))

    def _short_list(self, blocks: Sequence[Block], at: int) -> int:
        """Write a list whose items are of one line each, as most are, with those nested in it.

        Returns:
            Where the block behind the list is; if it is no such list, the one behind `at`.
        """
        # A list around an item that is longer, or of another kind, is none either.
        if self._quotes or at <= self._long or (self._stack and self._stack[-1].line >= self._line):
            return at + 1
        line = self._line
        last = self._last_line(blocks[at])
        insets = [self._inset]
        out: list[str] = []
        for number in range(at + 1, len(blocks)):
            kind = blocks[number][0]
            if (
                kind is Kind.ITEM
                and line <= last
                and (match := _SHORT.fullmatch(self._lines[line]))
            ):
                marker = match[1]
                out.append(f"{insets[-1]}{marker} {match[2]}")
                width = _TAB if len(marker) < _TAB else 2 * _TAB
                line += 1
            elif kind is Kind.LIST:
                insets.append(insets[-1] + " " * width)
            elif kind is Kind.END_LIST:
                insets.pop()
                if not insets:
                    break
            elif kind not in _IN_SHORT:
                self._long = number
                return at + 1
        if line <= last:
            self._long = number
            return at + 1
        self._out += out
        self._done(Kind.LIST, last)
        return number + 1

    # Places

    def _line_of(self, at: int) -> int:
        return bisect_right(self._ends, at)

    def _last_line(self, block: Block) -> int:
        end = block[2]
        while end > block[1] and self._data[end - 1] in b"\n ":
            end -= 1
        return self._line_of(max(block[1], end - 1))

    def _content(self, line: int) -> str:
        """A line without what belongs to the containers around it."""
        text, at = self._lines[line], 0
        for container in self._stack:
            if container.line == line:
                at = container.at
            elif container.is_quote:
                if match := _QUOTE.match(text, at):
                    at = match.end()
            else:
                stop = at + container.width
                while at < stop and text[at : at + 1] == " ":
                    at += 1
        return text[at:]

    def _prefix(self, line: int) -> str:
        """What a line begins with: the insets of its containers, the markers of new ones."""
        if not self._stack or self._stack[-1].line != line:
            return self._inset
        return "".join(
            container.marker if container.line == line else container.inset
            for container in self._stack
        )

    # Containers

    def _open_item(self, block: Block) -> None:
        line = self._line_of(block[1])
        self._pass_to(line)
        content = self._content(line)
        match = _MARKER.match(content)
        if not match:  # never so far: the parser says that an item begins here
            self._open(_Container(False, line, len(self._lines[line]) - len(content), 0, "", ""))
            return
        spaces = len(match[2])
        if spaces > _TAB or match.end() == len(content):
            spaces = 1
        width = match.end(1) + spaces
        inset = " " * (_TAB if len(match[1]) < _TAB else 2 * _TAB)
        at = len(self._lines[line]) - len(content) + width
        self._open(_Container(False, line, at, width, f"{match[1]} ", inset))

    def _open_quote(self, block: Block) -> None:
        line = self._line_of(block[1])
        self._pass_to(line)
        if self._before[-1] in _AFTER:
            self._part()
        content = self._content(line)
        match = _QUOTE.match(content)
        width = match.end() if match else 0
        at = len(self._lines[line]) - len(content) + width
        self._open(_Container(True, line, at, width, "> ", "> "))

    def _open(self, container: _Container) -> None:
        self._stack.append(container)
        self._quotes += container.is_quote
        self._before.append(None)
        self._inset += container.inset

    def _close(self, kind: Kind) -> None:
        container = self._stack[-1]
        if container.line >= self._line:  # an item without text
            self._pass_to(container.line + 1)
        self._quotes -= self._stack.pop().is_quote
        self._before.pop()
        self._before[-1] = kind
        self._inset = self._inset[: len(self._inset) - len(container.inset)]

    @property
    def _in_item(self) -> bool:
        return bool(self._stack) and not self._stack[-1].is_quote

    def _end_list(self, _: Block) -> None:
        self._before[-1] = Kind.LIST

    def _list(self, block: Block) -> None:
        self._pass_to(self._line_of(block[1]))
        before = self._before[-1]
        if before is None or before in (Kind.HEADING, Kind.RULE, Kind.LIST):
            return
        if not (self._in_item and before in _PARTED_IN_ITEMS):
            self._part()

    # Lines between blocks

    def _part(self) -> None:
        """Write a blank line, if there is none."""
        if not self._is_blank and self._out:
            self._out.append(self._inset.rstrip())
            self._is_blank = True

    def _pass_to(self, line: int) -> None:
        """Write the lines before a block: blank ones, link definitions, markers without text."""
        while self._line < line:
            self._pass_line()
            self._line += 1

    def _pass_line(self) -> None:
        line = self._line
        if not self._lines[line] and not self._stack:
            self._out.append("")
            self._is_blank = True
            return
        text = self._content(line) if self._stack else self._lines[line]
        if text and not text.isspace():
            shown = unswallow(text)
            self._out.append(self._prefix(line) + shown)
            self._is_blank = False
            if shown is not text:
                self._before[-1] = Kind.TEXT_APART
        elif self._stack and self._stack[-1].line == line:
            self._out.append(self._prefix(line).rstrip())
            self._is_blank = False
        else:
            self._out.append(self._inset.rstrip())
            self._is_blank = True

    # Blocks

    def _text(self, block: Block, after: Block | None) -> None:
        first = self._line_of(block[1])
        self._pass_to(first)
        last = self._end_of_text(block, after)
        in_item, before = self._in_item, self._before[-1]
        if before in _AFTER and not (in_item and before in _PARTED_IN_ITEMS):
            self._part()
        for line in range(first, last + 1):
            if not self._stack:
                self._out.append(self._top_line(line, line == first, before))
                continue
            text = escape(
                self._content(line).lstrip(" "), begins=bool(self._stack) or line == first
            )
            self._out.append(self._text_prefix(line, first) + text)
            self._join_line(text, line > first)
        self._done(Kind.TEXT, last)

    def _top_line(self, line: int, is_first: bool, before: Kind | None) -> str:
        """A line of a paragraph that is in no item or quote."""
        written = self._lines[line]
        if written[:1] not in NEEDS_A_LOOK:
            return written
        text = written.lstrip(" ")
        escaped = escape(text, begins=is_first)
        outdented = is_first and before is Kind.LIST
        return written if escaped is text and not outdented else escaped

    def _text_prefix(self, line: int, first: int) -> str:
        """What a line of text begins with; a lazy one gets no sign of the quote that it goes on."""
        if line == first or not self._quotes:
            return self._prefix(line)
        text, at, prefix = self._lines[line], 0, ""
        for container in self._stack:
            if container.is_quote:
                match = _QUOTE.match(text, at)
                if not match:
                    return prefix
                at = match.end()
            else:
                stop = at + container.width
                while at < stop and text[at : at + 1] == " ":
                    at += 1
            prefix += container.inset
        return prefix

    def _join_line(self, text: str, goes_on: bool) -> None:
        """Put text behind the line before it that would be a fence or make that line a heading.

        Or the head of a table.
        """
        if goes_on and (text.startswith(("```", "~~~")) or not text.strip("=|:- ")):
            self._out.pop()
            self._out[-1] += f" {text}"

    def _end_of_text(self, block: Block, after: Block | None) -> int:
        """The last line of a paragraph or of an item's text."""
        if block[2] >= 0:
            return self._last_line(block)
        if after is None:
            return self._line_of(block[1])
        if after[0] < Kind.END_ITEM:
            last = self._line_of(after[1]) - 1
        else:
            last = self._line_of(after[2] - 1)
        line = self._line_of(block[1])
        while line < last and self._content(line + 1).strip(" "):
            line += 1
        return line

    def _done(self, kind: Kind, last: int) -> None:
        self._line = last + 1
        self._before[-1] = kind
        self._is_blank = False

    def _leaf(self, block: Block) -> None:
        kind, first = block[0], self._line_of(block[1])
        self._pass_to(first)
        last = self._last_line(block)
        self._part_from_before(kind)
        prefix, at = self._prefix(first), len(self._out)
        if kind is Kind.CODE:
            self._code(first, last)
        elif kind in _VERBATIM:
            self._verbatim(first, last)
            is_plain = kind is Kind.FENCE and self._close_fence(first, last, prefix)
            end = len(self._out) - 1
            self._raw.append(RawBlock(at, end, prefix, self._inset, kind is Kind.HTML, is_plain))
        else:
            texts = [self._content(line).strip(" ") for line in range(first, last + 1)]
            # Python-Markdown knows such a heading with one line of text only.
            if kind is Kind.HEADING and last - first > 1:
                texts = [" ".join(texts[:-1]), texts[-1]]
            self._out += [(self._inset if n else prefix) + text for n, text in enumerate(texts)]
        self._done(kind, last)
        if first in self._skips:
            self._out += [""] * (self._skips[first] - first)
            self._line = self._skips[first] + 1
            self._is_blank = self._skips[first] > first

    def _close_fence(self, first: int, last: int, prefix: str) -> bool:
        """Move the end of a fence to where it begins; tell whether every processor knows it."""
        fence = _FENCE.match(self._content(first).lstrip(" "))
        end = self._content(last).strip(" ")
        if not fence or last == first or not end.startswith(fence[1]) or end.strip(fence[1][0]):
            return False
        self._out[-1] = self._inset + end
        return prefix == self._inset and _INFO.fullmatch(fence[2]) is not None

    def _part_from_before(self, kind: Kind) -> None:
        before = self._before[-1]
        if before is None:
            return
        loose = kind is Kind.FENCE and not self._in_item
        if before in _AFTER or kind is Kind.TABLE or loose:
            self._part()

    def _code(self, first: int, last: int) -> None:
        """Indented code; in an item as far from its marker as Python-Markdown wants it."""
        shift = 0
        for line in range(first, last + 1):
            text = self._content(line)
            if line == first and self._stack:
                moved = sum(each.width - len(each.inset) for each in self._stack)
                shift = max(_TAB - _indent(text), moved)
            text = " " * shift + text if shift > 0 else text[min(-shift, _indent(text)) :]
            self._out.append((self._prefix(line) + text).rstrip(" "))

    def _verbatim(self, first: int, last: int) -> None:
        """Code between fences, and HTML: moved as a whole to where its first line belongs."""
        if not self._stack and self._lines[first][:1] != " ":
            self._out += self._lines[first : last + 1]
            return
        extra = _indent(self._content(first))
        for line in range(first, last + 1):
            text = self._content(line)
            if not (first < line < last and _would_close(text, extra)):
                text = text[min(extra, _indent(text)) :]
            prefix = self._prefix(line)
            self._out.append(prefix + text if text else prefix.rstrip())


def _would_close(text: str, extra: int) -> bool:
    """Whether a line of code would end its fence, if it were moved to the left."""
    return _TAB <= _indent(text) < _TAB + extra and bool(_FENCE.match(text.lstrip(" ")))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
