"""Access a text by the byte offsets of the parser: lines, and the source between two offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from html import escape

from mkdocs_plan_plugin.reading.markdown import (
    line_ends,
    swallowing_tag,
    unhide_definition,
)

_QUOTE = re.compile(r" *> ?")
_CALLOUT = re.compile(r"> ?(\[![\w-]+\].*)")
# https://docs.github.com/en/get-started/writing-on-github#alerts
_ALERT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\] *", re.IGNORECASE)
_MARGIN = re.compile(r"\n +")
# What stands before a link definition on its line: indentation, signs of quotes, markers.
_BEFORE_DEFINITION = re.compile(r"(?:[ >]|(?:[-+*]|\d{1,9}[.)])(?= |\Z))*")
# `[P] [US1]` and `[P][US1]`: a pair of labels that extensions take for a link by reference. Where
# an author means one, to `module.name` or `a-heading`, nothing stands between the two.
_PAIR = re.compile(r"(?<=\])(?:\s(?=\[[^\[\]^])|(?=\[(?:[^\[\]a-z^]+|[^\[\]^]{1,2})\]))\[")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
# A tag or an address to Python-Markdown; the parser says whether it is one to GitHub.
_LIKE_A_TAG = re.compile(r"<(?=/?[a-zA-Z][^<>]*>|!--|[^<> !]+@[^<>]+>)")

Sign = Callable[[str], str]
"""Returns the placeholder of a piece of HTML in a text for the host."""


class SourceText:
    """A text with offsets in bytes.

    Args:
        text: The text.
        first_line: The number of its first line on the page.
        escapes: The characters that the host shows without the backslash before them.
    """

    def __init__(self, text: str, first_line: int, escapes: Collection[str] = ()) -> None:
        self._text = text
        self._data = b"" if text.isascii() else text.encode()
        self._ends = line_ends(text)
        self._first_line = first_line
        self.size = len(self._data or text)
        self._escapes = escapes
        # What the host would misread in the block in hand: its place in bytes, and its HTML.
        self._replacements: list[tuple[int, int, str]] = []
        self._links: list[tuple[int, int]] = []
        self._open_tags: list[tuple[str, int, int]] = []

    def between(self, start: int, end: int) -> str:
        """Return the source between two offsets."""
        return self._data[start:end].decode() if self._data else self._text[start:end]

    def line(self, at: int) -> int:
        """Return the page's line number of an offset."""
        return bisect_right(self._ends, at) + self._first_line

    def has_space_behind(self, at: int) -> bool:
        """Return whether a space follows, as it does after a check box on GitHub."""
        return self.between(at, at + 1) in (" ", "\t")

    def callout(self, at: int, quotes: int) -> tuple[str, int] | None:
        """Return the first line of a quote if it is a callout, and the offset of its text.

        Args:
            at: Where the quote begins.
            quotes: How many quotes its text is in.
        """
        number = bisect_right(self._ends, at)
        end = min(self._ends[number], self.size)
        match = _CALLOUT.match(self.between(at, end))
        if not match or end == self.size:
            return (match[1], end) if match else None
        below = self.between(end, min(self._ends[number + 1], self.size))
        rest = _unquoted(below, quotes).lstrip(" ")
        return match[1], end + len(below) - len(rest)  # what is cut off is ASCII

    def alert(self, at: int, last: int, quotes: int) -> tuple[str, int] | None:
        """Return the kind of GitHub's alert for a quote, if it is one, and the offset of its text.

        Args:
            at: Where the quote begins.
            last: Where it ends. Without any text it is no alert.
            quotes: How many quotes its text is in.
        """
        head, end = self.callout(at, quotes) or ("", 0)
        match = _ALERT.fullmatch(head)
        has_text = match and self.between(end, last).strip(" >\n")
        return (match[1].lower(), end) if match and has_text else None

    def begin_block(self) -> None:
        """Reset the parts of the previous block that the host would misread."""
        self._replacements.clear()
        self._links.clear()
        self._open_tags.clear()

    def begin(self, at: int) -> int:
        """Return the offset of an inline element, including a backslash before it."""
        return at - 1 if at and self.between(at - 1, at) == "\\" else at

    def find_false_tags(self, start: int, end: int) -> None:
        """Find text that Python-Markdown, unlike GitHub, would treat as a tag."""
        text = self.between(start, end)
        for match in _LIKE_A_TAG.finditer(text):
            before = text[: match.start()]
            at = start + (len(before.encode()) if self._data else len(before))
            # What is escaped begins behind the backslash, if nothing stands before it.
            is_escaped = (len(before) - len(before.rstrip("\\"))) % 2
            is_escaped = is_escaped or (at == start != self.begin(at))
            self._replacements.append((at - is_escaped, at + 1, "&lt;"))

    def find_escapes(self, start: int, end: int) -> None:
        """Find escaped characters whose backslash the host would show."""
        start = self.begin(start)
        text = self.between(start, end)
        for match in _ESCAPE.finditer(text):
            if match[1] not in self._escapes:
                before = text[: match.start()]
                at = start + (len(before.encode()) if self._data else len(before))
                self._replacements.append((at, at + 2, escape(match[1])))

    def take_link(self, start: int, end: int) -> None:
        """Note a link or an image, whose brackets are right."""
        self._links.append((start, end))

    def find_pairs(self, start: int, end: int) -> None:
        """Look for pairs of labels that are no links, and part them."""
        text = self.between(start, end)
        for match in _PAIR.finditer(text):
            before = text[: match.end() - 1]
            at = start + (len(before.encode()) if self._data else len(before))
            if not any(first <= at < last for first, last in self._links):
                self._replacements.append((at, at + 1, "["))

    def break_line(self, at: int) -> None:
        """Note a hard line break by a backslash, which Python-Markdown would show."""
        if self.between(at, at + 1) == "\\":
            self._replacements.append((at, at + 1, "<br />"))

    def take_tag(self, html: str, start: int, end: int) -> None:
        """Note a tag that would swallow the text after it if it is never closed."""
        name = swallowing_tag(html)
        if name and html.startswith("</"):
            opened = [tag for tag in self._open_tags if tag[0] == name]
            if opened:
                self._open_tags.remove(opened[-1])
        elif name:
            self._open_tags.append((name, start, end))

    def keep_spaces(self, code: str, start: int, end: int) -> None:
        """Keep spaces at the ends of code, which Python-Markdown removes."""
        if code[:1] == " " or code[-1:] == " ":
            self._replacements.append((start, end, f"<code>{escape(code)}</code>"))

    def strike(self, start: int, end: int) -> None:
        """Note text between double tildes, which is struck through; single ones mark formulas."""
        if self.between(start, start + 2) == "~~":
            self._replacements.append((start, start + 2, "<del>"))
            self._replacements.append((end - 2, end, "</del>"))

    def written(self, start: int, end: int, quotes: int, sign: Sign) -> str:
        """Return the source of a text, without the indents and markers of its containers.

        Args:
            start: Where it begins.
            end: Where it ends.
            quotes: How many quotes it is in.
            sign: Gives what stands for HTML in a text.
        """
        text = self._shielded(start, end, sign)
        if "\n" not in text:
            return text.strip(" ")
        if not quotes:
            return _MARGIN.sub("\n", text).strip(" \n")
        first, *others = text.split("\n")
        lines = (_unquoted(line, quotes).lstrip(" ") for line in others)
        return "\n".join([first, *lines]).strip(" \n")

    def for_host(self, start: int, end: int, quotes: int, sign: Sign) -> str:
        """Return the source of a text with its lines indented as within their container."""
        column = 0 if quotes else start - self._line_start(start)
        first, *others = self._shielded(start, end, sign).rstrip("\n").split("\n")
        return "\n".join([first, *(_outdented(_unquoted(line, quotes), column) for line in others)])

    def definitions(self, start: int, end: int) -> str:
        """Return the link definitions between two blocks, with text that is none escaped."""
        text = self.between(start, end)
        if "]:" not in text:
            return ""
        lines = [line[_end_of_prefix(line) :] for line in text.split("\n")]
        lines = [line for line in lines if line.strip()]
        return "\n".join(
            line if _is_split(line, below) else unhide_definition(line, self._text)
            for line, below in zip(lines, [*lines[1:], ""], strict=True)
        )

    def _line_start(self, at: int) -> int:
        number = bisect_right(self._ends, at)
        return self._ends[number - 1] if number else 0

    def _shielded(self, start: int, end: int, sign: Sign) -> str:
        if not self._replacements and not self._open_tags:
            return self.between(start, end)
        return "".join(self._pieces(start, end, sign))

    def _pieces(self, start: int, end: int, sign: Sign) -> Iterator[str]:
        unclosed = (
            (first, last, escape(self.between(first, last))) for _, first, last in self._open_tags
        )
        for first, last, html in sorted([*self._replacements, *unclosed]):
            if start <= first and last <= end:
                yield self.between(start, first)
                yield sign(html)
                start = last
        yield self.between(start, end)


def _unquoted(line: str, quotes: int) -> str:
    """Remove the quote markers from a line; lazy continuation lines may lack some."""
    for _ in range(quotes):
        match = _QUOTE.match(line)
        if not match:
            break
        line = line[match.end() :]
    return line


def _outdented(line: str, column: int) -> str:
    indent = len(line) - len(line.lstrip(" "))
    return line[min(column, indent) :]


def _is_split(line: str, below: str) -> bool:
    """Return whether the target of a link definition is on the next line."""
    return line.rstrip().endswith("]:") and below[:1] not in ("", "[")


def _end_of_prefix(line: str) -> int:
    match = _BEFORE_DEFINITION.match(line)
    return match.end() if match else 0
