"""Find lines that look like check boxes but are none: `- [] text`, `- [ ]text`, `- **[ ]** text`.

GitHub and MkDocs show them as text, so they do not count, but they are reported.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from mkdocs_plan_plugin.model import Item
from mkdocs_plan_plugin.reading.tasks.boxes import is_legend
from mkdocs_plan_plugin.reading.tasks.status_words import bare_state

# Empty, with spaces around the mark, or with a sign that only looks like an x.
_BOX = r"\[[ \t]*[xXхХ×]?[ \t]*\]"
# What follows is no link: `[x](page.md)`, `[x][ref]`, `[x]: page.md`.
_ITEM = re.compile(rf"({_BOX})(?![(\[:])\s*(.*)", re.DOTALL)
# These may be text. They are only reported in a section with boxes.
_LIKELY = re.compile(r"(\([ xX]\)|\[([^\W\d_][\w ’'-]{1,15})\])\s*(\S.*)", re.DOTALL)
_LINE = re.compile(rf"[ \t]*(?:[-*+•●▪‣–—]|\d+[.)])?[ \t]*({_BOX})(?![(\[:])[ \t]*(\S.*)")
_STARTS = frozenset("[-*+•●▪‣–—0123456789")
_MARKER = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+")
# In code or escaped, brackets are meant as text.
_TEXT = ("`", "\\")


def malformed_item(item: Item, line: str, *, is_beside_boxes: bool) -> tuple[str, str] | None:
    """Return what stands in the place of an item's box and the text after it, or None.

    Args:
        item: The item, which has no box.
        line: Its first line.
        is_beside_boxes: Whether other items of its section have boxes.
    """
    if item.text[:1] not in ("[", "(") or _is_text(line):
        return None
    if match := _ITEM.match(item.text):
        return None if is_legend(match[2]) and match[2] else (match[1], match[2])
    match = _LIKELY.match(item.text) if is_beside_boxes else None
    if not match or (match[2] and bare_state(match[2]) is None) or is_legend(match[3]):
        return None
    return match[1], match[3]


def malformed_lines(
    lines: Sequence[str], skipped: Container[int]
) -> Iterator[tuple[str, str, int]]:
    """Yield the box, the text and the number of each line with a box that is in no list.

    Args:
        lines: The lines of a page.
        skipped: The numbers of lines that are not to be looked at.
    """
    for number, line in enumerate(lines, 1):
        is_likely = "]" in line and number not in skipped and line.lstrip()[:1] in _STARTS
        match = _LINE.fullmatch(line) if is_likely else None
        if match and not is_legend(match[2]):
            yield match[1], match[2], number


def hidden_lines(lines: Sequence[str], code: Iterable[tuple[int, int]]) -> set[int]:
    """Return the numbers of lines in code, in comments and in quotes."""
    hidden = {number for first, last in code for number in range(first, last + 1)}
    is_comment = False
    for number, line in enumerate(lines, 1):
        if is_comment or line.lstrip().startswith((">", "<!--")):
            hidden.add(number)
        if "<!--" in line or "-->" in line:
            is_comment = line.rfind("<!--") > line.rfind("-->")
    return hidden


def _is_text(line: str) -> bool:
    marker = _MARKER.search(line)
    return marker is not None and line[marker.end() :].lstrip("*_ ").startswith(_TEXT)
