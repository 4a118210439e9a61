"""Read a page's schedule: front matter, timeline sections, tables, charts, phase headings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.model import (
    Diagnostic,
    Item,
    PhaseHeading,
    ScheduleEntry,
    Span,
    WrittenSchedule,
)
from mkdocs_plan_plugin.reading.lexicon.times import LENGTHS, Column
from mkdocs_plan_plugin.reading.markdown import Blocks, Outline
from mkdocs_plan_plugin.reading.schedule.front_matter import ScheduleMeta
from mkdocs_plan_plugin.reading.schedule.headings import of_one_run, rows_of_headings
from mkdocs_plan_plugin.reading.schedule.lines import LabelledLine, find_lines
from mkdocs_plan_plugin.reading.schedule.lists import items_within, rows_of_lists
from mkdocs_plan_plugin.reading.schedule.plan_dates import read_plan_dates
from mkdocs_plan_plugin.reading.schedule.rows import Row, entries_of, is_total_name, unread_times
from mkdocs_plan_plugin.reading.schedule.section import timeline_of
from mkdocs_plan_plugin.reading.schedule.sentences import with_dependencies
from mkdocs_plan_plugin.reading.schedule.sources import Source, has_times, in_order, joined
from mkdocs_plan_plugin.reading.schedule.tables import heads_phases, rows_of_table
from mkdocs_plan_plugin.reading.time import (
    UNKNOWN,
    SpanRules,
    YearHints,
    ambiguous_date,
    is_ambiguous_date,
    read_date,
    with_years,
)

if TYPE_CHECKING:
    from mkdocs_plan_plugin.reading.schedule.gantt import ReadChart

_DATED = (*LENGTHS, Column.DEADLINE, Column.START)
_OWN = (Column.DATE, Column.WRITTEN)
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")

ReadSchedule = tuple[WrittenSchedule, tuple[Diagnostic, ...]]


def read_schedule(
    path: str,
    front: ScheduleMeta,
    blocks: Blocks,
    phases: Mapping[int, PhaseHeading],
    *,
    text: str,
    rules: SpanRules,
) -> ReadSchedule:
    """Read the schedule of a page's phases.

    Front matter alone counts if it has a schedule. Else it is read from the timeline sections,
    tables with a phase column, gantt charts, phase headings with the lines below them: the first
    of these with times, and what others add to it.

    Args:
        path: The page.
        front: The schedule in its front matter.
        blocks: Its blocks.
        phases: Its sections that are phases.
        text: The text that the blocks were read from, for paragraphs and charts.
        rules: The rules for reading times.
    """
    outline = Outline(blocks.sections)
    within = timeline_of(blocks.sections)
    lines = find_lines(text, blocks.sections, blocks.code, {*phases, *within})
    items = items_within(blocks.items, within)
    tables = [
        rows_of_table(table, rules, is_own=table.section in within) for table in blocks.tables
    ]
    chart, unread_chart = _charts(path, text, blocks, rules)
    front_source = Source(tuple(entries_of(front.rows, rules)))
    sources = [
        front_source,
        *_own_sources(items, tables, outline, within, phases, rules),
        *_other_tables(tables, within, rules),
        Source(tuple(chart), is_own=any(entry.section in within for entry in chart), is_chart=True),
        Source(tuple(_of_headings(outline, phases, lines, rules)), names_phases=True),
    ]
    used = [front_source] if has_times(front_source.entries) else sources
    base, *added = joined(used, phases) or [[]]
    plan_dates = read_plan_dates(path, lines, outline, within, phases, rules)
    own = filter(None, (read_date(line.value, rules) for line in lines if line.column in _OWN))
    hints = YearHints(front.start or _new_year(blocks, within), (*front.own, *own))
    dated_base, plan_dates = plan_dates.with_years(path, base, hints)
    later = replace(hints, begins=_first_day(dated_base) or hints.begins)
    dated = [with_years(path, entries, later) for entries in added]
    entries = in_order([dated_base, *(each for each, _ in dated)])
    every = [*chain.from_iterable(source.entries for source in sources)]
    totals = [entry for entry in every if is_total_name(entry.name)]
    linked = with_dependencies(entries, blocks.items, phases, lines) if entries else entries
    schedule = WrittenSchedule(
        entries=_unambiguous(linked),
        total=totals[0] if totals else (plan_dates.total if entries else None),
        start=front.start or plan_dates.start_day,
        end=front.end,
        deadline=front.deadline or plan_dates.deadline_day,
    )
    charted = {entry.line for entry in chart}
    is_drawn = not entries or any(entry.line in charted for entry in entries)
    wrong = [
        *front.diagnostics,
        *_ambiguous(path, _texts(items, tables, phases, lines, blocks), rules),
        *(unread_chart if is_drawn else ()),
        *plan_dates.diagnostics,
        *chain.from_iterable(each for _, each in dated),
    ]
    rows = entries or [entry for entry in every if entry.written]
    known = {each.line for each in wrong}
    # Without a schedule, a column "Target" may be of anything.
    timed = {row.line for each in tables for row in each if row.is_time and entries}
    return schedule, (*wrong, *unread_times(path, rows, known, rules, timed))


def _texts(
    items: Mapping[int, Item],
    tables: Iterable[Sequence[Row]],
    phases: Iterable[int],
    lines: Iterable[LabelledLine],
    blocks: Blocks,
) -> Iterator[tuple[str, int]]:
    """Yield the texts in which a date matters, with their lines."""
    yield from ((item.text, item.line) for item in items.values())
    yield from ((cell, row.line) for row in chain.from_iterable(tables) for cell in row.texts)
    yield from ((blocks.sections[index].title, blocks.sections[index].line) for index in phases)
    yield from ((line.value, line.line) for line in lines if line.column in _DATED)


def _own_sources(
    items: Mapping[int, Item],
    tables: Sequence[Sequence[Row]],
    outline: Outline,
    within: Mapping[int, int],
    phases: Mapping[int, PhaseHeading],
    rules: SpanRules,
) -> list[Source]:
    """Return the lists and tables of the timeline sections, in the order of the text."""
    lists: defaultdict[int | None, list[ScheduleEntry]] = defaultdict(list)
    for entry in entries_of(rows_of_lists(items, outline, phases, rules), rules):
        lists[within.get(-1 if entry.section is None else entry.section)].append(entry)
    found = [Source(tuple(entries), is_own=True) for entries in lists.values()]
    found += [
        Source(tuple(entries_of(rows, rules)), is_own=True, names_phases=True)
        for rows in tables
        if rows and rows[0].section in within
    ]
    return sorted(found, key=lambda source: source.entries[0].line if source.entries else 0)


def _other_tables(
    tables: Sequence[Sequence[Row]], within: Container[int | None], rules: SpanRules
) -> Iterator[Source]:
    """Yield the tables outside of the timeline sections."""
    for rows in tables:
        if rows and rows[0].section not in within:
            is_of_phases = heads_phases(rows[0].head)
            yield Source(tuple(entries_of(rows, rules)), names_phases=is_of_phases, is_table=True)


def _of_headings(
    outline: Outline,
    phases: Mapping[int, PhaseHeading],
    lines: Sequence[LabelledLine],
    rules: SpanRules,
) -> Sequence[ScheduleEntry]:
    rows = rows_of_headings(outline, phases, lines, rules)
    return of_one_run(list(entries_of(rows, rules)), outline, phases)


def _first_day(entries: Sequence[ScheduleEntry]) -> date | None:
    days = (entry.span.start or entry.span.end for entry in entries)
    return min(filter(None, days), default=None)


def _charts(path: str, text: str, blocks: Blocks, rules: SpanRules) -> ReadChart:
    """Read the gantt charts of a page."""
    if "gantt" not in text:
        return (), ()
    # Few sites have charts.
    from mkdocs_plan_plugin.reading.schedule.gantt import find_charts, read_gantt

    lines = text.split("\n")
    outline = Outline(blocks.sections)
    charts = [
        read_gantt(path, lines, place, outline.at(place[0]), rules)
        for place in find_charts(lines, blocks.code)
    ]
    return (
        tuple(chain.from_iterable(entries for entries, _ in charts)),
        tuple(chain.from_iterable(wrong for _, wrong in charts)),
    )


def _new_year(blocks: Blocks, within: Mapping[int, int]) -> date | None:
    """Return the first day of the year in the timeline section's heading, if there is only one."""
    title = blocks.sections[min(within)].title if within else ""
    years = set(_YEAR.findall(title))
    return date(int(years.pop()), 1, 1) if len(years) == 1 else None


def _ambiguous(
    path: str, texts: Iterable[tuple[str, int]], rules: SpanRules
) -> Iterator[Diagnostic]:
    seen: set[int] = set()
    for text, line in texts:
        if line not in seen and is_ambiguous_date(text, rules):
            seen.add(line)
            yield ambiguous_date(path, line, text)


def _unambiguous(entries: Sequence[ScheduleEntry]) -> tuple[ScheduleEntry, ...]:
    """Read `0-4 months`, `3-6 months` as offsets from the start, as such ranges are meant.

    Consecutive ranges that start later, `3-6 months`, `6-12 months`, may be offsets or durations,
    so they are skipped.
    """
    spans = [entry.span for entry in entries if entry.span != UNKNOWN]
    ranges = [(span.least, span.most) for span in spans if span.least is not None and span.most]
    if len(ranges) < len(spans) or any(least == most for least, most in ranges):
        return tuple(entries)
    if ranges and ranges[0][0] == 0:
        return tuple(replace(entry, span=_as_offset(entry.span)) for entry in entries)
    follows = all(one[1] == other[0] for one, other in pairwise(ranges))
    return () if len(ranges) > 2 and follows else tuple(entries)


def _as_offset(span: Span) -> Span:
    return Span(first=span.least, last=span.most)
