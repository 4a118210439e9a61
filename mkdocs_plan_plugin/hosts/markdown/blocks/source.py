"""Access a text by the byte offsets of the parser: lines, and the source between two offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from html import escape

from mkdocs_plan_plugin.hosts.markdown.blocks.bare_urls import BareUrl, BareUrls
from mkdocs_plan_plugin.hosts.markdown.blocks.delimiters import (
    DELIMITER,
    WIDEST,
    Run,
    mistakable,
    strikes,
)
from mkdocs_plan_plugin.hosts.markdown.blocks.inline_syntax import PLAIN_SYNTAX, InlineSyntax
from mkdocs_plan_plugin.reading.markdown import line_ends, swallowing_tag

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
_LIKE_A_TAG = re.compile(r"(\\*)<(?=/?[a-zA-Z][^<>]*>|!--|[^<> !]+@[^<>]+>)")
_DELIMITERS = re.compile(r"[*_`~]")
# What extensions for formulas process, without the placeholders of a piece of HTML in it.
_FORMULA = re.compile(
    r"(?<!\\)(?:\$\$(?:\\.|[^\\$])+\$\$|\$(?!\s)(?:\\.|[^\\$])+(?<!\s)\$"
    r"|\\\((?:(?!\\[()]).)+\\\)|\\\[(?:(?!\\[\[\]]).)+\\\])",
    re.DOTALL,
)

Sign = Callable[[str], str]
"""Returns the placeholder of a piece of HTML in a text for the host."""


class SourceText:
    """A text with offsets in bytes.

    Args:
        text: The text.
        first_line: The number of its first line on the page.
        syntax: What the site's extensions process.
    """

    def __init__(self, text: str, first_line: int, syntax: InlineSyntax = PLAIN_SYNTAX) -> None:
        self._text = text
        self._data = b"" if text.isascii() else text.encode()
        self._ends = line_ends(text)
        self._first_line = first_line
        self.size = len(self._data or text)
        self._syntax = syntax
        self._has_backslashes = "\\" in text
        # What the host would misread in the block in hand: its place in bytes, and its HTML.
        self._replacements: list[tuple[int, int, str]] = []
        self._links: list[tuple[int, int]] = []
        self._open_tags: list[tuple[str, int, int]] = []
        self._runs: list[Run] = []  # what may be taken for emphasis, and tildes
        self._emphasis: list[tuple[int, int]] = []
        self._parents: list[tuple[int, bool]] = []  # where the spans begin; which are links
        self._urls = BareUrls()
        self._last_closing: dict[str, int] = {}  # by the name of the element
        self._is_cell = False

    def between(self, start: int, end: int) -> str:
        """Return the source between two offsets."""
        return self._data[start:end].decode() if self._data else self._text[start:end]

    def line(self, at: int) -> int:
        """Return the page's line number of an offset."""
        return bisect_right(self._ends, at) + self._first_line

    def closes_behind(self, name: str, at: int) -> bool:
        """Return whether a closing tag with a name stands behind an offset."""
        if name not in self._last_closing:
            tag = f"</{name}"
            text, data = self._text.lower(), self._data.lower()
            self._last_closing[name] = data.rfind(tag.encode()) if data else text.rfind(tag)
        return self._last_closing[name] >= at

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

    def begin_block(self, *, is_cell: bool = False) -> None:
        """Reset the parts of the previous block that the host would misread."""
        self._is_cell = is_cell
        self._urls.clear()
        self._replacements.clear()
        self._links.clear()
        self._open_tags.clear()
        self._runs.clear()
        self._emphasis.clear()
        self._parents.clear()

    def begin(self, at: int) -> int:
        """Return the offset of an inline element, including a backslash before it."""
        return at - 1 if at and self.between(at - 1, at) == "\\" else at

    def take_text(self, text: str, start: int, end: int) -> None:
        """Find what the host would misread in what the parser takes to be text."""
        if "<" in text:
            self.find_false_tags(start, end)
        if self._has_backslashes:
            self.find_escapes(start, end)
        if _DELIMITERS.search(text):
            self.find_delimiters(start, end)
        if "://" in text or "www." in text or "@" in text:
            begin = self.begin(start)
            self._urls.take_text(self.between(begin, end), begin, is_linked=self._is_linked)

    def find_false_tags(self, start: int, end: int) -> None:
        """Find text that Python-Markdown, unlike GitHub, would treat as a tag."""
        for match, at in self._found(_LIKE_A_TAG, self.begin(start), end):
            sign = at + len(match[1])
            self._replacements.append((sign - len(match[1]) % 2, sign + 1, "&lt;"))

    def find_escapes(self, start: int, end: int) -> None:
        """Find escaped characters whose backslash the host would show."""
        for match, at in self._found(_ESCAPE, self.begin(start), end):
            if match[1] not in self._syntax.escapes:
                self._replacements.append((at, at + 2, escape(match[1])))

    def find_delimiters(self, start: int, end: int) -> None:
        """Find the tildes of a text, and what the host may take for emphasis or code."""
        for match, at in self._found(DELIMITER, self.begin(start), end):
            if match[1]:
                self._take_run(match[1], at)

    def take_tildes(self, start: int, end: int) -> None:
        """Note the tildes around what the parser takes to be struck."""
        tildes = "~~" if self._after(start + 1) == "~" else "~"
        self._take_run(tildes, start)
        self._take_run(tildes, end - len(tildes))

    def enter_span(self, start: int, end: int, *, is_link: bool) -> None:
        """Note the beginning of emphasis, or of a link or an image, whose brackets are right."""
        if is_link:
            self._links.append((start, end))
            self._urls.hide(start, end)
        else:
            self._emphasis.append((start, end))
        self._parents.append((start, is_link or self._is_linked))

    def leave_span(self) -> None:
        """Note the end of the innermost emphasis or link."""
        self._parents.pop()

    def find_pairs(self, start: int, end: int) -> None:
        """Look for pairs of labels that are no links, and part them."""
        for match, at in self._found(_PAIR, start, end):
            bracket = at + len(match[0]) - 1
            if not any(first <= bracket < last for first, last in self._links):
                self._replacements.append((bracket, bracket + 1, "["))

    def break_line(self, at: int) -> None:
        """Note a hard line break by a backslash, which Python-Markdown would show."""
        if self.between(at, at + 1) == "\\":
            self._replacements.append((at, at + 1, "<br />"))

    def take_tag(self, html: str, start: int, end: int) -> None:
        """Note a tag that would swallow the text after it if it is never closed."""
        self._urls.take_tag(html, start, end)
        name = swallowing_tag(html)
        if name and html.startswith("</"):
            opened = [tag for tag in self._open_tags if tag[0] == name]
            if opened:
                self._open_tags.remove(opened[-1])
        elif name:
            self._open_tags.append((name, start, end))

    def take_code(self, code: str, start: int, end: int) -> None:
        """Keep spaces at the ends of code, which Python-Markdown removes."""
        self._urls.hide(start, end)
        if code[:1] == " " or code[-1:] == " ":
            self._replacements.append((start, end, f"<code>{escape(code)}</code>"))

    def keep_urls(self) -> None:
        """Leave the bare URLs of the block to the host."""
        self._urls.clear()

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
        """Return the link definitions between two blocks."""
        text = self.between(start, end)
        if "]:" not in text:
            return ""
        lines = (line[_end_of_prefix(line) :] for line in text.split("\n"))
        return "\n".join(line for line in lines if line.strip())

    def _found(
        self, pattern: re.Pattern[str], start: int, end: int
    ) -> Iterator[tuple[re.Match[str], int]]:
        """Yield the matches of a pattern between two offsets, each with its own offset."""
        text = self.between(start, end)
        at, passed = start, 0
        for match in pattern.finditer(text):
            before = text[passed : match.start()]
            at += len(before.encode()) if self._data else len(before)
            passed = match.start()
            yield match, at

    @property
    def _is_linked(self) -> bool:
        return bool(self._parents) and self._parents[-1][1]

    def _take_run(self, signs: str, at: int) -> None:
        end = at + len(signs)
        parent, is_linked = self._parents[-1] if self._parents else (-1, False)
        run = Run(signs[0], at, len(signs), self._before(at), self._after(end), parent, is_linked)
        self._runs.append(run)

    def _before(self, at: int) -> str:
        """Return the character before an offset."""
        if not self._data:
            return self._text[at - 1 : at] if at else ""
        return self._data[max(0, at - WIDEST) : at].decode(errors="ignore")[-1:]

    def _after(self, at: int) -> str:
        """Return the character at an offset."""
        if not self._data:
            return self._text[at : at + 1]
        return self._data[at : at + WIDEST].decode(errors="ignore")[:1]

    def _line_start(self, at: int) -> int:
        number = bisect_right(self._ends, at)
        return self._ends[number - 1] if number else 0

    def _shielded(self, start: int, end: int, sign: Sign) -> str:
        if not (self._replacements or self._open_tags or self._runs or self._urls.may_be_any):
            return self.between(start, end)
        return "".join(self._pieces(start, end, sign))

    def _pieces(self, start: int, end: int, sign: Sign) -> Iterator[str]:
        for first, last, html in sorted(self._all_replacements(start, end)):
            if start <= first and last <= end:
                yield self.between(start, first)
                yield sign(html)
                start = last
        yield self.between(start, end)

    def _all_replacements(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield what to replace between two offsets, with nothing of what is in formulas."""
        in_formulas = _within(self._formulas(start, end) if self._syntax.has_math else ())
        urls = self._urls.find(self.between(start, end), start, is_cell=self._is_cell)
        in_urls = _within(urls)
        if not self._syntax.has_bare_urls:
            yield from (url for url in urls if not in_formulas(url.start))
        yield from (each for each in self._replacements if not in_formulas(each[0]))
        for _, first, last in self._open_tags:
            yield first, last, escape(self.between(first, last))
        runs = [run for run in self._runs if not (in_formulas(run.start) or in_urls(run.start))]
        if not self._syntax.has_tildes:
            for opening, closing in strikes(runs):
                yield opening.start, opening.end, "<del>"
                yield closing.start, closing.end, "</del>"
        # Emphasis between a URL and what is around it is none, so that other signs may pair.
        is_known = all(in_urls(first) == in_urls(last - 1) for first, last in self._emphasis)
        if self._syntax.has_plain_emphasis and is_known:
            for run in mistakable(runs, bool(self._emphasis)):
                yield run.start, run.end, run.sign * run.length

    def _formulas(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        for match, at in self._found(_FORMULA, start, end):
            yield at, at + len(match[0].encode())


def _within(spans: Iterable[tuple[int, ...] | BareUrl]) -> Callable[[int], bool]:
    """Return a function that tells whether an offset is in one of some spans, given in order."""
    edges = [edge for span in spans for edge in span[:2]]
    return lambda at: bisect_right(edges, at) % 2 == 1


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


def _end_of_prefix(line: str) -> int:
    match = _BEFORE_DEFINITION.match(line)
    return match.end() if match else 0
