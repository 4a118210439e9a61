"""What a page says of its whole plan: its start, the date it must be done by, its total.

Only lines at the top of the page or in its Timeline section speak of the plan.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mkdocs_plan_plugin.model import Diagnostic, ScheduleEntry
from mkdocs_plan_plugin.reading.lexicon.times import Column
from mkdocs_plan_plugin.reading.markdown import Outline
from mkdocs_plan_plugin.reading.schedule.lines import LabelledLine, is_top, plain
from mkdocs_plan_plugin.reading.schedule.rows import Row, entries_of
from mkdocs_plan_plugin.reading.time import UNKNOWN, SpanRules, YearHints, lacks_year, with_years


@dataclass(frozen=True, slots=True)
class PlanDates:
    """What lines say of a plan. Its start and deadline may still lack their year."""

    start: ScheduleEntry | None = None
    deadline: ScheduleEntry | None = None
    total: ScheduleEntry | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def start_day(self) -> date | None:
        """The day that the plan starts on."""
        return self.start.span.start if self.start else None

    @property
    def deadline_day(self) -> date | None:
        """The day that it must be done by."""
        span = self.deadline.span if self.deadline else UNKNOWN
        return span.end or span.start

    def with_years(
        self, path: str, entries: Sequence[ScheduleEntry], hints: YearHints
    ) -> tuple[Sequence[ScheduleEntry], PlanDates]:
        """Find the years of dates without one: of the start, of entries, of the deadline."""
        every = [entry for entry in (self.start, *entries, self.deadline) if entry]
        if not any(lacks_year(entry.span) for entry in every):
            return entries, self
        found, wrong = with_years(path, every, hints)
        start = found.pop(0) if self.start else None
        deadline = found.pop() if self.deadline else None
        known = (*self.diagnostics, *wrong)
        return found, replace(self, start=start, deadline=deadline, diagnostics=known)


def read_plan_dates(
    path: str,
    lines: Sequence[LabelledLine],
    outline: Outline,
    timeline: int | None,
    phases: Container[int],
    rules: SpanRules,
) -> PlanDates:
    """Read the lines that speak of the whole plan; two that disagree tell nothing."""
    if not lines:
        return PlanDates()
    own = [line for line in lines if line.section not in phases]
    top = [line for line in own if is_top(outline.sections, line.section)]
    spoken = [*top, *(line for line in own if outline.is_within(line.section, timeline))]
    deadlines = _days(spoken, Column.DEADLINE, rules)
    starts = _days(spoken, Column.START, rules)
    differ = len({entry.span for entry in deadlines}) > 1
    return PlanDates(
        start=starts[0] if len({entry.span for entry in starts}) == 1 else None,
        deadline=None if differ or not deadlines else deadlines[0],
        total=_total(spoken, rules),
        diagnostics=(_two_deadlines(path, deadlines),) if differ else (),
    )


def _days(lines: Sequence[LabelledLine], column: Column, rules: SpanRules) -> list[ScheduleEntry]:
    entries = _entries((line for line in lines if line.column is column), rules)
    return [entry for entry in entries if entry.span.end or entry.span.start]


def _entries(lines: Iterable[LabelledLine], rules: SpanRules) -> list[ScheduleEntry]:
    rows = [
        Row(line.label, {Column.TIME: plain(line.value)}, line.line, line.section) for line in lines
    ]
    return [entry for entry in entries_of(rows, rules) if entry.span != UNKNOWN]


def _total(lines: Sequence[LabelledLine], rules: SpanRules) -> ScheduleEntry | None:
    """The one total that is named so, or else the one estimate; not an effort."""
    for columns in ((Column.TOTAL,), (Column.DURATION, Column.TIME), (Column.ESTIMATE,)):
        if said := _entries((line for line in lines if line.column in columns), rules):
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
