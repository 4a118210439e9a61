"""Lists as GitHub shows them, from text that `normalize` has made regular.

In such text an item's content is indented by four columns, or by eight under a marker that is
as wide as four, and text never looks like an item. Python-Markdown's own processors know no
`1)`, no first number, no change of the marker, and judge item by item whether a list is loose.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Sequence

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.util import ETX, STX, nearing_recursion_limit

from mkdocs_plan_plugin.extension.short_lists import make_list, rows_of

_TAB = 4
_INDENTED = " " * _TAB
_MARKER = re.compile(r"(?:([-+*])|(\d{1,9})([.)]))(?: +|\Z)")
_RULE = re.compile(r"([-*])(?: *\1){2,} *(?:\n|\Z)")
_STASHED = re.compile(rf"{STX}wzxhzdk:\d+{ETX}\s*\Z")
_KNOWN = ("markdown.", "pymdownx.", "mkdocs_plan_plugin.")
# One line that no block processor takes for more than text.
_PLAIN = re.compile(r"(?:\[[ xX]\] )?(?!\d+[.)](?: |\Z))(?:\w|\*\*|`|\"|\()[^\n]*\Z")


class ListProcessor(BlockProcessor):
    """Makes a list, with all that is nested in it, from the blocks that it spans.

    `items` holds every item with its list, in the order of the text.

    Args:
        parser: The host's.
        has_short_way: Whether no other processor need be asked about a line of plain text.
    """

    def __init__(self, parser: BlockParser, *, has_short_way: bool = False) -> None:
        super().__init__(parser)
        self._has_short_way = has_short_way
        self.items: list[tuple[etree.Element, etree.Element]] = []

    def test(self, parent: etree.Element, block: str) -> bool:  # noqa: ARG002
        """Whether a block begins with an item."""
        begins = _MARKER.match(block) is not None and not _RULE.match(block)
        return begins and not nearing_recursion_limit()

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Take the blocks of one list."""
        match = _MARKER.match(blocks[0])
        if not match:  # `test` has seen that it does
            return
        kind = _kind(match)
        if self._has_short_way and not (len(blocks) > 1 and _goes_on(blocks[1], kind)):
            rows = rows_of(blocks[0])
            if rows:
                blocks.pop(0)
                self.items += make_list(parent, rows)
                return
        items, rest = _split(_take(blocks, kind), kind)
        if rest:
            blocks[:0] = rest.split("\n\n")
        parent = etree.SubElement(parent, "ol" if match[2] else "ul")
        if match[2] and int(match[2]) != 1:
            parent.set("start", str(int(match[2])))
        loose = _is_loose(items)
        for lines in items:
            self._add_item(parent, lines, loose)

    def _add_item(self, parent: etree.Element, lines: list[str], loose: bool) -> None:
        item = etree.SubElement(parent, "li")
        self.items.append((parent, item))
        rest = list(_parts(lines[1:])) if len(lines) > 1 else []
        if (
            self._has_short_way
            and _PLAIN.match(lines[0])
            and not (rest and not self.test(item, rest[0]))
        ):
            # What the parser would do in the end, having asked every processor.
            (etree.SubElement(item, "p") if loose else item).text = lines[0]
        else:
            rest = list(_parts(lines))
        if rest:
            self._parse(item, rest, loose)

    def _parse(self, item: etree.Element, parts: Sequence[str], loose: bool) -> None:
        # In this state the parser adds text to an item as it is, else as paragraphs.
        self.parser.state.set("plan-item" if loose else "list")
        blocks = "\n\n".join(parts).split("\n\n")
        if self.test(item, blocks[0]):
            self.run(item, blocks)
        self.parser.parseBlocks(item, blocks)
        self.parser.state.reset()


def knows_all_processors(md: Markdown) -> bool:
    """Whether all processors are Python-Markdown's, PyMdown's or ours; others may want any line."""
    return all(
        type(processor).__module__.startswith(_KNOWN) for processor in md.parser.blockprocessors
    )


def _kind(match: re.Match[str]) -> str:
    """What the items of one list have in common: the sign of their marker."""
    return match[1] or match[3]


def _take(blocks: list[str], kind: str) -> list[str]:
    """Remove the blocks of a list that begins with the first; return their lines."""
    taken = [blocks.pop(0)]
    while blocks and _goes_on(blocks[0], kind):
        taken.append(blocks.pop(0))
    return "\n\n".join(taken).split("\n")


def _goes_on(block: str, kind: str) -> bool:
    """Whether a list of this kind goes on in the block behind it."""
    block = block.lstrip("\n")
    if not block or block.startswith(_INDENTED):
        return True
    match = None if _RULE.match(block) else _MARKER.match(block)
    return match is not None and _kind(match) == kind


def _split(lines: Sequence[str], kind: str) -> tuple[list[list[str]], str]:
    """Part the lines of a list into those of its items, less their indentation.

    What follows a marker of another kind is the rest, which belongs to the next list.
    """
    items: list[list[str]] = []
    width = _TAB
    for number, line in enumerate(lines):
        match = _MARKER.match(line)
        if match:
            if _kind(match) != kind or _RULE.match(line):
                return items, "\n".join(lines[number:])
            width = _TAB if len(match[0].rstrip()) < _TAB else 2 * _TAB
            items.append([line[match.end() :]])
        else:
            indent = len(line) - len(line.lstrip(" "))
            items[-1].append(line[min(indent, width) :])
    return items, ""


def _is_loose(items: Sequence[list[str]]) -> bool:
    """Whether a blank line stands between two items, or between two blocks of one."""
    loose = False
    for item in items:
        blank = not item[-1].strip() and len(item) > 1
        while len(item) > 1 and not item[-1].strip():
            item.pop()
        loose = loose or _has_gap(item) or (blank and item is not items[-1])
    return loose


def _has_gap(lines: Sequence[str]) -> bool:
    """Whether blank lines part blocks of these lines: not those within a nested list."""
    blank, before = False, ""
    for line in lines:
        if not line.strip():
            blank = True
        elif line[0] == " ":
            blank = False
        else:
            match = _MARKER.match(line)
            kind = _kind(match) if match else ""
            if blank and not (kind and kind == before):
                return True
            blank, before = False, kind
    return False


def _parts(lines: Sequence[str]) -> Iterator[str]:
    """Part text, lists and stashed blocks that follow each other without a blank line."""
    part: list[str] = []
    before = ""
    for line in lines:
        if not line.strip():
            part.append("")
            continue
        kind = _part_kind(line, before)
        if before and (kind != before or kind == "stashed"):
            yield "\n".join(part).strip("\n")
            part = []
        part.append(line)
        before = kind
    yield "\n".join(part).strip("\n")


def _part_kind(line: str, before: str) -> str:
    if _STASHED.match(line):
        return "stashed"
    if _MARKER.match(line) or (before == "list" and line[0] == " "):
        return "list"
    return "text"
