"""Add rows for tasks with dates below the row of their phase."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

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
)
from mkdocs_plan_plugin.planning.schedule.calendar import Calendar
from mkdocs_plan_plugin.planning.schedule.conflicts import is_invalid
from mkdocs_plan_plugin.planning.schedule.groups import phase_row, with_rows
from mkdocs_plan_plugin.planning.schedule.scheduling import Dates, Interval, starting, with_interval

_Dated = tuple[ScheduleEntry, Interval]


def with_task_rows(
    schedule: Schedule | None,
    phases: Sequence[Phase],
    pages: Iterable[Document],
    tasks: Iterable[CountedTask],
    calendar: Calendar,
) -> Schedule | None:
    """Add rows for tasks with dates below their phases.

    Args:
        schedule: The plan's rows on an axis of dates, or None if there are none yet.
        phases: The plan's phases.
        pages: The pages with its tasks.
        tasks: All tasks of the plan, including checks, which can have dates as well.
        calendar: Which days are working days.
    """
    shown = {
        (bar.location.path, bar.line) for bar in (schedule.bars if schedule else ()) if bar.location
    }
    found = _dated_tasks(pages, calendar)
    found = {place: dated for place, dated in found.items() if place not in shown}
    if not found:
        return schedule
    phase_at = {(entry.path, entry.task.line): phase for phase in phases for entry in phase.entries}
    entries = {(entry.path, entry.task.line): entry for entry in tasks}
    opened: dict[Location | None, list[tuple[Bar, Interval]]] = {}
    for (path, line), dated in found.items():
        entry = entries.get((path, line))
        if entry and entry.exclusion in (None, Exclusion.CHECK):
            phase = phase_at.get((path, line))
            row = _task_row(path, dated[0], entry, within=phase is not None)
            opened.setdefault(phase.location if phase else None, []).append((row, dated[1]))
    if not opened:
        return schedule
    found_on = _on_axis(schedule, phases, opened)
    return replace(found_on, days_a_week=calendar.days_a_week)


def _dated_tasks(pages: Iterable[Document], calendar: Calendar) -> dict[tuple[str, int], _Dated]:
    axis = Dates(calendar)
    return {
        (page.path, entry.line): (entry, interval)
        for page in pages
        for entry in page.schedule.tasks
        if not is_invalid(entry.span) and (interval := axis.own(entry.span))
    }


def _task_row(path: str, dated: ScheduleEntry, entry: CountedTask, *, within: bool) -> Bar:
    return Bar(
        title=dated.name or entry.task.text,
        written=dated.written,
        location=Location(path, entry.task.section),
        line=entry.task.line,
        progress=Progress.of([entry._replace(exclusion=None)]),
        level=int(within),
        has_end=dated.has_end,
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
        place: [with_interval(row, interval.shifted(-zero)) for row, interval in dated]
        for place, dated in opened.items()
    }
    length = max(math.ceil(max(interval.end for interval in intervals)) - zero, found.length)
    return replace(
        found, bars=with_rows(found.bars, dict(_additions(found.bars, phases, rows))), length=length
    )


def _additions(
    bars: Sequence[Bar], phases: Sequence[Phase], rows: Mapping[Location | None, Sequence[Bar]]
) -> Iterator[tuple[int, Sequence[Bar]]]:
    """The rows to insert: tasks after the row of their phase, and new phases at the end."""
    at_end: list[Bar] = []
    shown = {bar.location: at for at, bar in enumerate(bars) if not bar.level}
    for phase in phases:
        tasks = rows.get(phase.location)
        if not tasks:
            continue
        if phase.location in shown and shown[phase.location] + 1 < len(bars):
            yield shown[phase.location] + 1, tasks
        elif phase.location in shown:
            at_end = [*tasks, *at_end]
        else:
            at_end += [phase_row(phase), *tasks] if phase.title else tasks
    yield len(bars), [*at_end, *rows.get(None, ())]
