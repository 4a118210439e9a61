"""Elements with the attribute `markdown`, whose content is Markdown to MkDocs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

_OPENS = re.compile(r" *<([a-zA-Z][\w-]*)(?=[\s>]|$)")
_BEGINS_BLOCK = re.compile(r" {0,3}<(?:!--|/?([a-zA-Z][\w-]*)(?=[\s/>]|$))")
_TAG = re.compile(r"<[a-zA-Z][\w-]*(\s[^<>]*)?>")
_ATTRIBUTE = re.compile(r"\smarkdown(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'/]+)))?(?=[\s/]|$)")
_EITHER_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)(?=[\s/>]|$)")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_FENCE = re.compile(r" *(?:(?:>|[-+*]|\d+[.)]) +)*(`{3,}|~{3,})([^`]*)$")
_LONGEST_TAG = 10
"""A tag may extend over as many lines."""

# What python-markdown's md_in_html makes of an element, by its name.
_HOLD_TEXT = frozenset(
    "address dd dt h1 h2 h3 h4 h5 h6 legend li p summary td th".split()  # noqa: SIM905
)
_HOLD_NO_MARKDOWN = frozenset(("canvas", "math", "option", "pre", "script", "style", "textarea"))
_VALUES = frozenset(("1", "block", "markdown", "span"))
_EMPTY = frozenset(("hr", "br", "img", "input", "link", "meta", "source", "wbr"))
_INLINE = frozenset(
    "a abbr b bdi bdo button cite code data del dfn em font i ins kbd label mark q s samp"  # noqa: SIM905
    " small span strong sub sup time u var".split()
)

_Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Element:
    """An element from the line `first`, 0-based, to the line `last`.

    `begin` and `end` are line and column of its content; `holds_blocks` tells whether that is
    blocks of Markdown, and `is_raw` whether MkDocs shows it as it is. Of one that is never closed
    this is the opening tag alone.
    """

    first: int
    last: int
    begin: _Position
    end: _Position
    holds_blocks: bool
    is_raw: bool = False

    def content(self, lines: Sequence[str]) -> list[str]:
        """What it holds, one string for each of its lines."""
        return [self._held(lines[number], number) for number in range(self.first, self.last + 1)]

    def opening(self, lines: Sequence[str]) -> str:
        """Its first tag, which may extend over lines."""
        (last, column) = self.begin
        return "\n".join([*lines[self.first : last], lines[last][:column]])

    def closing(self, lines: Sequence[str]) -> str:
        """Its last tag, with what follows on the line."""
        line, column = self.end
        return lines[line][column:]

    def _held(self, line: str, number: int) -> str:
        if number < self.begin[0]:
            return ""
        start = self.begin[1] if number == self.begin[0] else 0
        held = line[start : self.end[1]] if number == self.end[0] else line[start:]
        return held if held.strip() else ""


class Elements:
    """The elements of a text, found by the line that they begin on."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    def at(self, number: int) -> Element | None:
        """The element with this attribute that begins a line."""
        opens = _OPENS.match(self._lines[number])
        if not opens or opens[1].lower() in _INLINE:
            return None
        text = self._tag_text(number)
        tag = _TAG.match(text, opens.start(1) - 1)
        attribute = _ATTRIBUTE.search(tag[1] or "") if tag else None
        if not tag or not attribute:
            return None
        name = opens[1].lower()
        before = text[: tag.end()]
        line = number + before.count("\n")
        begin = line, len(before) - (before.rfind("\n") + 1)
        closing = None if name in _EMPTY else self._closing.get((number, opens.start(1) - 1))
        if closing:
            value = next(filter(None, attribute.groups()), "1")
            is_raw = name in _HOLD_NO_MARKDOWN or value not in _VALUES
            holds_blocks = not is_raw and _holds_blocks(name, value)
            return Element(number, closing[0], begin, closing, holds_blocks, is_raw)
        is_alone = not self._lines[line][begin[1] :].strip()
        return Element(number, line, begin, begin, holds_blocks=False) if is_alone else None

    def _tag_text(self, number: int) -> str:
        """The lines of a tag."""
        found: list[str] = []
        for line in self._lines[number : number + _LONGEST_TAG]:
            found.append(line)
            if ">" in line or not line.strip():
                break
        return "\n".join(found)

    @cached_property
    def _closing(self) -> dict[_Position, _Position]:
        """Where the last tag of each element stands, by where its first one does."""
        found: dict[_Position, _Position] = {}
        opened: dict[str, list[_Position]] = {}
        for closes, name, at in _tags(self._lines):
            if not closes:
                opened.setdefault(name, []).append(at)
            elif opened.get(name):
                found[opened[name].pop()] = at
        return found


def begins_html(line: str) -> bool:
    """Whether a line begins a block of HTML."""
    match = _BEGINS_BLOCK.match(line)
    return match is not None and (match[1] or "").lower() not in _INLINE


def _tags(lines: Sequence[str]) -> Iterator[tuple[bool, str, _Position]]:
    """The tags of a text, but not those in code."""
    fence = ""
    for number, line in enumerate(lines):
        match = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if match and not fence:
            fence = match[1]
        elif match and match[1].startswith(fence) and not match[2].strip():
            fence = ""
        elif not fence and "<" in line:
            shown = _CODE.sub(lambda code: " " * len(code[0]), line) if "`" in line else line
            for tag in _EITHER_TAG.finditer(shown):
                yield bool(tag[1]), tag[2].lower(), (number, tag.start())


def _holds_blocks(name: str, value: str) -> bool:
    """Whether an element holds blocks, by its name and the value of the attribute."""
    return value == "block" or (value != "span" and name not in _HOLD_TEXT)
