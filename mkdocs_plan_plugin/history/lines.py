"""What one line of Markdown is by itself: blank, text, an item with or without a box, a heading ...

Lines are judged alone, so that a line which stands in many versions of a page is judged once.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from mkdocs_plan_plugin.history.inline import plain
from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading.boxes import is_legend, read_box, read_heading_box
from mkdocs_plan_plugin.reading.states import StateRules


class Kind(IntEnum):
    """What a line is, or begins."""

    BLANK = 0
    TEXT = 1
    ITEM = 2
    HEADING = 3
    FENCE = 4
    UNDERLINE = 5
    """`===` or `---`: makes a heading of the text above; the latter is a rule otherwise."""
    RULE = 6
    QUOTE = 7
    COMMENT = 8
    """A comment that goes on below the line."""
    HTML = 9
    """HTML up to the next blank line."""
    TAG = 10
    """A tag alone, which is HTML up to the next blank line where no text goes on."""
    RAW = 11
    """HTML up to the end of its element."""
    APART = 12
    """A whole comment, or the like: no text goes on through it."""
    ISLAND = 13
    """The first line of an admonition or a tab: what is indented below it is Markdown."""
    OPENS = 14
    """The tag of an element whose content is Markdown."""


class Box(NamedTuple):
    """A task's text, and whether it is ticked."""

    text: str
    is_ticked: bool


class Line(NamedTuple):
    """A line. What `text` and `offset` are depends on the kind.

    `text` is the title of a heading, the sign of a fence, the end of raw HTML, an item's text as
    it is written, the text of a quote that may go on below. `offset` is where an item's content
    begins, or whether a fence can be at its end (0) here. `inner` is a block that an item begins
    with. `can_interrupt` tells whether an item may follow right after text.
    """

    kind: Kind
    indent: int
    text: str = ""
    offset: int = 0
    box: Box | None = None
    inner: Line | None = None
    can_interrupt: bool = True


BLANK = Line(Kind.BLANK, 0)
_SAID = (Kind.TEXT, Kind.ITEM, Kind.QUOTE)
_ITEM = re.compile(r"(?:[-+*]|(\d{1,9})[.)])(?= |\Z)")
# What most lines of tasks are; it only saves time.
_TASK = re.compile(r"( *)(?:[-+*]|(\d{1,9})[.)]) {1,4}(\[[ xX]\] +[^\s].*)")
_BOXED = re.compile(r" *(?:[-+*]|\d{1,9}[.)]) {1,4}\[")
_TICKED = {(one, other) for one in " xX" for other in " xX" if (one == " ") != (other == " ")}
_GITHUB = re.compile(r"\[([ xX])\](?=\s)")
_OPTIONAL = re.compile(r"\[[^\[\]]{1,8}\]\\?\*\s*(?=\S)")
_HEADING = re.compile(r"#{1,6}(?= |\Z)")
_CLOSING = re.compile(r"(?:\A| )#+\Z")
_ATTRIBUTES = re.compile(r"\s\{:?\s*(?:[#.][\w-]|[\w-]+=)[^{}]*\}\Z")
_FENCE = re.compile(r"(`{3,}|~{3,})(.*)")
_RULE = re.compile(r"(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")
_UNDERLINE = re.compile(r"=+\s*|-+\s*")
_ISLAND = re.compile(r"!!! ?[\w-]|\?\?\?\+? ?[\w-]|===[!+]{0,2} ?[\"']")
_OPENS = re.compile(r"<\w+(?:\s[^<>]*)?\smarkdown(?:[\s=][^<>]*)?>\s*")
_RAW = re.compile(r"<(script|pre|style|textarea)(?=[\s>]|\Z)", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd"
    r"|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]"
    r"|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup"
    r"|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)"
    r"(?=[\s>]|/>|\Z)",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?>\s*")
_SYMBOLS = "☐☑☒"
_SPECIAL = frozenset("-+*0123456789#`~=_><!?/")
# A text that explains a mark is short, or begins with a sign that points at it.
_SHORT = 48
_POINTS = "=:：→>—–-"


def read_line(line: str, states: StateRules) -> Line:
    """Judge a line that has no tabs."""
    if match := _TASK.match(line):
        box = read_item(match[3].rstrip(" "), states)
        starts = match[2] in (None, "1")
        return Line(Kind.ITEM, len(match[1]), match[3], match.start(3), box, None, starts)
    text = line.strip(" ")
    if not text:
        return BLANK
    indent = len(line) - len(line.lstrip(" "))
    first = text[0]
    if first not in _SPECIAL:
        return Line(Kind.TEXT, indent, text)
    if first == "#":
        return _heading(text, indent, states)
    if first in "`~":
        return _fence(text, indent)
    if first == "<":
        return _html(text, indent)
    if first == ">":
        inner = read_line(text[1:].removeprefix(" "), states)
        return Line(Kind.QUOTE, indent, inner.text if inner.kind in _SAID else "")
    if first in "!?=/" and (_ISLAND.match(text) or text.startswith("///")):
        return Line(Kind.APART if first == "/" else Kind.ISLAND, indent, offset=indent + 4)
    if _UNDERLINE.fullmatch(text) and text != "-":
        return Line(Kind.UNDERLINE, indent, text)
    if _RULE.fullmatch(text):
        return Line(Kind.RULE, indent)
    match = _ITEM.match(text)
    return _item(text, indent, match, states) if match else Line(Kind.TEXT, indent, text)


def read_item(text: str, states: StateRules) -> Box | None:
    """Read the box of an item's whole text, as it is written, or None."""
    if match := _GITHUB.match(text):
        said = plain(text[match.end() :])
        if not said or ((len(said) < _SHORT or said[0] in _POINTS) and is_legend(said)):
            return None
        return Box(said, match[1] != " ")
    if "[" not in text and text[:1] not in _SYMBOLS:
        return None
    optional = _OPTIONAL.match(text)  # its star is not that of emphasis
    at = optional.end() if optional else 0
    found = read_box(text[:at] + plain(text[at:]), states)
    return Box(found.text, found.state is State.DONE) if found else None


def differ_in_tick(one: str, other: str) -> bool:
    """Whether two lines are an item with GitHub's box, ticked in one of them, and alike else."""
    match = _BOXED.match(one)
    if not match or len(one) != len(other):
        return False
    at = match.end()
    signs = one[at], other[at]
    is_alike = one[:at] == other[:at] and one[at + 1 :] == other[at + 1 :]
    return is_alike and signs in _TICKED and other[at + 1 : at + 3] == "] "


def title_of(text: str) -> str:
    """The title that a heading's text gives."""
    return _ATTRIBUTES.sub("", plain(text))


def _heading(text: str, indent: int, states: StateRules) -> Line:
    match = _HEADING.match(text)
    if not match:
        return Line(Kind.TEXT, indent, text)
    title = title_of(_CLOSING.sub("", text[match.end() :].strip()))
    found = read_heading_box(title, states) if "[" in title else None
    if not found:
        return Line(Kind.HEADING, indent, title)
    return Line(Kind.HEADING, indent, found.text, box=Box(found.text, found.state is State.DONE))


def _fence(text: str, indent: int) -> Line:
    match = _FENCE.match(text)
    if not match or (text[0] == "`" and "`" in match[2]):
        return Line(Kind.TEXT, indent, text)
    return Line(Kind.FENCE, indent, match[1], offset=len(match[2].strip()))


def _html(text: str, indent: int) -> Line:
    if text.startswith("<!--"):
        return Line(Kind.APART if "-->" in text[4:] else Kind.COMMENT, indent)
    if _OPENS.fullmatch(text):
        return Line(Kind.OPENS, indent)
    if match := _RAW.match(text):
        end = f"</{match[1].lower()}>"
        return Line(Kind.APART if end in text.lower() else Kind.RAW, indent, end)
    if _BLOCK.match(text):
        return Line(Kind.HTML, indent, text)
    return Line(Kind.TAG if _TAG.fullmatch(text) else Kind.TEXT, indent, text)


def _item(text: str, indent: int, match: re.Match[str], states: StateRules) -> Line:
    rest = text[match.end() :]
    content = rest.lstrip(" ")
    spaces = len(rest) - len(content)
    is_code = spaces > 4
    offset = indent + match.end() + (1 if is_code or not content else spaces)
    starts = bool(content) and match[1] in (None, "1")
    if is_code or not content:
        return Line(Kind.ITEM, indent, "", offset, can_interrupt=starts)
    inner = read_line(" " * offset + content, states) if content[0] in _SPECIAL else None
    if inner and inner.kind is not Kind.TEXT:
        return Line(Kind.ITEM, indent, "", offset, inner=inner, can_interrupt=starts)
    return Line(Kind.ITEM, indent, content, offset, read_item(content, states), None, starts)
