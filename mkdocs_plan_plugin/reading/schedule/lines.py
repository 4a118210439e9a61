"""Read labelled lines: `**Duration**: 2 weeks`, `Depends on: Phase 1`, `Due: May 5`.

A line below the heading of a phase is about that phase. Lines in list items are about the item,
and two lines with one label below a heading seldom about the phase: both are skipped.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from mkdocs_plan_plugin.model import Section
from mkdocs_plan_plugin.reading.lexicon.times import Column, column_of_label

_MARKS = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")
# What may precede a label: a quote's sign, an item's marker, a box.
_LEAD = re.compile(r" ?(?:> ?)*(?:[-*+] +)?(?:\[[ xX]\] +)?")
_COLON = re.compile("[:：]")
_LONGEST = 48
"""The last column in which a label may end."""

# "**Duration**: 3 weeks | **Effort**: 80 h" and "**Start**: May 4, **End**: May 8" have two parts.
_PARTS = re.compile(
    r"(?<!\s)\s+[|·•]\s+(?=[*_]{0,3}[^\W\d])"
    r"|[,;]\s+(?=[*_]{0,3}[^\W\d][\w .-]{0,24}[*_]{0,3}\s*[:：])"
    r"|(?<!\s)\s+(?=(\*\*|__)[^*_:]{1,40}(?:\1:|:\1))"
)
_SEPARATORS = re.compile(r"[|·•,;]|(?:\*\*|__)[^*_]+(?:\*\*|__)[^*_]+(?:\*\*|__)")


class LabelledLine(NamedTuple):
    """A labelled line, or a part of one, and its section."""

    column: Column
    label: str
    value: str
    line: int
    section: int | None


def find_lines(
    text: str, sections: Sequence[Section], code: Sequence[tuple[int, int]], chosen: Iterable[int]
) -> list[LabelledLine]:
    """Find the labelled lines below some headings and at the top of a page, in order.

    Args:
        text: The text.
        sections: Its sections.
        code: The first and last lines of its code blocks, which are skipped.
        chosen: The sections to search, without their subsections.
    """
    found: list[LabelledLine] = []
    written = text.split("\n")
    has_comments = "<!--" in text
    starts = [section.line for section in sections]
    for section in sorted({*_top(sections), *chosen}):
        first = starts[section] if section >= 0 else 0
        last = starts[section + 1] - 1 if section + 1 < len(starts) else len(written)
        for number, line in enumerate(written[first:last], first + 1):
            # Most lines are skipped here.
            if (":" not in line and "：" not in line) or line.startswith(("  ", "|", "#")):
                continue
            parts = list(labelled_parts(line))
            if not parts or any(begin <= number <= end for begin, end in code):
                continue
            if not has_comments or not _is_comment(written, number):
                place = number, section if section >= 0 else None
                found += [LabelledLine(*part, *place) for part in parts]
    return found


def is_top(sections: Sequence[Section], index: int | None) -> bool:
    """Return whether a section is the top of the page: below its title or below no heading."""
    return index is None or (index == 0 and sections[0].level == 1)


def _top(sections: Sequence[Section]) -> tuple[int, ...]:
    """Return the sections at the top; -1 is the text before any heading."""
    return (-1, 0) if sections and is_top(sections, 0) else (-1,)


def labelled_parts(written: str) -> Iterator[tuple[Column, str, str]]:
    """Yield the column, label and value of each known label of a line."""
    for part in _parts(written):
        if split := _split(part):
            label, value = split
            if column := column_of_label(label):
                yield column, plain(label), value


def _parts(written: str) -> Iterator[str]:
    start = 0
    for sign in _PARTS.finditer(written) if _SEPARATORS.search(written) else ():
        yield written[start : sign.start()]
        start = sign.end()
    yield written[start:]


def _split(part: str) -> tuple[str, str] | None:
    match = _COLON.search(part, 0, _LONGEST)
    value = part[match.end() :].lstrip("*_ ").rstrip() if match else ""
    if not match or not value:
        return None
    lead = _LEAD.match(part)
    return part[lead.end() if lead else 0 : match.start()], value


def _is_comment(lines: Sequence[str], line: int) -> bool:
    """Return whether a line is in a comment that begins above it."""
    for before in reversed(lines[: line - 1]):
        opened, closed = before.rfind("<!--"), before.rfind("-->")
        if opened != closed:
            return opened > closed
    return False


def plain(value: str) -> str:
    """Return text without Markdown emphasis and code marks."""
    return _MARKS.sub("", value).strip()


def lines_of_phases(
    lines: Sequence[LabelledLine], phases: Container[int], *columns: Column
) -> dict[int, LabelledLine]:
    """Return a line for each phase: of the first column with exactly one below its heading."""
    found: dict[int, LabelledLine] = {}
    for column in columns:
        by_section: defaultdict[int, list[LabelledLine]] = defaultdict(list)
        for each in lines:
            if each.column is column and each.section is not None and each.section in phases:
                by_section[each.section].append(each)
        found = {index: own[0] for index, own in by_section.items() if len(own) == 1} | found
    return found
