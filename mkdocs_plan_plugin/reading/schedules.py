"""Where a page says when: front matter, the Timeline section, tables, phase headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from mkdocs_plan_plugin.model import (
    Diagnostic,
    Item,
    PhaseHeading,
    ScheduleEntry,
    Section,
    Severity,
    Span,
    Table,
    WrittenSchedule,
)
from mkdocs_plan_plugin.reading.blocks import Blocks
from mkdocs_plan_plugin.reading.front_matter import plan_settings
from mkdocs_plan_plugin.reading.spans import is_ambiguous_date, read_date, read_span

_TIMELINE = re.compile(
    r"\b(?:timeline|schedule|time estimates?|estimated (?:time|timeline|effort)|milestones"
    r"|cronograma|calendario|calendrier|zeitplan|сроки)\b|时间线|时间表|进度安排|スケジュール|일정",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\W*(?:grand total|total|overall|gesamt|итого|总计|合計|총)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?P<name>.+?)\s*(?:[:：]|\s[—–-]\s)\s*(?P<value>\S.*)")
_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]+)[)）\]]")
_NAME_COLUMN = re.compile(
    r"\W*(?:phases?|stages?|milestones?|sprints?|iterations?|work ?packages?|steps?|tasks?|fases?"
    r"|étapes?|phasen?|阶段|フェーズ|단계)\b",
    re.IGNORECASE,
)
_START_COLUMN = re.compile(r"\W*(?:start|begin|from|inicio|début|beginn)", re.IGNORECASE)
_END_COLUMN = re.compile(r"\W*(?:end|finish|due|until|target|deadline|fin\b|ende\b)", re.IGNORECASE)
_TIME_COLUMN = re.compile(
    r"\W*(?:(?:estimated |planned )?(?:duration|timeline|time|schedule|effort|estimate)|dates?"
    r"|weeks?|when|period|duración|duração|durée|dauer|zeitraum|срок|工期|期間|기간)\b",
    re.IGNORECASE,
)
_START_KEYS = ("start", "start_date", "start-date")
_END_KEYS = ("end", "end_date", "end-date", "due", "deadline")

Found = tuple[WrittenSchedule, tuple[Diagnostic, ...]]


def find_timeline(sections: Sequence[Section]) -> int | None:
    """Return the index of the section that a timeline chart belongs under, or None."""
    return next(
        (index for index, section in enumerate(sections) if _TIMELINE.search(section.title)), None
    )


def read_schedule(
    path: str, meta: Mapping[str, object], blocks: Blocks, phases: Mapping[int, PhaseHeading]
) -> Found:
    """Read when a page says that its phases are.

    The first of these that says anything is taken whole, for two of them seldom agree:
    front matter, the Timeline section, tables with a phase column, phase headings.
    """
    front = _FrontMatter.read(path, meta)
    sources = (
        front.entries,
        tuple(_in_timeline(blocks)),
        tuple(chain.from_iterable(map(_in_table, blocks.tables))),
        tuple(_in_headings(blocks.sections, phases)),
    )
    entries = next((found for found in sources if any(not _is_total(entry) for entry in found)), ())
    totals = [entry for entry in chain.from_iterable(sources) if _is_total(entry)]
    schedule = WrittenSchedule(
        entries=tuple(entry for entry in entries if not _is_total(entry)),
        total=totals[0] if totals else None,
        start=front.settings.start,
        end=front.settings.end,
    )
    return schedule, front.diagnostics + tuple(_ambiguous(path, blocks))


def _is_total(entry: ScheduleEntry) -> bool:
    return bool(_TOTAL.match(entry.name))


@dataclass(frozen=True, slots=True)
class _FrontMatter:
    entries: tuple[ScheduleEntry, ...]
    settings: Span
    diagnostics: tuple[Diagnostic, ...]

    @classmethod
    def read(cls, path: str, meta: Mapping[str, object]) -> _FrontMatter:
        if not meta:
            return cls((), Span(), ())
        settings = plan_settings(meta)
        diagnostics: list[Diagnostic] = []
        timeline = settings.get("timeline")
        entries = []
        if isinstance(timeline, Mapping):
            for name, value in timeline.items():
                span = read_span(str(value))
                if span:
                    entries.append(ScheduleEntry(str(name), span, str(value), 1))
                else:
                    diagnostics.append(_unreadable(path, f"plan.timeline.{name}", value))
        diagnostics += [
            _unreadable(path, f"plan.{key}", settings[key])
            for key in ("start", "end")
            if settings.get(key) is not None and read_date(settings[key]) is None
        ]
        start, end = (_meta_date(settings, meta, keys) for keys in (_START_KEYS, _END_KEYS))
        return cls(tuple(entries), Span(start=start, end=end), tuple(diagnostics))


def _meta_date(
    settings: Mapping[str, object], meta: Mapping[str, object], keys: Iterable[str]
) -> date | None:
    values = (source[key] for source in (settings, meta) for key in keys if key in source)
    return next((found for found in map(read_date, values) if found), None)


def _unreadable(path: str, key: str, value: object) -> Diagnostic:
    return Diagnostic(
        path,
        1,
        f"the front matter's '{key}' says {str(value)!r}, which is no date or duration we know",
        "write an ISO date (2026-01-31), a range of them, or a duration such as '2 weeks'",
        Severity.WARNING,
    )


def _ambiguous(path: str, blocks: Blocks) -> Iterator[Diagnostic]:
    for item in _timeline_items(blocks):
        if is_ambiguous_date(item.text):
            yield Diagnostic(
                path,
                item.line,
                f"the date in {item.text!r} can be read in two ways, so it is not drawn",
                "write it as year-month-day: 2026-01-31",
            )


def _within(sections: Sequence[Section], index: int | None, ancestor: int) -> bool:
    while index is not None and index != ancestor:
        index = sections[index].parent
    return index == ancestor


def _timeline_items(blocks: Blocks) -> Iterator[Item]:
    timeline = find_timeline(blocks.sections)
    if timeline is not None:
        yield from (
            item for item in blocks.items if _within(blocks.sections, item.section, timeline)
        )


def _in_timeline(blocks: Blocks) -> Iterator[ScheduleEntry]:
    """`- Phase 1: 2 weeks`, `- **Week 1-2**: Foundation`, and tables of the section."""
    for item in _timeline_items(blocks):
        match = _NAMED.fullmatch(item.text)
        if not match:
            continue
        name, value = match["name"], match["value"]
        if span := read_span(value):
            yield ScheduleEntry(name, span, value, item.line, item.section)
        elif span := _whole_span(name):
            yield ScheduleEntry(value, span, name, item.line, item.section)


def _whole_span(text: str) -> Span | None:
    """The span of `Week 1-2` in `Week 1-2: Foundation`; not of `2 weeks later`."""
    span = read_span(text)
    return span if span and (span.first is not None or span.start) else None


def _in_table(table: Table) -> Iterator[ScheduleEntry]:
    """Rows of a table with a phase column and one of duration, start, end or dates."""
    if len(table.header) < 2:
        return
    name = _column(table.header, _NAME_COLUMN)
    start = _column(table.header, _START_COLUMN)
    end = _column(table.header, _END_COLUMN)
    time = _column(table.header, _TIME_COLUMN)
    if name is None or (start is None and end is None and time is None):
        return
    columns = (time, start, end)
    for row, line in zip(table.rows, table.lines, strict=True):
        cells = [_cell(row, column) for column in columns]
        span = _row_span(*cells)
        title = _cell(row, name)
        if span and title:
            written = ", ".join(cell for cell in cells if cell)
            yield ScheduleEntry(title, span, written, line, table.section)


def _cell(row: Sequence[str], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""


def _column(header: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((index for index, title in enumerate(header) if pattern.match(title)), None)


def _row_span(time: str, start: str, end: str) -> Span | None:
    said = read_span(time)
    begins, ends = read_span(start), read_span(end)
    first = begins.start if begins else None
    last = (ends.end or ends.start) if ends else None
    if first or last:
        return Span(
            least=said.least if said else None,
            most=said.most if said else None,
            start=first,
            end=last,
        )
    if begins and ends and begins.first is not None and ends.last is not None:
        return Span(first=begins.first, last=max(ends.last, begins.first))
    return said


def _in_headings(
    sections: Sequence[Section], phases: Mapping[int, PhaseHeading]
) -> Iterator[ScheduleEntry]:
    """`Phase 1: Setup (Week 1-2)`, `Phase 2 (3 days)`, `Week 3: Polish`, `Phase 1 - Week 1: X`."""
    for index, heading in phases.items():
        section = sections[index]
        told = [*_BRACKETS.findall(section.title), heading.name]
        if heading.kind in ("week", "day", "month") and heading.number:
            told.append(f"{heading.kind} {heading.number}")
        for written in told:
            if span := read_span(written):
                words = written.partition(":")[0]
                yield ScheduleEntry(section.title, span, words, section.line, index)
                break
