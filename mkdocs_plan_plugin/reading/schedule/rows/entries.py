"""Make schedule entries from rows of any source.

Lists, headings, tables, lines and front matter give rows: a name and texts with times. The times
are read and combined here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

from mkdocs_plan_plugin.model import ScheduleEntry, Span, State
from mkdocs_plan_plugin.reading.lexicon.times import Column
from mkdocs_plan_plugin.reading.schedule.rows.dependencies import (
    NO_DEPENDENCIES,
    Dependencies,
    read_dependencies,
    read_names,
)
from mkdocs_plan_plugin.reading.schedule.rows.finished import is_done_on
from mkdocs_plan_plugin.reading.schedule.rows.milestones import (
    is_called_milestone,
    is_milestone,
    is_one_day,
)
from mkdocs_plan_plugin.reading.schedule.rows.states import state_beside
from mkdocs_plan_plugin.reading.schedule.rows.times import (
    Cells,
    joined_span,
    length_of,
    span_of,
    times_of,
)
from mkdocs_plan_plugin.reading.tasks import read_phase_heading
from mkdocs_plan_plugin.reading.time import UNKNOWN, SpanRules, is_nothing

_NUMBER = re.compile(r"#?\d+(?:\.\d+)*[a-z]?")
_LISTED = re.compile(r"\s*(?:[,;+&/、]|\band\b|\bund\b|\by\b|\bet\b|\be\b|\bи\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a schedule as written.

    Attributes:
        name: Its name; a row without one only gives the time of the rows in it.
        cells: Its texts with times, by column; a row without any is only a dependency of others.
        line: Its line.
        section: Its section.
        outer: The row that it is nested in, as an index into its source's rows.
        restarts: Whether offsets count from the start of that row: `Day 2` in `Week 3`.
        head: The head of the column of names, which gives the kind of all rows.
        state: Its state, if a column gives it.
        more: The texts of the rows below that continue this one.
        is_time: Whether its texts are in columns of times, so that others are mistakes.
        is_heading: Whether its name is a heading, whose date and state are read together.
    """

    name: str
    cells: Cells
    line: int
    section: int | None = None
    outer: int | None = None
    restarts: bool = False
    head: str = ""
    state: State | None = None
    more: tuple[Cells, ...] = ()
    is_time: bool = False
    is_heading: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """All its texts with times."""
        return tuple(text for cells in (self.cells, *self.more) for text in cells.values())


def entries_of(rows: Sequence[Row], rules: SpanRules) -> Iterator[ScheduleEntry]:
    """Make entries from the rows of one source; outer rows come before those in them."""
    names = {full_name(row).casefold(): full_name(row) for row in rows if row.name}
    known: list[Span | None] = []
    for row in rows:
        outer = known[row.outer] if row.outer is not None else None
        span = _placed(row, outer, rules)
        known.append(span if span and span != UNKNOWN else outer)
        if span and row.name and row.cells:
            yield _entry(row, span, _dependencies(row, names), rules)


def _entry(row: Row, span: Span, links: Dependencies, rules: SpanRules) -> ScheduleEntry:
    return ScheduleEntry(
        name=full_name(row),
        span=span,
        written=_written(row, rules),
        line=row.line,
        section=row.section,
        after=links.after,
        alongside=links.alongside,
        is_milestone=_is_milestone(row, span, rules),
        state=row.state or state_beside(row.name, row.cells.get(Column.TIME, "")),
    )


def _written(row: Row, rules: SpanRules) -> str:
    first, *_, last = (row.cells, *row.more, row.more[-1] if row.more else row.cells)
    ends = (", ".join(filter(None, times_of(cells, rules))) for cells in (first, last))
    return " … ".join(dict.fromkeys(filter(None, ends)))


def full_name(row: Row) -> str:
    """Return the name of a row; a number in the column `Phase` is that phase."""
    return _in_full(row.name, row.head)


def _in_full(name: str, head: str) -> str:
    full = f"{head} {name}"
    return full if head and _NUMBER.fullmatch(name) and read_phase_heading(full) else name


def _placed(row: Row, outer: Span | None, rules: SpanRules) -> Span | None:
    """Return the time of a row, None if it adds nothing to that of the row around it."""
    span = joined_span([span_of(cells, rules) for cells in (row.cells, *row.more)])
    if is_done_on("" if row.is_heading else row.name, row.texts, span):
        span = UNKNOWN
    if outer is None or not row.name:
        return span
    if span == UNKNOWN:
        heading = read_phase_heading(row.name)
        return span if heading and heading.number else None
    return _inside(span, outer, restarts=row.restarts)


def _inside(span: Span, outer: Span, *, restarts: bool) -> Span | None:
    """A time that stands within another one. Durations are parts of it and tell nothing new."""
    if span.start or span.end:
        return span
    if span.first is None or span.last is None or outer.first is None or outer.last is None:
        return None
    # Give or take a tenth: three months are not quite thirteen weeks.
    if 0.9 * outer.first <= span.first < outer.last:
        return span
    # Too long for a part of it, so it does not count from its start.
    if not restarts and span.first >= outer.last and span.last > outer.last - outer.first:
        return span
    last = outer.first + span.last
    return (
        Span(first=outer.first + span.first, last=last) if restarts and last <= outer.last else None
    )


def _is_milestone(row: Row, span: Span, rules: SpanRules) -> bool:
    is_start_or_end = any(row.cells.get(column) for column in (Column.START, Column.END))
    if not (row.head and is_start_or_end):
        return is_milestone(row.name, span) or (is_called_milestone(row.head) and is_one_day(span))
    is_called = is_called_milestone(row.head) or is_called_milestone(row.name)
    return is_one_day(span) and (is_called or is_nothing(length_of(row.cells, rules)))


def _dependencies(row: Row, names: Mapping[str, str]) -> Dependencies:
    """Read the dependencies in the texts of a row; a cell may have the exact names of rows."""
    texts = [(Column.TIME, row.name), *row.cells.items()]
    links = reduce(add, (dependencies_of(*each) for each in texts if each[1]), NO_DEPENDENCIES)
    after = row.cells.get(Column.AFTER, "")
    if after and not dependencies_of(Column.AFTER, after).after:
        parts = (_in_full(part, row.head).casefold() for part in _LISTED.split(after) if part)
        links += Dependencies(tuple(names[part] for part in parts if part in names))
    return links


def dependencies_of(column: Column, text: str) -> Dependencies:
    """Read the dependencies in a text of this column."""
    links = read_dependencies(text)
    if column is Column.AFTER:
        return links + Dependencies(read_names(text))
    return links + Dependencies(alongside=read_names(text)) if column is Column.BESIDE else links
