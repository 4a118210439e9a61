"""What a page says of its whole plan: its start, the date it must be done by, its total.

Only lines at the top of the page or in its Timeline section speak of the plan.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_plan_plugin.model import Diagnostic, ScheduleEntry, Section
from mkdocs_plan_plugin.reading.schedule_labels import Kind
from mkdocs_plan_plugin.reading.schedule_lines import Line, is_top, plain
from mkdocs_plan_plugin.reading.spans import UNKNOWN, SpanRules, read_span
from mkdocs_plan_plugin.reading.timelines import is_within


@dataclass(frozen=True, slots=True)
class Anchors:
    """What lines say of a plan. Its start and deadline may still lack their year."""

    start: ScheduleEntry | None = None
    deadline: ScheduleEntry | None = None
    total: ScheduleEntry | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def read_anchors(
    path: str,
    lines: Sequence[Line],
    sections: Sequence[Section],
    timeline: int | None,
    phases: Container[int],
    rules: SpanRules,
) -> Anchors:
    """Read the lines that speak of the whole plan; two that disagree tell nothing."""
    if not lines:
        return Anchors()
    own = [line for line in lines if line.section not in phases]
    top = [line for line in own if is_top(sections, line.section)]
    there = [
        line for line in own if timeline is not None and is_within(sections, line.section, timeline)
    ]
    deadlines = list(_days([*top, *there], Kind.DEADLINE, rules))
    starts = list(_days([*top, *there], Kind.START, rules))
    differ = len({entry.span for entry in deadlines}) > 1
    return Anchors(
        start=starts[0] if len({entry.span for entry in starts}) == 1 else None,
        deadline=None if differ or not deadlines else deadlines[0],
        total=_total([*top, *there], rules),
        diagnostics=(_two_deadlines(path, deadlines),) if differ else (),
    )


def _days(lines: Sequence[Line], kind: Kind, rules: SpanRules) -> Iterator[ScheduleEntry]:
    for line in lines:
        if line.kind is kind and (entry := _entry(line, rules)) and _day(entry):
            yield entry


def _day(entry: ScheduleEntry) -> date | None:
    return entry.span.end or entry.span.start


def _entry(line: Line, rules: SpanRules) -> ScheduleEntry | None:
    span = read_span(line.value, rules)
    if span is None or span == UNKNOWN:
        return None
    return ScheduleEntry(line.label, span, plain(line.value), line.line, line.section)


def _total(lines: Sequence[Line], rules: SpanRules) -> ScheduleEntry | None:
    """The one total that is named so, or else the one estimate; not an effort."""
    for kind in (Kind.TOTAL, Kind.TIME, Kind.ESTIMATE):
        said = [entry for line in lines if line.kind is kind and (entry := _entry(line, rules))]
        if said:
            return said[0] if len({entry.span for entry in said}) == 1 else None
    return None


def _two_deadlines(path: str, deadlines: Sequence[ScheduleEntry]) -> Diagnostic:
    told = " and ".join(f"{entry.written!r} (line {entry.line})" for entry in deadlines)
    return Diagnostic(
        path,
        deadlines[-1].line,
        f"the plan has more than one deadline, {told}, so none is drawn",
        "keep one of them, or set 'plan: {deadline: 2026-01-31}' in the front matter",
    )
