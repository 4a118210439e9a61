"""Read rows from lists in a timeline section: `- Phase 1: 2 weeks`, `- **Week 1-2**: Base`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from mkdocs_plan_plugin.model import Item
from mkdocs_plan_plugin.reading.lexicon.months import MONTH_NAMES
from mkdocs_plan_plugin.reading.lexicon.times import LENGTHS, LINKS, Column, column_of_label
from mkdocs_plan_plugin.reading.markdown import Outline
from mkdocs_plan_plugin.reading.schedule.rows import Row, is_known
from mkdocs_plan_plugin.reading.tasks import read_phase_heading
from mkdocs_plan_plugin.reading.time import SpanRules, is_dated, read_span

_SPLIT = re.compile(r"\s*[:：]\s*|\s+[—–-]\s+")
# Metadata of the page, not of its plan.
_STAMP = re.compile(
    r"\W*(?:last[- ])?(?:updated?|created|modified|edited|revised|date|author|version|status)\b",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(rf"\s*(?:{MONTH_NAMES})\.?\s+\d{{1,2}}\b", re.IGNORECASE)
_RANGE = re.compile(
    r"(?P<time>(?P<start>[^:：]+?)\s+[—–-]\s+(?P<end>[^:：]+?))\s*[:：]\s*(?P<name>\S.*)"
)
_AT_END = re.compile(r"(?P<name>.*\S)\s*[(（\[](?P<value>[^()（）\[\]]+)[)）\]]\W*")

_NameAndTime = tuple[str, str]
_Cells = Mapping[Column, str]


def items_within(items: Sequence[Item], outline: Outline, timeline: int | None) -> dict[int, Item]:
    """Return the list items of the timeline section, ticked or not, by index."""
    chosen = frozenset(outline.within(timeline))
    return {index: item for index, item in enumerate(items) if item.section in chosen}


def rows_of_lists(
    items: Mapping[int, Item], outline: Outline, phases: Container[int], rules: SpanRules
) -> list[Row]:
    """Read items with times, below headings that may have times as well.

    An item such as `Duration: 2 weeks` is about the item around it.
    """
    rows = _headings(outline) if items else []
    details = _details(items)
    around: dict[int | None, int | None] = {}
    for index, item in items.items():
        around[index] = outer = around.get(item.outer, item.section)
        column, _ = _labelled(item)
        if column and (item.section in phases or (item.outer is not None and column in _DETAILS)):
            continue
        if row := _row(item, details.get(index, {}), outer, rules):
            around[index] = len(rows)
            rows.append(row)
    return rows


_DETAILS = (*LENGTHS, *LINKS)


def _headings(outline: Outline) -> list[Row]:
    """Return a row for each heading, whose time at its start applies to the items below it."""
    return [
        Row("", {Column.TIME: _SPLIT.split(section.title)[0]}, section.line, index, section.parent)
        for index, section in enumerate(outline.sections)
    ]


def _labelled(item: Item) -> tuple[Column | None, str]:
    """Split an item such as `Duration: 2 weeks` into the column of its label and its value."""
    cut = _SPLIT.search(item.text)
    return (
        (column_of_label(item.text[: cut.start()]), item.text[cut.end() :]) if cut else (None, "")
    )


def _details(items: Mapping[int, Item]) -> Mapping[int, _Cells]:
    """Return the labelled values nested in items, by the index of these items."""
    found: defaultdict[int, dict[Column, str]] = defaultdict(dict)
    for item in items.values():
        column, value = _labelled(item)
        if column in _DETAILS and item.outer is not None:
            before = found[item.outer].get(column, "") if column in LINKS else ""
            found[item.outer][column] = f"{before}; {value}" if before else value
    return found


def _row(item: Item, details: _Cells, outer: int | None, rules: SpanRules) -> Row | None:
    """Make a row of an item; its time may come from the items nested in it."""
    named = _named_time(item.text, rules) or _unread_phase(item.text)
    links = {column: details[column] for column in LINKS if column in details}
    cells = {Column.TIME: named[1]} | links if named else links
    if is_known(details, rules) and not (named and is_known(cells, rules)):
        named, cells = (item.text.rstrip(" :："), ""), dict(details)
    if not named or _STAMP.match(named[0]) or _is_deadline(*named, rules):
        return None
    return Row(named[0], cells, item.line, item.section, outer, restarts=True)


def _is_deadline(name: str, time: str, rules: SpanRules) -> bool:
    """Return whether an item is the plan's deadline, which is no part of the work."""
    return is_dated(time, rules) and column_of_label(name) is Column.DEADLINE


def _named_time(text: str, rules: SpanRules) -> _NameAndTime | None:
    """Split a name and its time: `A: 2 weeks`, `Week 1: A`, `A (2 weeks)`."""
    if named := _after_range(text, rules):
        return named
    cuts = [(cut.start(), cut.end()) for cut in _SPLIT.finditer(text) if cut.start()]
    for start, end in cuts[:1]:
        if read_span(text[end:], rules):
            return text[:start], text[end:]
        span = read_span(text[:start], rules)
        if span and (span.first is not None or span.start):
            return text[end:], text[:start]
    for start, end in cuts[1:][-1:]:
        if _MONTH_DAY.match(text, cuts[0][1]):
            break  # the two ends of a range, not a name and a date
        if read_span(text[end:], rules):
            return text[:start], text[end:]
    if (match := _AT_END.fullmatch(text)) and read_span(match["value"], rules):
        return match["name"], match["value"]
    return None


def _after_range(text: str, rules: SpanRules) -> _NameAndTime | None:
    """Split `Jan 15 - Feb 2: A`, `Week 1 - Week 2: A`, where the dash is part of the time."""
    match = _RANGE.match(text)
    if not match or not read_span(match["end"], rules):
        return None
    span, first = read_span(match["time"], rules), read_span(match["start"], rules)
    if not span or not first or span == first or not (span.start or span.first is not None):
        return None
    return match["name"], match["time"]


def _unread_phase(text: str) -> _NameAndTime | None:
    """Split a phase with an unknown time, as in `Phase 2: soon`, which keeps its position."""
    cut = _SPLIT.search(text)
    heading = read_phase_heading(text[: cut.start()]) if cut else None
    return (text[: cut.start()], text[cut.end() :]) if cut and heading and heading.number else None
