"""Read the start, the deadline and the total of a whole plan.

Only lines at the top of the page or in its timeline section are about the plan.
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
    """The dates of a plan. Its start and deadline may still lack the year."""

    start: ScheduleEntry | None = None
    deadline: ScheduleEntry | None = None
    total: ScheduleEntry | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def start_day(self) -> date | None:
        """The day on which the plan starts."""
        return self.start.span.start if self.start else None

    @property
    def deadline_day(self) -> date | None:
        """The day by which the plan must be done."""
        span = self.deadline.span if self.deadline else UNKNOWN
        return span.end or span.start

    def with_years(
        self, path: str, entries: Sequence[ScheduleEntry], hints: YearHints
    ) -> tuple[Sequence[ScheduleEntry], PlanDates]:
        """Add the year to dates without one: the start, the entries and the deadline."""
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
    within: Container[int | None],
    phases: Container[int],
    rules: SpanRules,
) -> PlanDates:
    """Read the lines about the whole plan; contradicting ones are ignored."""
    if not lines:
        return PlanDates()
    own = [line for line in lines if line.section not in phases]
    top = [line for line in own if is_top(outline.sections, line.section)]
    about_plan = [*top, *(line for line in own if line.section in within)]
    deadlines = _days(about_plan, Column.DEADLINE, rules)
    starts = _days(about_plan, Column.START, rules)
    differ = len({entry.span for entry in deadlines}) > 1
    return PlanDates(
        start=starts[0] if len({entry.span for entry in starts}) == 1 else None,
        deadline=None if differ or not deadlines else deadlines[0],
        total=_total(about_plan, rules),
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
    """Return the only total, or else the only duration or estimate; not an effort."""
    for columns in ((Column.TOTAL,), (Column.DURATION, Column.TIME), (Column.ESTIMATE,)):
        if found := _entries((line for line in lines if line.column in columns), rules):
            return found[0] if len({entry.span for entry in found}) == 1 else None
    return None


def _two_deadlines(path: str, deadlines: Sequence[ScheduleEntry]) -> Diagnostic:
    written = " and ".join(f"{entry.written!r} (line {entry.line})" for entry in deadlines)
    return Diagnostic(
        path,
        deadlines[-1].line,
        f"the plan has several deadlines, so none is drawn: {written}",
        "remove all but one, or set 'plan: {deadline: 2026-01-31}' in the front matter",
    )
