"""Parts of a page in MkDocs' own dialect, which GitHub's parser would misread.

Admonitions, details and content tabs hold what is indented below their first line, definitions
too; blocks between `///` and elements with the attribute `markdown` hold what stands between.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_plan_plugin.reading.markdown.mkdocs_elements import Element, Elements, begins_html
from mkdocs_plan_plugin.reading.markdown.open_blocks import open_block
from mkdocs_plan_plugin.reading.markdown.parser import events_of, line_ends

MARK = "<!M>"
"""Stands for a MkDocs block, or for a line of one, in a text that GitHub's parser reads.

A block of HTML of a kind that nobody writes, so that it ends no comment or code that it is in.
"""

INDENT = 4
"""How far what a MkDocs block holds is indented, in columns."""

DEEPEST = 40
"""MkDocs blocks that are nested deeper are text: whoever follows them must come to an end."""

# What a line begins with that begins a MkDocs block or a fence.
_BEGINS = frozenset("!?=/:<[")
_FIRST = _BEGINS | frozenset("`~>-+*0123456789")
# No text without one of these holds a MkDocs block; most texts hold none of them.
_SIGNS = ("!!!", "???", "===", "///", "\n: ", " : ", "markdown", "[^")
_HEADER = re.compile(r"( *)(?:!!! ?[\w-]|\?\?\?\+? ?[\w-]|===[!+]{0,2} ?[\"'])")
_DEFINITION = re.compile(r"( *): {1,3}(?=\S)")
_FOOTNOTE = re.compile(r"( {0,3})\[\^[^\]]+\]: *")
_BLOCK = re.compile(r" *(/{3,})(?: .*)? *")
# What ends a paragraph, so that it is no lazy line of it.
_INTERRUPTS = re.compile(
    r" {0,3}(?:[-+*] |\d+[.)] |#{1,6} |>|```|~~~|<|!!!|\?\?\?|===|///|\[\^|\|)"
)
_UNDERLINE = re.compile(r"( *)(?:-+|=+) *")
_NUMBER = re.compile(r"( *)(\d+)(?=[.)] )")
_MARKER = re.compile(r" *([-+*]|\d{1,9}[.)]) +")
_FENCE = re.compile(r" *(?:> *|(?:[-+*]|\d+[.)]) +)*(`{3,}|~{3,})([^`]*)$")


class Syntax(StrEnum):
    """What a MkDocs block is written in."""

    ADMONITION = "!"
    DETAILS = "?"
    TAB = "="
    BLOCK = "/"
    HTML = "<"
    DEFINITION = ":"
    FOOTNOTE = "["


EVERY_SYNTAX = frozenset(Syntax)
"""What a site has that uses all extensions; which ones it uses is not known everywhere."""


@dataclass(frozen=True, slots=True)
class MkDocsBlock:
    """The lines from `first` to `last`, 0-based; `indent` is that of the first.

    `lead` is what its content lacks on its first line, such as `:   `; None when its content
    begins below that line. `element` says where the content of an element is. A MkDocs block that
    `is_closed` holds nothing that GitHub's parser is to read, whatever its lines are.
    """

    first: int
    last: int
    indent: int
    syntax: Syntax
    lead: str | None = None
    element: Element | None = None
    is_closed: bool = False


def find_mkdocs_blocks(
    lines: Sequence[str], text: str, syntaxes: Container[Syntax]
) -> list[MkDocsBlock]:
    """Find the MkDocs blocks of a text that are in no other one, in order.

    Args:
        lines: The lines of the text.
        text: The text.
        syntaxes: What the site has.
    """
    if not any(sign in text for sign in _SIGNS):
        return []
    mkdocs_blocks = _possible_blocks(lines, syntaxes)
    # What is no block of its own is code or within HTML.
    while mkdocs_blocks:
        seen = {*_marked_lines("\n".join(hide(lines, mkdocs_blocks)))}
        blocks = [mkdocs_block for mkdocs_block in mkdocs_blocks if mkdocs_block.first in seen]
        if len(blocks) == len(mkdocs_blocks):
            break
        mkdocs_blocks = blocks
    return mkdocs_blocks


def _marked_lines(text: str) -> Iterator[int]:
    """Yield the 0-based lines that have a mark for a block of its own."""
    ends = line_ends(text)
    html: list[str] = []
    for event, span in events_of(text):
        if "Html" in event:
            html.append(event["Html"])
        elif "Start" in event and event["Start"] == "HtmlBlock":
            html.clear()
        elif "End" in event and event["End"] == "HtmlBlock" and "".join(html).strip() == MARK:
            yield bisect_right(ends, span["start"])


def _possible_blocks(lines: Sequence[str], syntaxes: Container[Syntax]) -> list[MkDocsBlock]:
    found: list[MkDocsBlock] = []
    fence, is_held, width = "", False, 0
    elements = Elements(lines)
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
            mkdocs_block = _block_at(lines, number, elements)
            if mkdocs_block and mkdocs_block.syntax in syntaxes:
                found.append(mkdocs_block)
                end = mkdocs_block.last
    return found


def _block_at(lines: Sequence[str], number: int, elements: Elements) -> MkDocsBlock | None:
    line = lines[number]
    if match := _HEADER.match(line):
        indent = len(match[1])
        last = _last_line(lines, number, indent + INDENT)
        return MkDocsBlock(number, last, indent, Syntax(line[indent]))
    if (match := _DEFINITION.match(line)) and _has_term(lines, number):
        return _with_lead(lines, number, match, Syntax.DEFINITION)
    if match := _FOOTNOTE.match(line):
        return _with_lead(lines, number, match, Syntax.FOOTNOTE)
    if _BLOCK.fullmatch(line):
        indent = _indent(line)
        last = _last_option(lines, number, indent + INDENT)
        return MkDocsBlock(number, last, indent, Syntax.BLOCK, is_closed=True)
    if element := elements.at(number):
        is_closed = not element.holds_blocks
        last, indent = element.last, _indent(line)
        return MkDocsBlock(number, last, indent, Syntax.HTML, element=element, is_closed=is_closed)
    return None


def _with_lead(
    lines: Sequence[str], number: int, match: re.Match[str], syntax: Syntax
) -> MkDocsBlock:
    indent = len(match[1])
    last = _last_line(lines, number, indent + INDENT, with_lazy=True)
    return MkDocsBlock(number, last, indent, syntax, lines[number][indent : match.end()])


def _has_term(lines: Sequence[str], number: int) -> bool:
    """Whether a definition follows a term or another definition."""
    before = number - 1
    if before >= 0 and not lines[before].strip():
        before -= 1
    if before < 0 or not lines[before].strip():
        return False
    return not (lines[before].startswith("#") or begins_html(lines[before]))


def _last_line(lines: Sequence[str], first: int, indent: int, *, with_lazy: bool = False) -> int:
    """The last of the lines below the first that are indented so far, or blank between such.

    Lazy lines are less indented, and go on with the paragraph on the line before.
    """
    last = first
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if line.strip():
            if _indent(line) < indent:
                is_lazy = with_lazy and last == number - 1 and not _begins_block(lines, number)
                if not is_lazy:
                    break
            last = number
    return last


def _begins_block(lines: Sequence[str], number: int) -> bool:
    """Whether a line, or the one before it, can be no part of a paragraph of both."""
    line, before = lines[number], lines[number - 1].lstrip(" ")
    return bool(
        _INTERRUPTS.match(line)
        or _DEFINITION.match(line)
        or before.startswith(("```", "~~~", "|", "#"))
    )


def _last_option(lines: Sequence[str], first: int, indent: int) -> int:
    """The last of the options right below the head of a block between `///`."""
    if not lines[first].strip(" /"):
        return first
    last = first
    while last + 1 < len(lines) and lines[last + 1].strip() and _indent(lines[last + 1]) >= indent:
        last += 1
    return last


def content(lines: Sequence[str], mkdocs_block: MkDocsBlock) -> list[str]:
    """The lines of what a MkDocs block holds, without their indentation."""
    if mkdocs_block.element:
        return [
            _outdented(line, mkdocs_block.indent) for line in mkdocs_block.element.content(lines)
        ]
    inset = mkdocs_block.indent + INDENT
    inner = [
        _outdented(line, inset) for line in lines[mkdocs_block.first + 1 : mkdocs_block.last + 1]
    ]
    if mkdocs_block.lead is None:
        return inner
    return [lines[mkdocs_block.first][mkdocs_block.indent + len(mkdocs_block.lead) :], *inner]


def written(lines: Sequence[str], mkdocs_block: MkDocsBlock) -> str:
    """The lines of a MkDocs block as they are, without their indentation."""
    shown = lines[mkdocs_block.first : mkdocs_block.last + 1]
    return "\n".join(_outdented(line, mkdocs_block.indent) for line in shown)


def hide(lines: Sequence[str], mkdocs_blocks: Sequence[MkDocsBlock]) -> list[str]:
    """Put a mark and blank lines where MkDocs blocks stand."""
    hidden = list(lines)
    for mkdocs_block in mkdocs_blocks:
        blank = [""] * (mkdocs_block.last - mkdocs_block.first)
        hidden[mkdocs_block.first : mkdocs_block.last + 1] = [
            " " * mkdocs_block.indent + MARK,
            *blank,
        ]
    return hidden


def flatten(text: str, syntaxes: frozenset[Syntax] = EVERY_SYNTAX) -> str:
    """Make what MkDocs blocks hold a part of the text around them: each line keeps its number.

    That of footnotes is not: it is shown elsewhere.
    """
    syntaxes -= {Syntax.FOOTNOTE}
    lines = text.split("\n")
    # Each round opens the outermost MkDocs blocks, so that those in them are found by the next.
    for _ in range(DEEPEST):
        mkdocs_blocks = find_mkdocs_blocks(lines, text, syntaxes)
        if not mkdocs_blocks:
            break
        for mkdocs_block in mkdocs_blocks:
            lines[mkdocs_block.first : mkdocs_block.last + 1] = _opened(lines, mkdocs_block)
        text = "\n".join(lines)
    return text


def _opened(lines: Sequence[str], mkdocs_block: MkDocsBlock) -> list[str]:
    """What a MkDocs block holds, with a mark where only its own signs stand."""
    mark = " " * mkdocs_block.indent + MARK
    # What MkDocs shows raw is Markdown to GitHub, and to those who read the source.
    if mkdocs_block.is_closed and not (mkdocs_block.element and mkdocs_block.element.is_raw):
        return [mark, *[""] * (mkdocs_block.last - mkdocs_block.first)]
    held = [
        " " * mkdocs_block.indent + line if line else "" for line in content(lines, mkdocs_block)
    ]
    if mkdocs_block.lead is not None:
        held[0] = _below_term(held[0])
    # What is open ends with the MkDocs block; in the text around it, it would go on.
    if (number := open_block(held)) is not None:
        held[number:] = [mark, *[""] * (len(held) - number - 1)]
    if mkdocs_block.element:
        return [held[0] or mark, *held[1:-1], *[each or mark for each in held[1:][-1:]]]
    return held if mkdocs_block.lead is not None else [mark, *held]


def _below_term(line: str) -> str:
    """A definition's first line, so that it begins the list or rule that it begins in MkDocs."""
    if underline := _UNDERLINE.fullmatch(line):
        return underline[1] + MARK
    # On GitHub, no other number begins a list right below text.
    return _NUMBER.sub(lambda number: number[1] + "1".zfill(len(number[2])), line)


def _outdented(line: str, columns: int) -> str:
    return line[min(columns, _indent(line)) :]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
