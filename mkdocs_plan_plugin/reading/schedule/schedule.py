"""Read a page's schedule: front matter, timeline section, tables, charts, phase headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, pairwise

from mkdocs_plan_plugin.model import (
    Diagnostic,
    PhaseHeading,
    ScheduleEntry,
    Span,
    WrittenSchedule,
)
from mkdocs_plan_plugin.reading.lexicon.times import LENGTHS, Column, column_of_label
from mkdocs_plan_plugin.reading.markdown import Blocks, Outline
from mkdocs_plan_plugin.reading.schedule.front_matter import ScheduleMeta
from mkdocs_plan_plugin.reading.schedule.gantt import ReadChart, read_gantt
from mkdocs_plan_plugin.reading.schedule.gantt_source import find_charts
from mkdocs_plan_plugin.reading.schedule.headings import of_one_run, rows_of_headings
from mkdocs_plan_plugin.reading.schedule.lines import find_lines
from mkdocs_plan_plugin.reading.schedule.lists import items_within, rows_of_lists
from mkdocs_plan_plugin.reading.schedule.plan_dates import read_plan_dates
from mkdocs_plan_plugin.reading.schedule.rows import entries_of
from mkdocs_plan_plugin.reading.schedule.sentences import with_dependencies
from mkdocs_plan_plugin.reading.schedule.tables import rows_of_table
from mkdocs_plan_plugin.reading.time import (
    UNKNOWN,
    SpanRules,
    YearHints,
    ambiguous_date,
    is_ambiguous_date,
    read_date,
)

_TOTAL = re.compile(
    r"\W*(?:(?:grand )?total\b.*|overall(?: (?:timeline|duration|time|effort|estimate))?\W*"
    r"|(?:gesamt|итого|всего|总计|合計|총).*)",
    re.IGNORECASE,
)
_DATED = (*LENGTHS, Column.DEADLINE, Column.START)
_OWN = (Column.DATE, Column.WRITTEN)
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")

ReadSchedule = tuple[WrittenSchedule, tuple[Diagnostic, ...]]


def read_schedule(
    path: str,
    front: ScheduleMeta,
    blocks: Blocks,
    phases: Mapping[int, PhaseHeading],
    timeline: int | None,
    *,
    text: str,
    rules: SpanRules,
) -> ReadSchedule:
    """Read the schedule of a page's phases.

    Only the first source with a schedule is used, because two of them seldom agree: front matter,
    the timeline section, tables with a phase column, gantt charts, phase headings with the lines
    below them.

    Args:
        path: The page.
        front: The schedule in its front matter.
        blocks: Its blocks.
        phases: Its sections that are phases.
        timeline: Its timeline section.
        text: The text that the blocks were read from, for paragraphs and charts.
        rules: The rules for reading times.
    """
    outline = Outline(blocks.sections)
    lines = find_lines(text, blocks.sections, blocks.code, {*phases, *outline.within(timeline)})
    items = items_within(blocks.items, outline, timeline)
    tables = [rows_of_table(table) for table in blocks.tables]
    headings = list(entries_of(rows_of_headings(outline, phases, lines, rules), rules))
    first: list[Sequence[ScheduleEntry]] = [
        tuple(entries_of(front.rows, rules)),
        tuple(entries_of(rows_of_lists(items, outline, phases, rules), rules)),
        tuple(chain.from_iterable(entries_of(rows, rules) for rows in tables)),
    ]
    chart, unread = ((), ()) if any(map(_has_times, first)) else _charts(path, text, blocks, rules)
    sources = [*first, chart, of_one_run(headings, outline, phases)]
    plan_dates = read_plan_dates(path, lines, outline, timeline, phases, rules)
    own = filter(None, (read_date(line.value, rules) for line in lines if line.column in _OWN))
    hints = YearHints(front.start or _new_year(blocks, timeline), (*front.own, *own))
    entries, plan_dates = plan_dates.with_years(path, next(filter(_has_times, sources), ()), hints)
    totals = [entry for entry in chain(entries, *sources) if _is_total(entry)]
    parts = [entry for entry in entries if not _is_total(entry)]
    linked = with_dependencies(parts, blocks.items, phases, lines) if parts else parts
    schedule = WrittenSchedule(
        entries=_unambiguous(linked),
        total=totals[0] if totals else (plan_dates.total if parts else None),
        start=front.start or plan_dates.start_day,
        end=front.end,
        deadline=front.deadline or plan_dates.deadline_day,
    )
    texts = chain(
        ((item.text, item.line) for item in items.values()),
        ((cell, row.line) for row in chain.from_iterable(tables) for cell in row.cells.values()),
        ((blocks.sections[index].title, blocks.sections[index].line) for index in phases),
        ((line.value, line.line) for line in lines if line.column in _DATED),
    )
    ambiguous = _ambiguous(path, texts, rules)
    return schedule, (*front.diagnostics, *ambiguous, *unread, *plan_dates.diagnostics)


def _has_times(entries: Sequence[ScheduleEntry]) -> bool:
    """Return whether a source has the time of anything but the total."""
    return any(entry.span != UNKNOWN and not _is_total(entry) for entry in entries)


def _is_total(entry: ScheduleEntry) -> bool:
    """Return whether an entry is the total: `Total: 9 weeks`, `Estimated time: 9 weeks`."""
    return bool(_TOTAL.fullmatch(entry.name)) or column_of_label(entry.name) in (
        Column.TOTAL,
        *LENGTHS,
    )


def _charts(path: str, text: str, blocks: Blocks, rules: SpanRules) -> ReadChart:
    """Read the gantt charts of a page."""
    if "gantt" not in text:
        return (), ()
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


def _new_year(blocks: Blocks, timeline: int | None) -> date | None:
    """Return the first day of the year in the timeline section's heading, if there is only one."""
    title = blocks.sections[timeline].title if timeline is not None else ""
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
    spans = [entry.span for entry in entries]
    ranges = [(span.least, span.most) for span in spans if span.least is not None and span.most]
    if len(ranges) < len(spans) or any(least == most for least, most in ranges):
        return tuple(entries)
    if ranges and ranges[0][0] == 0:
        places = (Span(first=least, last=most) for least, most in ranges)
        return tuple(replace(entry, span=span) for entry, span in zip(entries, places, strict=True))
    follows = all(one[1] == other[0] for one, other in pairwise(ranges))
    return () if len(ranges) > 2 and follows else tuple(entries)
