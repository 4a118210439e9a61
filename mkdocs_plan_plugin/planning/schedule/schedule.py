"""Turn a written schedule into bars on one axis: of dates if it has any, else of weeks 1, 2, 3.

Phases follow one another in the order of the text unless it says otherwise. A row whose position
is unknown keeps its text and gets no bar: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from mkdocs_plan_plugin.model import (
    Bar,
    CountedTask,
    Diagnostic,
    Location,
    Phase,
    Progress,
    Schedule,
    ScheduleEntry,
    Span,
    WrittenSchedule,
)
from mkdocs_plan_plugin.planning.schedule.calendar import DEFAULT_CALENDAR, Calendar, first_day
from mkdocs_plan_plugin.planning.schedule.conflicts import (
    PlacedRows,
    drop_invalid_dates,
    find_conflicts,
    is_invalid,
)
from mkdocs_plan_plugin.planning.schedule.groups import phase_of_group, under_groups
from mkdocs_plan_plugin.planning.schedule.order import Start, order_of
from mkdocs_plan_plugin.planning.schedule.row_names import phase_of
from mkdocs_plan_plugin.planning.schedule.row_tasks import RowTasks, with_task
from mkdocs_plan_plugin.planning.schedule.scheduling import (
    Dates,
    Interval,
    WorkingDays,
    place_rows,
    with_interval,
)
from mkdocs_plan_plugin.planning.schedule.totals import find_total_conflicts

_Intervals = Sequence[Interval | None]


def schedule_of(
    path: str,
    written: WrittenSchedule,
    phases: Sequence[Phase],
    calendar: Calendar = DEFAULT_CALENDAR,
    tasks: Iterable[CountedTask] = (),
) -> tuple[Schedule | None, tuple[Diagnostic, ...]]:
    """Lay out the schedule of a page.

    Args:
        path: The page.
        written: Its schedule as written.
        phases: The plan's phases, for the progress of each row.
        calendar: Which days are working days.
        tasks: The plan's tasks, for the progress of rows that are tasks.

    Returns:
        The schedule, or None if there is nothing to draw, and the problems found.
    """
    plan, diagnostics = drop_invalid_dates(path, written)
    if not plan:
        return None, diagnostics
    entries = tuple(map(_plain, plan.entries or _whole_plan(plan)))
    found = [phase_of(path, entry, phases) for entry in entries]
    order = order_of(path, entries, found, phases)
    origin, intervals = _lay_out(plan, entries, order.starts, calendar)
    is_dated = origin is not None
    rows = PlacedRows(path, entries, found, order, intervals, is_dated, calendar.days_a_week)
    diagnostics += (
        *order.diagnostics,
        *find_conflicts(rows, plan, phases),
        *find_total_conflicts(rows, plan.total),
    )
    if not any(intervals):
        return None, diagnostics
    zero = origin.toordinal() if origin else 0
    bars = tuple(
        _bar(path, entry, phase, interval.shifted(-zero) if interval else None, after)
        for entry, phase, interval, after in zip(
            entries, found, intervals, order.after, strict=True
        )
    )
    groups = [entry.group for entry in entries]
    within = {group: phase_of_group(path, group, phases) for group in dict.fromkeys(groups)}
    known = RowTasks(tasks, phases)
    bars = tuple(
        bar if bar.progress else _with_task(bar, path, entry, within[entry.group], known)
        for bar, entry in zip(bars, entries, strict=True)
    )
    if any(groups):
        bars = under_groups(bars, groups, within)
    total = plan.total.written if plan.total else ""
    return Schedule(
        bars, _length(bars, origin, plan), origin, total, plan.deadline, calendar.days_a_week
    ), diagnostics


def _whole_plan(plan: WrittenSchedule) -> tuple[ScheduleEntry, ...]:
    """The only row of a plan that has nothing but a start and an end."""
    if not (plan.start and plan.end):
        return ()
    span = Span(start=plan.start, end=plan.end)
    return (ScheduleEntry("", span, f"{plan.start} – {plan.end}", 1),)


def _plain(entry: ScheduleEntry) -> ScheduleEntry:
    """A row with a normalized name, and without an invalid time."""
    name = " ".join(entry.name.split())
    span = Span() if is_invalid(entry.span) else entry.span
    return replace(entry, name=name, span=span)


def _lay_out(
    plan: WrittenSchedule,
    entries: Sequence[ScheduleEntry],
    starts: Sequence[Start],
    calendar: Calendar,
) -> tuple[date | None, _Intervals]:
    """Place the rows from the plan's start, or back from its end.

    Returns:
        The first day, or None without dates, and the interval of each row.
    """
    start = plan.start
    if not (start or any(entry.span.start or entry.span.end for entry in entries)):
        start = _start_for(plan, entries, starts, calendar)
        if not start:
            return None, place_rows(entries, starts, WorkingDays())
    intervals = place_rows(entries, starts, Dates(calendar, start))
    days = [date.fromordinal(int(interval.start)) for interval in intervals if interval]
    return min([*days, *([start] if start else [])], default=None), intervals


def _start_for(
    plan: WrittenSchedule,
    entries: Sequence[ScheduleEntry],
    starts: Sequence[Start],
    calendar: Calendar,
) -> date | None:
    """The latest day on which a plan can start to be done by its end or deadline."""
    until = min((day for day in (plan.end, plan.deadline) if day), default=None)
    if not until:
        return None
    length = _end(place_rows(entries, starts, WorkingDays(is_whole=True)))
    if not length:
        return None
    # Holidays don't prolong whole weeks, so try without them first.
    for candidate in (calendar.without_holidays, calendar):
        try:
            start = first_day(until, length, candidate)
        except OverflowError:
            return None
        end = _end(place_rows(entries, starts, Dates(calendar, start)))
        if 0 < end <= until.toordinal() + 1:
            return start
    return None


def _end(intervals: Iterable[Interval | None]) -> float:
    """The end of the last interval."""
    return max((interval.end for interval in intervals if interval), default=0.0)


def _length(bars: Sequence[Bar], origin: date | None, plan: WrittenSchedule) -> float:
    """The end of the axis: that of the last row, or the plan's end or deadline."""
    ends = [bar.end for bar in bars if bar.end is not None]
    if origin:
        ends += [(day - origin).days + 1 for day in (plan.end, plan.deadline) if day]
    return max(ends)


def _bar(
    path: str,
    entry: ScheduleEntry,
    phase: Phase | None,
    interval: Interval | None,
    after: tuple[int, ...],
) -> Bar:
    own = Location(path, entry.section) if entry.section is not None else None
    bar = Bar(
        title=phase.title if phase else entry.name,
        written=entry.written,
        location=phase.location if phase else own,
        progress=phase.progress if phase else Progress(),
        after=after,
        is_milestone=entry.is_milestone,
        actual=phase.actual if phase else None,
        state=entry.state,
        has_end=entry.has_end,
    )
    return with_interval(bar, interval) if interval else bar


def _with_task(
    bar: Bar, path: str, entry: ScheduleEntry, within: Phase | None, tasks: RowTasks
) -> Bar:
    found = tasks.find(path, entry, within)
    return with_task(bar, found) if found else bar
