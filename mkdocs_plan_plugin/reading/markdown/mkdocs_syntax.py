"""Parts of a page in MkDocs' own dialect, which GitHub's parser would misread.

Admonitions, details and content tabs hold what is indented below their first line, definitions
too; blocks between `///` and elements with the attribute `markdown` hold what stands between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

MARK = "<!---->"
"""Stands for an island, or for a line of one, in a text that GitHub's parser reads."""

INDENT = 4
"""How far what an island holds is indented, in columns."""

# What a line begins with that begins an island or a fence.
_BEGINS = frozenset("!?=/:<[")
_FIRST = _BEGINS | frozenset("`~>-+*0123456789")
# No text without one of these holds an island; most texts hold none of them.
_SIGNS = ("!!!", "???", "===", "///", "\n: ", "markdown", "[^")
_HEADER = re.compile(r"( *)(?:!!! ?[\w-]|\?\?\?\+? ?[\w-]|===[!+]{0,2} ?[\"'])")
_DEFINITION = re.compile(r"( *): {1,3}(?=\S)")
_FOOTNOTE = re.compile(r"( {0,3})\[\^[^\]]+\]: *")
_BETWEEN = re.compile(r" *(?:/{3,}(?: .*)?|<\w+(?:\s[^<>]*)?\smarkdown(?:[\s=][^<>]*)?>) *")
_OPENS = re.compile(r" *<(\w+)")
_CLOSES = re.compile(r" *</(\w+)> *")
_MARKER = re.compile(r" *([-+*]|\d{1,9}[.)]) +")
_FENCE = re.compile(r" *(?:> *|(?:[-+*]|\d+[.)]) +)*(`{3,}|~{3,})([^`]*)$")


class Syntax(StrEnum):
    """What an island is written in."""

    ADMONITION = "!"
    DETAILS = "?"
    TAB = "="
    BLOCK = "/"
    HTML = "<"
    DEFINITION = ":"
    FOOTNOTE = "["


@dataclass(frozen=True, slots=True)
class MkDocsBlock:
    """The lines from `first` to `last`, 0-based; `indent` is that of the first.

    `lead` is what its content lacks on its first line, such as `:   `; None when its content
    begins below that line, and stands between `first` and `last` when these are one.
    """

    first: int
    last: int
    indent: int
    syntax: Syntax
    lead: str | None = None


def find_mkdocs_blocks(
    lines: Sequence[str], text: str, has_footnotes: bool = False
) -> list[MkDocsBlock]:
    """Find the islands of a text that are in no other one, in order.

    Args:
        lines: The lines of the text.
        text: The text.
        has_footnotes: Whether the notes below a text are islands too.
    """
    if not any(sign in text for sign in _SIGNS):
        return []
    found: list[MkDocsBlock] = []
    fence, is_held, width = "", False, 0
    elements: list[str] = []
    end = -1
    for number, line in enumerate(lines):
        first = line.lstrip(" ")[:1]
        if first not in _FIRST or number <= end:
            continue
        if fence and is_held and line[0] != " ":
            fence = ""  # the item that it stands in is at its end
        if not fence:
            marker = _MARKER.match(line)
            if marker and marker.start(1) < (width or INDENT):
                width = marker.end()  # that of the outermost item
            elif not marker and line[0] != " ":
                width = 0
        match = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if match and not fence:
            fence, is_held = match[1], 0 < width <= match.start(1)
        elif match and match[1].startswith(fence) and not match[2].strip():
            fence = ""
        elif not fence and first in _BEGINS:
            for mkdocs_block in _island_at(lines, number, elements):
                if has_footnotes or mkdocs_block.syntax is not Syntax.FOOTNOTE:
                    found.append(mkdocs_block)
                    end = mkdocs_block.last
    return found


def _island_at(lines: Sequence[str], number: int, elements: list[str]) -> Iterator[MkDocsBlock]:
    line = lines[number]
    if match := _HEADER.match(line):
        indent = len(match[1])
        last = _last_line(lines, number, indent + INDENT)
        yield MkDocsBlock(number, last, indent, Syntax(line[indent]))
    elif (match := _DEFINITION.match(line)) and _has_term(lines, number):
        yield _with_lead(lines, number, match, Syntax.DEFINITION)
    elif match := _FOOTNOTE.match(line):
        yield _with_lead(lines, number, match, Syntax.FOOTNOTE)
    elif _BETWEEN.fullmatch(line):
        indent = _indent(line)
        if opened := _OPENS.match(line):
            elements.append(opened[1])
        yield MkDocsBlock(number, number, indent, Syntax(line[indent]))
    elif elements and (match := _CLOSES.fullmatch(line)) and match[1] == elements[-1]:
        elements.pop()
        yield MkDocsBlock(number, number, _indent(line), Syntax.HTML)


def _with_lead(
    lines: Sequence[str], number: int, match: re.Match[str], syntax: Syntax
) -> MkDocsBlock:
    indent = len(match[1])
    last = _last_line(lines, number, indent + INDENT)
    return MkDocsBlock(number, last, indent, syntax, lines[number][indent : match.end()])


def _has_term(lines: Sequence[str], number: int) -> bool:
    """Whether a definition follows a term or another definition."""
    before = number - 1
    if before >= 0 and not lines[before].strip():
        before -= 1
    return before >= 0 and bool(lines[before].strip()) and not lines[before].startswith("#")


def _last_line(lines: Sequence[str], first: int, indent: int) -> int:
    """The last of the lines below the first that are indented so far, or blank between such."""
    last = first
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if line.strip():
            if _indent(line) < indent:
                break
            last = number
    return last


def content(lines: Sequence[str], mkdocs_block: MkDocsBlock) -> list[str]:
    """The lines of what an island holds, without their indentation."""
    inset = mkdocs_block.indent + INDENT
    inner = [
        line[min(inset, _indent(line)) :]
        for line in lines[mkdocs_block.first + 1 : mkdocs_block.last + 1]
    ]
    if mkdocs_block.lead is None:
        return inner
    return [lines[mkdocs_block.first][mkdocs_block.indent + len(mkdocs_block.lead) :], *inner]


def hide(lines: Sequence[str], mkdocs_blocks: Sequence[MkDocsBlock]) -> list[str]:
    """Put a mark and blank lines where islands stand."""
    hidden = list(lines)
    for mkdocs_block in mkdocs_blocks:
        blank = [""] * (mkdocs_block.last - mkdocs_block.first)
        hidden[mkdocs_block.first : mkdocs_block.last + 1] = [
            " " * mkdocs_block.indent + MARK,
            *blank,
        ]
    return hidden


def flatten(text: str) -> str:
    """Make what islands hold a part of the text around them: each line keeps its number."""
    lines = text.split("\n")
    mkdocs_blocks = find_mkdocs_blocks(lines, text)
    # Each round opens the outermost islands, so that those in them are found by the next.
    while mkdocs_blocks:
        for mkdocs_block in mkdocs_blocks:
            held = [
                " " * mkdocs_block.indent + line if line else ""
                for line in content(lines, mkdocs_block)
            ]
            first = [] if mkdocs_block.lead is not None else [" " * mkdocs_block.indent + MARK]
            lines[mkdocs_block.first : mkdocs_block.last + 1] = first + held
        text = "\n".join(lines)
        mkdocs_blocks = find_mkdocs_blocks(lines, text)
    return text


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
