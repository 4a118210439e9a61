"""Find conflicts in a schedule, such as an end before the start or a row after the deadline."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from mkdocs_plan_plugin.model import (
    Diagnostic,
    Document,
    Phase,
    ScheduleEntry,
    Span,
    Status,
    WrittenSchedule,
)
from mkdocs_plan_plugin.planning.schedule.calendar import YEARS
from mkdocs_plan_plugin.planning.schedule.order import Order
from mkdocs_plan_plugin.planning.schedule.scheduling import Interval
from mkdocs_plan_plugin.reading.tasks import read_phase_heading
from mkdocs_plan_plugin.reading.time import is_to_come

_WORD = re.compile(r"\w")
_LONGEST = 366 * 100
"""In days. A plan longer than a century is a typo."""
_MOST_DIGITS = 4
_MOST_IN_A_RANGE = 100


@dataclass(frozen=True, slots=True)
class PlacedRows:
    """A schedule's rows with their phases, dependencies and intervals."""

    path: str
    entries: Sequence[ScheduleEntry]
    phases: Sequence[Phase | None]
    order: Order
    intervals: Sequence[Interval | None]
    is_dated: bool
    days_a_week: int


def is_invalid(span: Span) -> bool:
    """Whether a span ends before it starts, takes over a century, or is outside `YEARS`."""
    backwards = bool(span.start and span.end and span.end < span.start) or (
        span.first is not None and span.last is not None and span.last <= span.first
    )
    far = any(day.year not in YEARS for day in (span.start, span.end) if day)
    lengths = [each for each in (span.least, span.most, span.first, span.last) if each is not None]
    return backwards or far or any(not 0 <= each <= _LONGEST for each in lengths)


def drop_invalid_dates(
    path: str, written: WrittenSchedule
) -> tuple[WrittenSchedule, tuple[Diagnostic, ...]]:
    """Remove invalid dates of the plan, and report them and the invalid times of rows."""
    diagnostics = find_invalid_times(path, written.entries)
    start, end, deadline = written.start, written.end, written.deadline
    if is_invalid(Span(start=start, end=end)):
        diagnostics.append(_invalid_dates(path, "start and end", start, end))
        start = end = None
    if is_invalid(Span(start=start, end=deadline)):
        diagnostics.append(_invalid_dates(path, "start and deadline", start, deadline))
        deadline = None
    return replace(written, start=start, end=end, deadline=deadline), tuple(diagnostics)


def stated_days(pages: Iterable[Document]) -> tuple[date | None, date | None]:
    """Return the first valid deadline and the first valid end that pages give for their plan."""
    plans = [drop_invalid_dates(page.path, page.schedule)[0] for page in pages]
    deadlines, ends = ([plan.deadline for plan in plans], [plan.end for plan in plans])
    return next(filter(None, deadlines), None), next(filter(None, ends), None)


def find_invalid_times(path: str, entries: Iterable[ScheduleEntry]) -> list[Diagnostic]:
    """Report the rows whose time is invalid."""
    return [
        Diagnostic(
            path,
            entry.line,
            f"{entry.name or 'the plan'!r} ends before it starts or lasts over a century"
            f" ({entry.written}), so it is not drawn",
            "give the earlier date first, and check the number and its unit",
        )
        for entry in entries
        if is_invalid(entry.span)
    ]


def _invalid_dates(path: str, which: str, start: date | None, end: date | None) -> Diagnostic:
    dates = ", ".join(str(day) for day in (start, end) if day)
    return Diagnostic(
        path,
        1,
        f"the plan's {which} ({dates}) are in the wrong order, or outside the years"
        f" {YEARS.start} to {YEARS.stop - 1}, so they are not drawn",
        "correct the plan's dates",
    )


def find_conflicts(
    rows: PlacedRows, plan: WrittenSchedule, phases: Sequence[Phase]
) -> Iterator[Diagnostic]:
    """Report rows without a time, rows of unknown phases, and rows that are too late or early."""
    yield from _without_time(rows, plan)
    yield from _without_row(rows, phases)
    yield from _unknown_phases(rows, phases)
    if rows.is_dated:
        yield from _after_deadline(rows, plan)
        yield from _before_dependencies(rows)


def _without_time(rows: PlacedRows, plan: WrittenSchedule) -> Iterator[Diagnostic]:
    """Report rows without a duration, or with one such as "TBD", if other rows have times.

    Other words are not reported: "ongoing" is a duration, even though it can't be drawn.
    """
    if not any(rows.intervals):
        return
    for entry, written in zip(rows.entries, plan.entries, strict=False):
        if written.span != Span() or entry.is_milestone:
            continue
        text = entry.written.strip()
        if not _WORD.search(text) or is_to_come(text):
            yield Diagnostic(
                rows.path,
                entry.line,
                f"{entry.name!r} has no duration yet ({text!r}), so neither it nor the durations"
                " after it are drawn",
                "give it a duration or a date",
            )


def _without_row(rows: PlacedRows, phases: Sequence[Phase]) -> Iterator[Diagnostic]:
    """Report unfinished phases without a row whose number is between those of other rows."""
    lines: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for entry, phase in zip(rows.entries, rows.phases, strict=True):
        for heading in (read_phase_heading(entry.name), phase.heading if phase else None):
            if heading:
                numbers = dict.fromkeys(_numbers(heading.number), entry.line)
                lines[heading.kind] |= numbers
    for phase in phases:
        heading = phase.heading
        scheduled = lines.get(heading.kind, {}) if heading else {}
        missing = _numbers(heading.number) - scheduled.keys() if heading else set()
        if len(scheduled) < 2 or not missing or phase.progress.status is Status.DONE:
            continue
        if min(scheduled) < min(missing) and max(missing) < max(scheduled):
            following = min(number for number in scheduled if number > max(missing))
            yield Diagnostic(
                rows.path,
                scheduled[following],
                f"{phase.title!r} comes before this phase, but is not in the schedule, so this"
                " phase may start later than drawn",
                "give that phase a duration, or this one a date",
            )


def _unknown_phases(rows: PlacedRows, phases: Sequence[Phase]) -> Iterator[Diagnostic]:
    """Report rows whose phase number the plan does not have, if its page numbers phases."""
    known: defaultdict[str, set[int]] = defaultdict(set)
    numbered_kinds: set[str] = set()
    for phase in phases:
        if phase.heading and phase.heading.number:
            known[phase.heading.kind].update(_numbers(phase.heading.number))
            if rows.path in (location.path for location in (phase.location, *phase.also)):
                numbered_kinds.add(phase.heading.kind)
    for entry in rows.entries:
        heading = read_phase_heading(entry.name)
        if not heading or heading.kind not in numbered_kinds:
            continue
        if missing := _numbers(heading.number) - known[heading.kind]:
            yield Diagnostic(
                rows.path,
                entry.line,
                f"{entry.name!r} is in the schedule, but the plan has no {heading.kind}"
                f" {min(missing)}",
                "correct the number, or add a heading for the phase",
            )


@lru_cache(maxsize=1024)
def _numbers(number: str) -> frozenset[int]:
    """The integers that a phase number covers: 2 for `2.1` and `2a`; 1, 2, 3 for `1-3`."""
    ends = re.findall(r"\d+", re.sub(r"\.\d+", "", number))
    if not ends or max(map(len, ends)) > _MOST_DIGITS:
        return frozenset()
    first, last = int(ends[0]), int(ends[-1])
    return frozenset(range(first, last + 1)) if last - first < _MOST_IN_A_RANGE else frozenset()


def _after_deadline(rows: PlacedRows, plan: WrittenSchedule) -> Iterator[Diagnostic]:
    """Report rows that end after the plan's deadline or end."""
    limits = [(day, name) for day, name in ((plan.deadline, "deadline"), (plan.end, "end")) if day]
    if not limits:
        return
    limit, name = min(limits)
    for entry, interval in zip(rows.entries, rows.intervals, strict=True):
        if interval and entry.name and interval.end - 1 > limit.toordinal():
            yield Diagnostic(
                rows.path,
                entry.line,
                f"{entry.name!r} ends on {_last(interval)}, after the plan's {name} ({limit})",
                f"shorten the row, or move the {name}",
            )


def _before_dependencies(rows: PlacedRows) -> Iterator[Diagnostic]:
    """Report rows whose dates are before the end of a row that they come after."""
    for entry, interval, after in zip(rows.entries, rows.intervals, rows.order.after, strict=True):
        if not (interval and (entry.span.start or entry.span.end)):
            continue
        for row in after:
            other = rows.intervals[row]
            if other and interval.start < other.end - 1:
                yield Diagnostic(
                    rows.path,
                    entry.line,
                    f"{entry.name!r} starts on {date.fromordinal(int(interval.start))}, but comes"
                    f" after {rows.entries[row].name!r}, which ends on {_last(other)}",
                    "correct the dates or the dependency",
                )


def _last(interval: Interval) -> date:
    return date.fromordinal(int(interval.end) - 1)
