"""Where a page says when: front matter, the Timeline section, tables, charts, phase headings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, pairwise

from mkdocs_plan_plugin.model import (
    Diagnostic,
    Item,
    PhaseHeading,
    ScheduleEntry,
    Section,
    Span,
    WrittenSchedule,
)
from mkdocs_plan_plugin.reading.blocks import Blocks
from mkdocs_plan_plugin.reading.gantt import Found as ChartFound
from mkdocs_plan_plugin.reading.gantt import find_gantt, read_gantt
from mkdocs_plan_plugin.reading.schedule_anchors import Anchors, read_anchors
from mkdocs_plan_plugin.reading.schedule_labels import Kind, label_kind
from mkdocs_plan_plugin.reading.schedule_lines import Line, find_lines
from mkdocs_plan_plugin.reading.schedule_links import with_links
from mkdocs_plan_plugin.reading.schedule_meta import read_schedule_meta
from mkdocs_plan_plugin.reading.schedule_tables import read_table, times_in
from mkdocs_plan_plugin.reading.spans import (
    DEFAULT_SPAN_RULES,
    UNKNOWN,
    SpanRules,
    is_ambiguous_date,
    read_date,
)
from mkdocs_plan_plugin.reading.timeline_headings import read_headings
from mkdocs_plan_plugin.reading.timelines import is_within, read_timeline, timeline_items
from mkdocs_plan_plugin.reading.years import Neighbours, lacks_year, with_years

_TOTAL = re.compile(
    r"\W*(?:(?:grand )?total\b.*|overall(?: (?:timeline|duration|time|effort|estimate))?\W*"
    r"|(?:gesamt|итого|всего|总计|合計|총).*)",
    re.IGNORECASE,
)
_DATED = (Kind.TIME, Kind.DEADLINE, Kind.START)
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")

Found = tuple[WrittenSchedule, tuple[Diagnostic, ...]]


def read_schedule(
    path: str,
    meta: Mapping[str, object],
    blocks: Blocks,
    phases: Mapping[int, PhaseHeading],
    timeline: int | None,
    *,
    text: str = "",
    rules: SpanRules = DEFAULT_SPAN_RULES,
) -> Found:
    """Read when a page says that its phases are.

    The first of these that says anything is taken whole, for two of them seldom agree: front
    matter, the Timeline section, tables with a phase column, a gantt chart, phase headings with
    the lines below them.

    Args:
        path: The page.
        meta: Its front matter.
        blocks: What the parser found in its text.
        phases: Its sections that are phases.
        timeline: Its Timeline section.
        text: The text that the blocks were read from, for what stands in paragraphs and charts.
        rules: How times are read.
    """
    front = read_schedule_meta(path, meta, rules)
    within = _timeline_sections(blocks.sections, timeline)
    lines = find_lines(text, blocks.sections, blocks.code, {*phases, *within})
    items = timeline_items(blocks, timeline)
    sources: list[Sequence[ScheduleEntry]] = [
        front.entries,
        tuple(read_timeline(blocks, items, phases, rules)),
        tuple(chain.from_iterable(read_table(table, rules) for table in blocks.tables)),
        (),
        tuple(read_headings(blocks.sections, phases, lines, rules)),
    ]
    wrong = [*front.diagnostics, *_ambiguous(path, blocks, items, phases, lines, rules)]
    if not any(any(map(_is_told, source)) for source in sources[:3]):
        sources[3], unread = _chart(path, text, blocks, rules)
        wrong += unread
    entries = next((found for found in sources if any(map(_is_told, found))), ())
    anchors = read_anchors(path, lines, blocks.sections, timeline, phases, rules)
    dated = _dated(
        path,
        entries,
        anchors,
        Neighbours(front.start or _new_year(blocks, timeline), front.own),
        [day for line in lines if line.kind is Kind.DATE and (day := read_date(line.value, rules))],
    )
    totals = [entry for entry in chain(dated.entries, *sources) if _is_total(entry)]
    parts = [entry for entry in dated.entries if not _is_total(entry)]
    linked = with_links(parts, blocks.items, phases, lines) if parts else parts
    schedule = WrittenSchedule(
        entries=_unambiguous(linked),
        total=totals[0] if totals else (anchors.total if parts else None),
        start=front.start or dated.start,
        end=front.end,
        deadline=front.deadline or dated.deadline,
    )
    return schedule, (*wrong, *anchors.diagnostics, *dated.diagnostics)


def _is_told(entry: ScheduleEntry) -> bool:
    """Whether an entry says when, and is not just the sum of the others."""
    return entry.span != UNKNOWN and not _is_total(entry)


def _is_total(entry: ScheduleEntry) -> bool:
    """Whether an entry speaks of the whole plan: `Total: 9 weeks`, `Estimated time: 9 weeks`."""
    return bool(_TOTAL.fullmatch(entry.name)) or label_kind(entry.name) in (
        Kind.TOTAL,
        Kind.TIME,
        Kind.ESTIMATE,
        Kind.EFFORT,
    )


def _chart(path: str, text: str, blocks: Blocks, rules: SpanRules) -> ChartFound:
    """The first gantt chart of a page."""
    if "gantt" not in text:
        return (), ()
    lines = text.split("\n")
    index = find_gantt(lines, blocks.code)
    if index is None:
        return (), ()
    place = blocks.code[index]
    section = bisect_right([each.line for each in blocks.sections], place[0]) - 1
    return read_gantt(path, lines, place, section if section >= 0 else None, rules)


def _timeline_sections(sections: Sequence[Section], timeline: int | None) -> list[int]:
    """The Timeline section and those in it."""
    if timeline is None:
        return []
    return [index for index in range(len(sections)) if is_within(sections, index, timeline)]


def _new_year(blocks: Blocks, timeline: int | None) -> date | None:
    """The first day of the only year that the heading of the Timeline section names."""
    title = blocks.sections[timeline].title if timeline is not None else ""
    years = set(_YEAR.findall(title))
    return date(int(years.pop()), 1, 1) if len(years) == 1 else None


@dataclass(frozen=True, slots=True)
class _Dated:
    """A schedule whose dates have their years."""

    entries: Sequence[ScheduleEntry]
    start: date | None
    deadline: date | None
    diagnostics: tuple[Diagnostic, ...] = ()


def _dated(
    path: str,
    entries: Sequence[ScheduleEntry],
    anchors: Anchors,
    around: Neighbours,
    days: Iterable[date],
) -> _Dated:
    """Find the years of dates without one."""
    first = [anchors.start] if anchors.start else []
    last = [anchors.deadline] if anchors.deadline else []
    every = [*first, *entries, *last]
    unknown: list[ScheduleEntry] = []
    if any(lacks_year(entry.span) for entry in every):
        every, unknown = with_years(every, replace(around, page=(*around.page, *days)))
    due = every[-1].span if last else UNKNOWN
    return _Dated(
        every[len(first) : len(first) + len(entries)],
        every[0].span.start if first else None,
        due.end or due.start,
        tuple(_without_year(path, entry) for entry in unknown),
    )


def _without_year(path: str, entry: ScheduleEntry) -> Diagnostic:
    return Diagnostic(
        path,
        entry.line,
        f"{entry.written!r} has no year, and nothing near it tells which, so it is not drawn",
        "write the year, or give the plan's start in the front matter: plan: {start: 2026-01-31}",
    )


def _ambiguous(
    path: str,
    blocks: Blocks,
    items: Iterable[Item],
    phases: Iterable[int],
    lines: Iterable[Line],
    rules: SpanRules,
) -> Iterator[Diagnostic]:
    told = chain(
        ((item.text, item.line) for item in items),
        chain.from_iterable(map(times_in, blocks.tables)),
        ((blocks.sections[index].title, blocks.sections[index].line) for index in phases),
        ((line.value, line.line) for line in lines if line.kind in _DATED),
    )
    seen: set[int] = set()
    for text, line in told:
        if line not in seen and is_ambiguous_date(text, rules):
            seen.add(line)
            yield Diagnostic(
                path,
                line,
                f"the date in {text!r} can be read in two ways, so it is not drawn",
                "write it as year-month-day: 2026-01-31",
            )


def _unambiguous(entries: Sequence[ScheduleEntry]) -> tuple[ScheduleEntry, ...]:
    """Read `0-4 months`, `3-6 months` as times since the start, which such ranges mean.

    Ranges that follow on one another but start later, `3-6 months`, `6-12 months`, may mean
    that or durations: then nothing is drawn.
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
