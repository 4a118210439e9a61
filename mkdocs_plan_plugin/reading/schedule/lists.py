"""Read rows from lists in a timeline section: `- Phase 1: 2 weeks`, `- **Week 1-2**: Base`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from itertools import islice

from mkdocs_plan_plugin.model import Item
from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.lexicon.months import MONTH_NAMES
from mkdocs_plan_plugin.reading.lexicon.times import LENGTHS, LINKS, Column, column_of_label
from mkdocs_plan_plugin.reading.markdown import Outline
from mkdocs_plan_plugin.reading.schedule.brackets import IN_BRACKETS, outside_brackets
from mkdocs_plan_plugin.reading.schedule.rows import (
    Cells,
    Row,
    is_attempt,
    is_attempt_alone,
    is_known,
)
from mkdocs_plan_plugin.reading.tasks import read_phase_heading
from mkdocs_plan_plugin.reading.time import SpanRules, is_dated, read_span

_MOST_CUTS = 8
_SPLIT = re.compile(r"\s*[:：]\s*|\s+[—–-]\s+")
# Metadata of the page, not of its plan.
_STAMP = re.compile(
    r"\W*(?:last[- ])?(?:updated?|created|modified|edited|revised|date|author|version|status)"
    r"(?:\s+(?:on|by|at|date))?\W*",
    re.IGNORECASE,
)
_MONTH_DAY = lazy_pattern(rf"\s*(?:{MONTH_NAMES})\.?\s+\d{{1,2}}\b", re.IGNORECASE)
_COLON = re.compile(r"\s*[:：]\s*(?=\S)")
_DASH = re.compile(r"\s+[—–-]\s+")
_AT_END = lazy_pattern(rf"(?P<name>.*?\S)\s*{IN_BRACKETS}\W*")
# "Sprint 12 (2026-03-09 - 2026-03-20): Survey"
_INSIDE = re.compile(
    rf"(?P<name>[^()（）\[\]]*\w)[^\w()（）\[\]]*{IN_BRACKETS}[^\w:：]*?"
    r"(?:[:：]\s*|\s[—–-]\s+)(?P<rest>\S.*)"
)

_NameAndTime = tuple[str, str]


def items_within(items: Sequence[Item], sections: Container[int | None]) -> dict[int, Item]:
    """Return the list items of the timeline sections, ticked or not, by index."""
    return {index: item for index, item in enumerate(items) if item.section in sections}


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


_DETAILS = (*LENGTHS, *LINKS, Column.START, Column.END, Column.DEADLINE)


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


def _details(items: Mapping[int, Item]) -> Mapping[int, Cells]:
    """Return the labelled values nested in items, by the index of these items."""
    found: defaultdict[int, dict[Column, str]] = defaultdict(dict)
    for item in items.values():
        column, value = _labelled(item)
        if column in _DETAILS and item.outer is not None:
            before = found[item.outer].get(column, "") if column in LINKS else ""
            found[item.outer][column] = f"{before}; {value}" if before else value
    return found


def _row(item: Item, details: Cells, outer: int | None, rules: SpanRules) -> Row | None:
    """Make a row of an item; its time may come from the items nested in it."""
    named = split_row(item.text, rules) or _unread(item.text)
    links = {column: details[column] for column in LINKS if column in details}
    cells = {Column.TIME: named[1]} | links if named else links
    is_group = column_of_label(item.text.rstrip(" :：")) is not None
    if not is_group and is_known(details, rules) and not (named and is_known(cells, rules)):
        named, cells = (item.text.rstrip(" :："), ""), dict(details)
    if not named or _STAMP.fullmatch(named[0]) or _is_deadline(*named, rules):
        return None
    return Row(named[0], cells, item.line, item.section, outer, restarts=True)


def _is_deadline(name: str, time: str, rules: SpanRules) -> bool:
    """Return whether an item is the plan's deadline, which is no part of the work."""
    return is_dated(time, rules) and column_of_label(name) is Column.DEADLINE


def split_row(text: str, rules: SpanRules) -> _NameAndTime | None:
    """Split a name and its time: `A: 2 weeks`, `Week 1: A`, `A (2 weeks)`, `A (2 weeks): B`."""
    if named := _after_range(text, rules) or _with_bracket(text, rules):
        return named
    splits = _SPLIT.finditer(outside_brackets(text))
    cuts = [(cut.start(), cut.end()) for cut in islice(splits, _MOST_CUTS) if cut.start()]
    for start, end in cuts[:1]:
        if read_span(text[end:], rules):
            return text[:start], text[end:]
        span = read_span(text[:start], rules)
        if span and (span.first is not None or span.start or span.end):
            return text[end:], text[:start]
    for start, end in cuts[1:]:
        if _MONTH_DAY.match(text, cuts[0][1]):
            break  # the two ends of a range, not a name and a date
        if read_span(text[end:], rules):
            return text[:start], text[end:]
    if (match := _AT_END.fullmatch(text)) and read_span(match["value"], rules):
        return match["name"], match["value"]
    return None


def _with_bracket(text: str, rules: SpanRules) -> _NameAndTime | None:
    """Split `Sprint 12 (2026-03-09 - 2026-03-20): Survey`, where the time is inside."""
    match = _INSIDE.fullmatch(text)
    if not match or not read_span(match["value"], rules):
        return None
    name, value, rest = match["name"].strip(), match["value"], match["rest"]
    if ":" in name and not read_phase_heading(name):
        return None  # prose
    if read_span(rest, rules):
        return name, rest if is_dated(rest, rules) else value
    return (rest if read_span(name, rules) else f"{name}: {rest}"), value


def _after_range(text: str, rules: SpanRules) -> _NameAndTime | None:
    """Split `Jan 15 - Feb 2: A`, `Week 1 - Week 2: A`, where the dash is part of the time."""
    colon = _COLON.search(text)
    time = text[: colon.start()] if colon else ""
    dash = _DASH.search(time)
    if not colon or not dash or not read_span(time[dash.end() :], rules):
        return None
    span, first = read_span(time, rules), read_span(time[: dash.start()], rules)
    if not span or not first or span == first or not (span.start or span.first is not None):
        return None
    return text[colon.end() :], time


def _unread(text: str) -> _NameAndTime | None:
    """Split a row with a time that is not understood, which keeps its position.

    It is one of a phase, as in `Phase 2: soon`, or one that only a time can be: `Glue: 3 weks`,
    `3 weks: Glue`, `Glue (3 weks)`.
    """
    if (match := _AT_END.fullmatch(text)) and is_attempt(match["value"]):
        return match["name"], match["value"]
    cut = _SPLIT.search(outside_brackets(text))
    if not cut or not cut.start():
        return None
    name, value = text[: cut.start()], text[cut.end() :]
    heading = read_phase_heading(name)
    if (heading and heading.number) or is_attempt(value):
        return name, value
    return (value, name) if is_attempt_alone(name) else None
