"""Rows within rows: a phase opened to its tasks that have dates, a chart's sections to theirs."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from mkdocs_plan_plugin.model import (
    Bar,
    CountedTask,
    Document,
    Exclusion,
    Location,
    Phase,
    Progress,
    Schedule,
    ScheduleEntry,
    Span,
)
from mkdocs_plan_plugin.planning.schedule.calendar import Calendar
from mkdocs_plan_plugin.planning.schedule.conflicts import is_invalid
from mkdocs_plan_plugin.planning.schedule.row_names import phase_of
from mkdocs_plan_plugin.planning.schedule.scheduling import Dates, Interval, put, starting

_Dated = tuple[ScheduleEntry, Interval]


def under_groups(
    bars: Sequence[Bar], groups: Sequence[str], path: str, phases: Sequence[Phase]
) -> tuple[Bar, ...]:
    """Put a row for each group before its rows: the phase of its name, or just the name.

    Args:
        bars: The rows.
        groups: The group of each row; the empty one has no row of its own.
        path: The page that the rows are from.
        phases: The plan's phases.
    """
    headings: dict[int, list[Bar]] = {}
    levelled = []
    before = ""
    for at, (bar, group) in enumerate(zip(bars, groups, strict=True)):
        if group and group != before:
            phase = phase_of(path, ScheduleEntry(group, Span(), "", 0), phases)
            headings[at] = [phase_row(phase) if phase else Bar(group, "")]
        before = group
        levelled.append(replace(bar, level=1) if group else bar)
    return with_rows(levelled, headings)


def with_task_rows(
    schedule: Schedule | None,
    phases: Sequence[Phase],
    pages: Iterable[Document],
    breakdown: Iterable[CountedTask],
    calendar: Calendar,
) -> Schedule | None:
    """Open phases to those of their tasks that have dates.

    Args:
        schedule: The plan's rows on an axis of dates; None: it has none yet.
        phases: The plan's phases.
        pages: The pages that its tasks are on.
        breakdown: All tasks of the plan: also checks, which may have a date as well.
        calendar: Which days are worked on.
    """
    found = _dated_tasks(pages, calendar)
    if not found:
        return schedule
    whose = {(entry.path, entry.task.line): phase for phase in phases for entry in phase.entries}
    entries = {(entry.path, entry.task.line): entry for entry in breakdown}
    opened: dict[Location | None, list[tuple[Bar, Interval]]] = {}
    for (path, line), dated in found.items():
        entry = entries.get((path, line))
        if entry and entry.exclusion in (None, Exclusion.CHECK):
            phase = whose.get((path, line))
            row = _task_row(path, dated[0], entry, within=phase is not None)
            opened.setdefault(phase.place if phase else None, []).append((row, dated[1]))
    if not opened:
        return schedule
    found_on = _on_axis(schedule, phases, opened)
    return replace(found_on, days_a_week=calendar.days_a_week)


def with_rows(bars: Sequence[Bar], added: Mapping[int, Sequence[Bar]]) -> tuple[Bar, ...]:
    """Put more rows before some, those of one index before the row that has it now."""
    moved, seen = [], 0
    for at in range(len(bars)):
        seen += len(added.get(at, ()))
        moved.append(at + seen)
    kept = [replace(bar, after=tuple(moved[row] for row in bar.after)) for bar in bars]
    rows = (chain(added.get(at, ()), kept[at : at + 1]) for at in range(len(bars) + 1))
    return tuple(chain.from_iterable(rows))


def _dated_tasks(pages: Iterable[Document], calendar: Calendar) -> dict[tuple[str, int], _Dated]:
    axis = Dates(calendar)
    return {
        (page.path, entry.line): (entry, interval)
        for page in pages
        for entry in page.schedule.tasks
        if not is_invalid(entry.span) and (interval := axis.own(entry.span))
    }


def phase_row(phase: Phase) -> Bar:
    """A row for a phase of which nothing is planned."""
    return Bar(phase.title, "", place=phase.place, progress=phase.progress, actual=phase.actual)


def _task_row(path: str, dated: ScheduleEntry, entry: CountedTask, *, within: bool) -> Bar:
    return Bar(
        title=dated.name or entry.task.text,
        written=dated.written,
        place=Location(path, entry.task.section),
        line=entry.task.line,
        progress=Progress.of([entry._replace(exclusion=None)]),
        level=int(within),
    )


def _on_axis(
    schedule: Schedule | None,
    phases: Sequence[Phase],
    opened: Mapping[Location | None, Sequence[tuple[Bar, Interval]]],
) -> Schedule:
    intervals = [interval for rows in opened.values() for _, interval in rows]
    first = date.fromordinal(int(min(interval.start for interval in intervals)))
    found = starting(schedule, first)
    zero = (found.origin or first).toordinal()
    rows = {
        place: [put(row, interval.shifted(-zero)) for row, interval in dated]
        for place, dated in opened.items()
    }
    length = max(math.ceil(max(interval.end for interval in intervals)) - zero, found.length)
    return replace(
        found, bars=with_rows(found.bars, dict(_additions(found.bars, phases, rows))), length=length
    )


def _additions(
    bars: Sequence[Bar], phases: Sequence[Phase], rows: Mapping[Location | None, Sequence[Bar]]
) -> Iterator[tuple[int, Sequence[Bar]]]:
    """Behind each row of a phase its tasks; at the end the phases that have no row yet."""
    at_end: list[Bar] = []
    shown = {bar.place: at for at, bar in enumerate(bars) if not bar.level}
    for phase in phases:
        tasks = rows.get(phase.place)
        if not tasks:
            continue
        if phase.place in shown and shown[phase.place] + 1 < len(bars):
            yield shown[phase.place] + 1, tasks
        elif phase.place in shown:
            at_end = [*tasks, *at_end]
        else:
            at_end += [phase_row(phase), *tasks] if phase.title else tasks
    yield len(bars), [*at_end, *rows.get(None, ())]
