"""Lines of a page that say when: `**Duration**: 2 weeks`, `Depends on: Phase 1`, `Due: May 5`.

Below the heading of a phase they are said of that phase. Lines in an item of a list are said of
that item, and two of a kind below one heading seldom of the phase: both are left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from mkdocs_plan_plugin.model import Section
from mkdocs_plan_plugin.reading.lexicon.times import Column, column_of_label

_MARKS = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")
# What may stand before a label: a quote's sign, an item's marker, a box.
_LEAD = re.compile(r" ?(?:> ?)*(?:[-*+] +)?(?:\[[ xX]\] +)?")
_COLON = re.compile("[:：]")
_LONGEST = 48
"""No label ends behind this column."""

# "**Duration**: 3 weeks | **Effort**: 80 h" is two lines on one.
_PARTS = re.compile(r"\s+[|·•]\s+(?=[*_]{0,3}[^\W\d])")


class LabelledLine(NamedTuple):
    """A line that says when; `section` is where it stands."""

    column: Column
    label: str
    value: str
    line: int
    section: int | None


def find_lines(
    text: str, sections: Sequence[Section], code: Sequence[tuple[int, int]], chosen: Iterable[int]
) -> list[LabelledLine]:
    """The lines that say when below some headings and at the top of a page; in order.

    Args:
        text: The text.
        sections: Its sections.
        code: The first and last lines of code in it; nothing in there says when.
        chosen: The sections to look into, without those in them.
    """
    found: list[LabelledLine] = []
    written = text.split("\n")
    has_comments = "<!--" in text
    starts = [section.line for section in sections]
    for section in sorted({*_top(sections), *chosen}):
        first = starts[section] if section >= 0 else 0
        last = starts[section + 1] - 1 if section + 1 < len(starts) else len(written)
        for number, line in enumerate(written[first:last], first + 1):
            # Most lines are done with here.
            if (":" not in line and "：" not in line) or line.startswith(("  ", "|", "#")):
                continue
            parts = list(_labelled(line))
            if not parts or any(begin <= number <= end for begin, end in code):
                continue
            if not has_comments or not _is_comment(written, number):
                place = number, section if section >= 0 else None
                found += [LabelledLine(*part, *place) for part in parts]
    return found


def is_top(sections: Sequence[Section], index: int | None) -> bool:
    """Whether it is the text at the top of a page: below its title, or below no heading."""
    return index is None or (index == 0 and sections[0].level == 1)


def _top(sections: Sequence[Section]) -> tuple[int, ...]:
    """The sections at the top; -1 stands for what is below no heading."""
    return (-1, 0) if sections and is_top(sections, 0) else (-1,)


def _labelled(written: str) -> Iterator[tuple[Column, str, str]]:
    """The labels of a line that say when, and their values."""
    for part in _PARTS.split(written) if "|" in written or "·" in written else (written,):
        if split := _split(part):
            label, value = split
            if column := column_of_label(label):
                yield column, plain(label), value


def _split(part: str) -> tuple[str, str] | None:
    match = _COLON.search(part, 0, _LONGEST)
    value = part[match.end() :].lstrip("*_ ").rstrip() if match else ""
    if not match or not value:
        return None
    lead = _LEAD.match(part)
    return part[lead.end() if lead else 0 : match.start()], value


def _is_comment(lines: Sequence[str], line: int) -> bool:
    """Whether a line stands in a comment that begins above it."""
    for before in reversed(lines[: line - 1]):
        opened, closed = before.rfind("<!--"), before.rfind("-->")
        if opened != closed:
            return opened > closed
    return False


def plain(value: str) -> str:
    """The text of a line's value, without marks."""
    return _MARKS.sub("", value).strip()


def lines_of_phases(
    lines: Sequence[LabelledLine], phases: Container[int], *columns: Column
) -> dict[int, LabelledLine]:
    """The one line of the first of some columns below the heading of each phase."""
    found: dict[int, LabelledLine] = {}
    for column in columns:
        said: defaultdict[int, list[LabelledLine]] = defaultdict(list)
        for each in lines:
            if each.column is column and each.section is not None and each.section in phases:
                said[each.section].append(each)
        found = {section: own[0] for section, own in said.items() if len(own) == 1} | found
    return found
