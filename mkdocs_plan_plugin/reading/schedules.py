"""Where a page says when: front matter, the Timeline section, tables, phase headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, pairwise

from mkdocs_plan_plugin.model import (
    Diagnostic,
    Item,
    PhaseHeading,
    ScheduleEntry,
    Severity,
    Span,
    WrittenSchedule,
)
from mkdocs_plan_plugin.reading.blocks import Blocks
from mkdocs_plan_plugin.reading.front_matter import plan_settings
from mkdocs_plan_plugin.reading.schedule_tables import read_table, times_in
from mkdocs_plan_plugin.reading.spans import is_ambiguous_date, read_date, read_span
from mkdocs_plan_plugin.reading.timelines import read_headings, read_timeline, timeline_items

_TOTAL = re.compile(
    r"\W*(?:(?:grand )?total\b.*|overall(?: (?:timeline|duration|time|effort|estimate))?\W*"
    r"|(?:gesamt|итого|всего|总计|合計|총).*)",
    re.IGNORECASE,
)
_START_KEYS = ("start", "start_date", "start-date")
_END_KEYS = ("end", "end_date", "end-date", "due", "deadline")

Found = tuple[WrittenSchedule, tuple[Diagnostic, ...]]


def read_schedule(
    path: str,
    meta: Mapping[str, object],
    blocks: Blocks,
    phases: Mapping[int, PhaseHeading],
    timeline: int | None,
) -> Found:
    """Read when a page says that its phases are.

    The first of these that says anything is taken whole, for two of them seldom agree:
    front matter, the Timeline section, tables with a phase column, phase headings.
    """
    front = _FrontMatter.read(path, meta)
    items = timeline_items(blocks, timeline)
    sources = (
        front.entries,
        tuple(read_timeline(blocks, items)),
        tuple(chain.from_iterable(map(read_table, blocks.tables))),
        tuple(read_headings(blocks.sections, phases)),
    )
    entries = next((found for found in sources if any(map(_is_told, found))), ())
    totals = [entry for entry in chain(entries, *sources) if _is_total(entry)]
    schedule = WrittenSchedule(
        entries=_unambiguous([entry for entry in entries if not _is_total(entry)]),
        total=totals[0] if totals else None,
        start=front.settings.start,
        end=front.settings.end,
    )
    return schedule, front.diagnostics + tuple(_ambiguous(path, blocks, items))


def _is_told(entry: ScheduleEntry) -> bool:
    """Whether an entry says when, and is not just the sum of the others."""
    return entry.span != Span() and not _is_total(entry)


def _is_total(entry: ScheduleEntry) -> bool:
    return bool(_TOTAL.fullmatch(entry.name))


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


def _ambiguous(path: str, blocks: Blocks, items: Iterable[Item]) -> Iterator[Diagnostic]:
    told = chain(
        ((item.text, item.line) for item in items),
        chain.from_iterable(map(times_in, blocks.tables)),
    )
    for text, line in told:
        if is_ambiguous_date(text):
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
