"""What contradicts itself in a schedule: an end before its start, a row behind the deadline."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from mkdocs_plan_plugin.model import (
    Diagnostic,
    Phase,
    ScheduleEntry,
    Span,
    Status,
    WrittenSchedule,
)
from mkdocs_plan_plugin.planning.schedule.order import Order
from mkdocs_plan_plugin.planning.schedule.scheduling import YEARS, Interval
from mkdocs_plan_plugin.reading.tasks import read_phase_heading
from mkdocs_plan_plugin.reading.time import is_to_come

Found = tuple[Diagnostic, ...]

_WORD = re.compile(r"\w")
_LONGEST = 366 * 100
"""Days; a plan longer than a century is a slip of the pen."""
_MOST_DIGITS = 4
_MOST_IN_A_RANGE = 100


@dataclass(frozen=True, slots=True)
class PlacedRows:
    """A schedule's rows, the phase of each, what they wait for and where they lie."""

    path: str
    entries: Sequence[ScheduleEntry]
    phases: Sequence[Phase | None]
    order: Order
    intervals: Sequence[Interval | None]
    is_dated: bool
    days_a_week: int


def is_invalid(span: Span) -> bool:
    """Whether it ends before it starts, takes over a century, or lies in no year of ours."""
    backwards = bool(span.start and span.end and span.end < span.start) or (
        span.first is not None and span.last is not None and span.last <= span.first
    )
    far = any(day.year not in YEARS for day in (span.start, span.end) if day)
    lengths = [each for each in (span.least, span.most, span.first, span.last) if each is not None]
    return backwards or far or any(not 0 <= each <= _LONGEST for each in lengths)


def drop_invalid_dates(path: str, written: WrittenSchedule) -> tuple[WrittenSchedule, Found]:
    """Tell the times that can't be, and return the plan's own dates without them."""
    wrong = find_invalid_times(path, written.entries)
    start, end, deadline = written.start, written.end, written.deadline
    if is_invalid(Span(start=start, end=end)):
        wrong.append(_backwards(path, "the plan", start, end))
        start = end = None
    if is_invalid(Span(start=start, end=deadline)):
        wrong.append(_backwards(path, "the time until the deadline", start, deadline))
        deadline = None
    return replace(written, start=start, end=end, deadline=deadline), tuple(wrong)


def find_invalid_times(path: str, entries: Iterable[ScheduleEntry]) -> list[Diagnostic]:
    """Tell the times that can't be."""
    return [
        _note(
            path,
            entry.line,
            f"{entry.name or 'the plan'!r} ends before it starts, or lasts over a century"
            f" ({entry.written}), so it is not drawn",
            "give the earlier date first, and check the number and its unit",
        )
        for entry in entries
        if is_invalid(entry.span)
    ]


def _backwards(path: str, what: str, start: date | None, end: date | None) -> Diagnostic:
    told = " – ".join(str(day) for day in (start, end) if day)
    return _note(
        path,
        1,
        f"{what} ends before it starts, or lies in another century ({told}), so it is not drawn",
        "check the plan's dates: the start is the earlier one",
    )


def find_conflicts(
    rows: PlacedRows, plan: WrittenSchedule, phases: Sequence[Phase]
) -> Iterator[Diagnostic]:
    """Tell the rows without a time, of unknown phases, too late or too early."""
    yield from _without_time(rows, plan)
    yield from _without_row(rows, phases)
    yield from _unknown(rows, phases)
    if rows.is_dated:
        yield from _late(rows, plan)
        yield from _early(rows)


def _without_time(rows: PlacedRows, plan: WrittenSchedule) -> Iterator[Diagnostic]:
    """Rows that say nothing, or that they don't know yet, where others say when.

    Not those with other words: "ongoing" is an answer, if not one that can be drawn.
    """
    if not any(rows.intervals):
        return
    for entry, written in zip(rows.entries, plan.entries, strict=False):
        if written.span != Span() or entry.is_milestone:
            continue
        said = entry.written.strip()
        if not _WORD.search(said) or is_to_come(said):
            yield _note(
                rows.path,
                entry.line,
                f"{entry.name!r} has no duration yet ({said!r}), so it is not drawn, nor are"
                " durations behind it",
                "give it a duration or a date",
            )


def _without_row(rows: PlacedRows, phases: Sequence[Phase]) -> Iterator[Diagnostic]:
    """Phases, still to do, whose number is between those of rows, and which have no row."""
    lines: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for entry, phase in zip(rows.entries, rows.phases, strict=True):
        for heading in (read_phase_heading(entry.name), phase.heading if phase else None):
            if heading:
                numbers = dict.fromkeys(_numbers(heading.number), entry.line)
                lines[heading.kind] |= numbers
    for phase in phases:
        heading = phase.heading
        told = lines.get(heading.kind, {}) if heading else {}
        missing = _numbers(heading.number) - told.keys() if heading else set()
        if len(told) < 2 or not missing or phase.progress.status is Status.DONE:
            continue
        if min(told) < min(missing) and max(missing) < max(told):
            following = min(number for number in told if number > max(missing))
            yield _note(
                rows.path,
                told[following],
                f"{phase.title!r} stands between phases of the schedule, but has no duration",
                "give it one, or the next phase a date, for that may begin later than it seems",
            )


def _unknown(rows: PlacedRows, phases: Sequence[Phase]) -> Iterator[Diagnostic]:
    """Rows of a phase by a number that no phase of the plan has, if the page numbers phases."""
    known: defaultdict[str, set[int]] = defaultdict(set)
    here: set[str] = set()
    for phase in phases:
        if phase.heading and phase.heading.number:
            known[phase.heading.kind].update(_numbers(phase.heading.number))
            if rows.path in (place.path for place in (phase.place, *phase.also)):
                here.add(phase.heading.kind)
    for entry in rows.entries:
        said = read_phase_heading(entry.name)
        if not said or said.kind not in here:
            continue
        if missing := _numbers(said.number) - known[said.kind]:
            yield _note(
                rows.path,
                entry.line,
                f"{entry.name!r} stands in the schedule, but the plan has no {said.kind}"
                f" {min(missing)}",
                "correct the number, or add a heading for the phase",
            )


@lru_cache(maxsize=1024)
def _numbers(number: str) -> frozenset[int]:
    """The whole numbers that a number stands for: `2` in `2.1` and `2a`; 1, 2, 3 in `1-3`."""
    ends = re.findall(r"\d+", re.sub(r"\.\d+", "", number))
    if not ends or max(map(len, ends)) > _MOST_DIGITS:
        return frozenset()
    first, last = int(ends[0]), int(ends[-1])
    return frozenset(range(first, last + 1)) if last - first < _MOST_IN_A_RANGE else frozenset()


def _late(rows: PlacedRows, plan: WrittenSchedule) -> Iterator[Diagnostic]:
    """Rows that end after the plan's deadline, or after its own end."""
    limits = [(day, name) for day, name in ((plan.deadline, "deadline"), (plan.end, "end")) if day]
    if not limits:
        return
    limit, name = min(limits)
    for entry, interval in zip(rows.entries, rows.intervals, strict=True):
        if interval and entry.name and interval.end - 1 > limit.toordinal():
            yield _note(
                rows.path,
                entry.line,
                f"{entry.name!r} ends on {_last(interval)}, after the plan's {name}, {limit}",
                f"give the row less time, or move the {name}",
            )


def _early(rows: PlacedRows) -> Iterator[Diagnostic]:
    """Rows whose dates are before the end of what they come after, by their words."""
    for entry, interval, after in zip(rows.entries, rows.intervals, rows.order.after, strict=True):
        if not (interval and (entry.span.start or entry.span.end)):
            continue
        for row in after:
            other = rows.intervals[row]
            if other and interval.start < other.end - 1:
                yield _note(
                    rows.path,
                    entry.line,
                    f"{entry.name!r} starts on {date.fromordinal(int(interval.start))}, but comes"
                    f" after {rows.entries[row].name!r}, which ends on {_last(other)}",
                    "correct the dates, or what it comes after",
                )


def _last(interval: Interval) -> date:
    return date.fromordinal(int(interval.end) - 1)


def _note(path: str, line: int, problem: str, fix: str) -> Diagnostic:
    return Diagnostic(path, line, problem, fix)
