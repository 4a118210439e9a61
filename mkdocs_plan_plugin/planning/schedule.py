"""A written schedule to bars on one axis: dates where the text gives any, else weeks 1, 2, 3.

Phases follow one another in the order of the text unless it says otherwise. A row whose place
the text does not give keeps its words and gets no bar: nothing is guessed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

from mkdocs_plan_plugin.model import (
    Bar,
    Diagnostic,
    Phase,
    Place,
    Progress,
    Schedule,
    ScheduleEntry,
    Span,
    WrittenSchedule,
)
from mkdocs_plan_plugin.planning.calendar import first_day, last_day, next_working_day
from mkdocs_plan_plugin.planning.phases import plain_name, same_name
from mkdocs_plan_plugin.reading.phases import read_phase_heading

_LONGEST = 366 * 100
"""Days; a plan longer than a century is a slip of the pen."""

_YEARS = range(1900, 2200)

Found = tuple[Schedule | None, tuple[Diagnostic, ...]]
_Ends = tuple[float, float, float | None]
_Days = tuple[date, date, date | None]


def schedule_of(path: str, written: WrittenSchedule, phases: Sequence[Phase]) -> Found:
    """Lay out what a page says about when.

    Args:
        path: The page.
        written: Its schedule as it is written.
        phases: The plan's phases, for the progress of each row.

    Returns:
        The schedule, or None when there is nothing to draw, and what is wrong with it.
    """
    whole = _whole_plan(written)
    wrong = tuple(_check(path, (*written.entries, *whole)))
    start, end = (None, None) if any(map(_is_wrong, whole)) else (written.start, written.end)
    entries = tuple(entry for entry in written.entries or whole if not _is_wrong(entry))
    if start or any(entry.span.start or entry.span.end for entry in entries):
        origin, ends = _on_dates(entries, start)
    else:
        origin, ends = None, _on_weeks(entries)
    drawn = [at for at in ends if at]
    if not drawn:
        return None, wrong
    length = max(at[1] for at in drawn)
    if origin and end:
        length = max(length, (end - origin).days + 1)
    bars = tuple(_bar(path, entry, at, phases) for entry, at in zip(entries, ends, strict=True))
    total = written.total.written if written.total else ""
    return Schedule(bars, length, origin, total), wrong


def _whole_plan(written: WrittenSchedule) -> tuple[ScheduleEntry, ...]:
    """One row for a plan that gives its own start and end and nothing else."""
    if not (written.start and written.end):
        return ()
    span = Span(start=written.start, end=written.end)
    return (ScheduleEntry("", span, f"{written.start} – {written.end}", 1),)


def _is_wrong(entry: ScheduleEntry) -> bool:
    """Whether it ends before it starts, or takes over a century."""
    span = entry.span
    backwards = bool(span.start and span.end and span.end < span.start) or (
        span.first is not None and span.last is not None and span.last <= span.first
    )
    far = any(day.year not in _YEARS for day in (span.start, span.end) if day)
    return backwards or far or max(span.most or 0, span.last or 0) > _LONGEST


def _check(path: str, entries: Sequence[ScheduleEntry]) -> list[Diagnostic]:
    return [
        Diagnostic(
            path,
            entry.line,
            f"{entry.name or 'the plan'!r} ends before it starts, or lasts over a century"
            f" ({entry.written}), so it is not drawn",
            "give the earlier date first, and check the number and its unit",
        )
        for entry in entries
        if _is_wrong(entry)
    ]


def _on_weeks(entries: Sequence[ScheduleEntry]) -> list[_Ends | None]:
    ends: list[_Ends | None] = []
    now: float | None = 0.0
    for entry in entries:
        span = entry.span
        if span.first is not None and span.last is not None:
            ends.append((span.first, span.last, None))
        elif now is not None and span.most is not None and span.least is not None:
            ends.append((now, now + span.most, now + span.least))
        else:
            ends.append(None)
        # Where a row lies that follows one of unknown length, nobody can know.
        now = ends[-1][1] if ends[-1] else None
    return ends


def _on_dates(
    entries: Sequence[ScheduleEntry], begin: date | None
) -> tuple[date | None, list[_Ends | None]]:
    """Place entries by their dates; those with a duration follow the one before them."""
    found: list[_Days | None] = []
    free = begin
    for entry in entries:
        days = _days(entry.span, begin, free)
        found.append(days)
        free = _after(days, entry.span) if days else None
        if free and free.year not in _YEARS:
            free = None
    dates = [days[0] for days in found if days] + ([begin] if begin else [])
    origin = min(dates, default=None)
    return origin, [_since(origin, days) if origin and days else None for days in found]


def _after(days: _Days, span: Span) -> date:
    """The day on which what follows may begin: the same day after a milestone."""
    is_point = days[0] == days[1] and not span.most
    return days[1] if is_point else days[1] + timedelta(days=1)


def _since(origin: date, days: _Days) -> _Ends:
    first, last, least = days
    at_best = (least - origin).days + 1 if least else None
    return (first - origin).days, (last - origin).days + 1, at_best


def _days(span: Span, begin: date | None, free: date | None) -> _Days | None:
    """First day, last day, and the last day at best."""
    if span.start and span.end:
        return span.start, span.end, None
    if span.end:
        return (first_day(span.end, span.most) if span.most else span.end), span.end, None
    if span.first is not None and span.last is not None and not span.start:
        if not begin:
            return None
        return last_day(begin, math.floor(span.first) + 1), last_day(begin, span.last), None
    start = span.start or (next_working_day(free) if free and span.most else None)
    if not start:
        return None
    if not span.most:
        return start, start, None
    return start, last_day(start, span.most), last_day(start, span.least or span.most)


def _bar(path: str, entry: ScheduleEntry, ends: _Ends | None, phases: Sequence[Phase]) -> Bar:
    phase = _phase_of(path, entry, phases)
    start, end, least = ends or (None, None, None)
    place = Place(path, entry.section) if entry.section is not None else None
    return Bar(
        title=phase.title if phase else entry.name,
        written=entry.written,
        start=start,
        end=end,
        least=least if least != end else None,
        place=phase.place if phase else place,
        progress=phase.progress if phase else Progress(),
    )


def _phase_of(path: str, entry: ScheduleEntry, phases: Sequence[Phase]) -> Phase | None:
    """The one phase that a row speaks of, on its own page if that has it."""
    own = [phase for phase in phases if phase.place.path == path]
    others = [phase for phase in phases if phase.place.path != path]
    return _match(entry, own) or _match(entry, others)


def _match(entry: ScheduleEntry, phases: Sequence[Phase]) -> Phase | None:
    """By heading, by name, else by number where no name speaks against it."""
    if here := [phase for phase in phases if phase.title == entry.name]:
        return here[0] if len(here) == 1 else _at(entry.section, here)
    if named := [phase for phase in phases if _is_called(phase, entry.name)]:
        return named[0] if len(named) == 1 else None
    said = read_phase_heading(entry.name)
    if not said or not said.number:
        return None
    numbered = [
        phase
        for phase in phases
        if (heading := phase.heading)
        and (heading.kind, heading.number) == (said.kind, said.number)
        and not (plain_name(heading.name) and plain_name(said.name))
    ]
    return numbered[0] if len(numbered) == 1 else None


def _at(section: int | None, phases: Sequence[Phase]) -> Phase | None:
    return next((phase for phase in phases if phase.place.section == section), None)


def _is_called(phase: Phase, name: str) -> bool:
    return same_name(phase.title, name) or bool(
        phase.heading and same_name(phase.heading.name, name)
    )
