"""Rows of schedules, wherever they are written, and the one way to make entries of them.

Lists, headings, tables, lines and front matter tell what stands where: a name, and texts that say
when. What these texts say together is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

from mkdocs_plan_plugin.model import ScheduleEntry, Span
from mkdocs_plan_plugin.reading.lexicon.times import LENGTHS, Column
from mkdocs_plan_plugin.reading.schedule.dependencies import (
    NO_DEPENDENCIES,
    Dependencies,
    read_dependencies,
    read_names,
)
from mkdocs_plan_plugin.reading.schedule.milestones import (
    is_called_milestone,
    is_milestone,
    is_one_day,
)
from mkdocs_plan_plugin.reading.tasks import read_phase_heading
from mkdocs_plan_plugin.reading.time import UNKNOWN, SpanRules, is_nothing, read_span

_NUMBER = re.compile(r"#?\d+(?:\.\d+)*[a-z]?")
_LISTED = re.compile(r"\s*(?:[,;+&/、]|\band\b|\bund\b|\by\b|\bet\b|\be\b|\bи\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """What a page says in one place about when something is.

    Attributes:
        name: What it is; without a name the row only tells the time of those in it.
        cells: The texts that say when; without any, other rows may name it, and that is all.
        line: Where it stands.
        section: The section that it stands in.
        outer: The row that it stands in, as an index into its source's rows.
        restarts: Whether counting starts again in that row: `Day 2` in `Week 3` is a day of it.
        head: The head of the column that the name stands in, which says what all its rows are.
    """

    name: str
    cells: Mapping[Column, str]
    line: int
    section: int | None = None
    outer: int | None = None
    restarts: bool = False
    head: str = ""


def entries_of(rows: Sequence[Row], rules: SpanRules) -> Iterator[ScheduleEntry]:
    """Make entries of the rows of one source; outer rows come before those in them."""
    names = {full_name(row).casefold(): full_name(row) for row in rows if row.name}
    known: list[Span | None] = []
    for row in rows:
        outer = known[row.outer] if row.outer is not None else None
        span = _placed(row, outer, rules)
        known.append(span if span and span != UNKNOWN else outer)
        if span and row.name and row.cells:
            yield _entry(row, span, _dependencies(row, names), rules)


def is_known(cells: Mapping[Column, str], rules: SpanRules) -> bool:
    """Whether cells tell a time; `TBD` is none."""
    return span_of(cells, rules) != UNKNOWN


def _entry(row: Row, span: Span, links: Dependencies, rules: SpanRules) -> ScheduleEntry:
    return ScheduleEntry(
        name=full_name(row),
        span=span,
        written=", ".join(filter(None, _times(row.cells, rules))),
        line=row.line,
        section=row.section,
        after=links.after,
        alongside=links.alongside,
        is_milestone=_is_milestone(row, span, rules),
    )


def full_name(row: Row) -> str:
    """A number in the column `Phase` is that phase."""
    return _in_full(row.name, row.head)


def _in_full(name: str, head: str) -> str:
    full = f"{head} {name}"
    return full if head and _NUMBER.fullmatch(name) and read_phase_heading(full) else name


def _placed(row: Row, outer: Span | None, rules: SpanRules) -> Span | None:
    """When a row is; None: its time is a part of the one around it and tells nothing new."""
    span = span_of(row.cells, rules)
    if outer is None or not row.name:
        return span
    if span == UNKNOWN:
        heading = read_phase_heading(row.name)
        return span if heading and heading.number else None
    return _inside(span, outer, restarts=row.restarts)


def span_of(cells: Mapping[Column, str], rules: SpanRules) -> Span:
    """What cells say together; nothing when they can't be read or give only half of it."""
    told, begins, ends = (read_span(text, rules) for text in _times(cells, rules))
    first = begins.start if begins else None
    last = ends.end or ends.start if ends else None
    if first and not (last or told) and Column.END in cells:
        return UNKNOWN
    if first or last:
        told = told or UNKNOWN
        return Span(least=told.least, most=told.most, start=first, end=last)
    if begins and ends and begins.first is not None and ends.last is not None:
        return Span(first=begins.first, last=ends.last)
    return told or UNKNOWN


def _times(cells: Mapping[Column, str], rules: SpanRules) -> tuple[str, str, str]:
    """The texts that say how long something takes or when it is, when it starts and when it ends.

    A duration ends on its deadline; dates and weeks say by themselves when they end.
    """
    length = _length(cells, rules)
    told = read_span(length, rules)
    is_open = told is None or (told.most and not (told.start or told.end))
    due = cells.get(Column.DEADLINE, "") if is_open else ""
    return length, cells.get(Column.START, ""), cells.get(Column.END) or due


def _length(cells: Mapping[Column, str], rules: SpanRules) -> str:
    """The surest text that can be read of those that tell the time of a row."""
    texts = [text for column in LENGTHS if (text := cells.get(column))]
    return next((text for text in texts if read_span(text, rules)), texts[0] if texts else "")


def _inside(span: Span, outer: Span, *, restarts: bool) -> Span | None:
    """A time that stands within another one. Durations are parts of it and tell nothing new."""
    if span.start or span.end:
        return span
    if span.first is None or span.last is None or outer.first is None or outer.last is None:
        return None
    # Give or take a tenth: three months are not quite thirteen weeks.
    if 0.9 * outer.first <= span.first < outer.last:
        return span
    last = outer.first + span.last
    return (
        Span(first=outer.first + span.first, last=last) if restarts and last <= outer.last else None
    )


def _is_milestone(row: Row, span: Span, rules: SpanRules) -> bool:
    if not row.head:
        return is_milestone(row.name, span)
    is_called = is_called_milestone(row.head) or is_called_milestone(row.name)
    return is_one_day(span) and (is_called or is_nothing(_length(row.cells, rules)))


def _dependencies(row: Row, names: Mapping[str, str]) -> Dependencies:
    """What the texts of a row say that it depends on; a cell may name other rows as they are."""
    texts = [(Column.TIME, row.name), *row.cells.items()]
    links = reduce(add, (dependencies_of(*each) for each in texts if each[1]), NO_DEPENDENCIES)
    after = row.cells.get(Column.AFTER, "")
    if after and not dependencies_of(Column.AFTER, after).after:
        parts = (_in_full(part, row.head).casefold() for part in _LISTED.split(after) if part)
        links += Dependencies(tuple(names[part] for part in parts if part in names))
    return links


def dependencies_of(column: Column, text: str) -> Dependencies:
    """What a text under a label of dependencies, or of time, names."""
    links = read_dependencies(text)
    if column is Column.AFTER:
        return links + Dependencies(read_names(text))
    return links + Dependencies(alongside=read_names(text)) if column is Column.BESIDE else links
