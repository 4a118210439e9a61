"""What holds of every schedule, whatever is written."""

from __future__ import annotations

import string
from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Bar, Schedule, ScheduleEntry, Span, WrittenSchedule
from mkdocs_plan_plugin.planning.schedule.calendar import Calendar
from mkdocs_plan_plugin.planning.schedule.schedule import schedule_of
from tests.planning.schedule.schedules import ANY_DATE, CALENDARS, NEARBY, dates_of, is_off, plan

_LETTERS = string.ascii_uppercase[:8]
_AMOUNTS = st.floats(0.01, 60) | st.integers(1, 20).map(float)


def _durations(amounts: st.SearchStrategy[float]) -> st.SearchStrategy[Span]:
    return st.tuples(amounts, amounts).map(lambda both: Span(min(both), max(both)))


def _rows(
    spans: st.SearchStrategy[Span], *, links: bool = True
) -> st.SearchStrategy[list[ScheduleEntry]]:
    names = st.lists(st.sampled_from(_LETTERS), max_size=2 if links else 0).map(tuple)
    entry = st.builds(
        lambda span, after, alongside, is_milestone: ScheduleEntry(
            "", span, "x", 1, None, after, alongside, is_milestone
        ),
        spans,
        names,
        names,
        st.integers(0, 5).map(lambda chance: chance == 0),
    )
    return st.lists(entry, max_size=len(_LETTERS)).map(
        lambda entries: [
            replace(
                each,
                name=f"Part {letter}",
                after=_named(each.after),
                alongside=_named(each.alongside),
            )
            for letter, each in zip(_LETTERS, entries, strict=False)
        ]
    )


def _named(letters: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"Part {letter}" for letter in letters)


_NUMBERS = st.none() | st.floats(allow_nan=False) | st.floats(0, 1000)
_ANY_SPAN = st.builds(Span, _NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS, ANY_DATE, ANY_DATE)
_ANY_ROWS = _rows(_ANY_SPAN | _durations(_AMOUNTS) | st.builds(Span, start=NEARBY))
_TIMED_ROWS = _rows(_durations(_AMOUNTS))


def laid_out(written: WrittenSchedule, calendar: Calendar) -> Schedule | None:
    return schedule_of("p.md", written, (), calendar)[0]


def overlaps(bar: Bar, other: Bar) -> bool:
    """Whether a row starts before one ends that takes time."""
    assert bar.start is not None
    assert other.end is not None
    # A point is the last day of what leads to it, and the day may be shared.
    shared = 1 if bar.is_milestone or other.is_milestone else 0
    return bar.start < other.end - shared - 1e-6


@given(_ANY_ROWS, ANY_DATE, ANY_DATE, ANY_DATE, CALENDARS)
def test_nothing_written_is_too_much(
    rows: list[ScheduleEntry],
    start: date | None,
    end: date | None,
    deadline: date | None,
    calendar: Calendar,
) -> None:
    found = laid_out(plan(*rows, start=start, end=end, deadline=deadline), calendar)
    if not found:
        return
    assert len(found.bars) == (len(rows) or 1)
    for index, bar in enumerate(found.bars):
        assert index not in bar.after
        assert all(row in range(len(rows)) for row in bar.after)
        if bar.start is None or bar.end is None:
            assert bar.start == bar.end
            assert bar.least is None
        else:
            assert 0 <= bar.start <= bar.end <= found.length
            assert bar.least is None or bar.start <= bar.least <= bar.end


@given(_TIMED_ROWS, st.none() | NEARBY, CALENDARS)
def test_a_schedule_never_overlaps_what_it_depends_on(
    rows: list[ScheduleEntry], start: date | None, calendar: Calendar
) -> None:
    found = laid_out(plan(*rows, start=start), calendar)
    for bar in found.bars if found else ():
        for row in bar.after:
            assert found
            other = found.bars[row]
            if bar.start is None:
                continue
            assert other.start is not None
            assert not overlaps(bar, other)


@given(_rows(_durations(_AMOUNTS), links=False), st.none() | NEARBY, CALENDARS)
def test_without_words_rows_follow_one_another(
    rows: list[ScheduleEntry], start: date | None, calendar: Calendar
) -> None:
    found = laid_out(plan(*rows, start=start), calendar)
    for one, other in pairwise(found.bars if found else ()):
        assert not overlaps(other, one)


@given(
    _rows(_durations(_AMOUNTS) | st.builds(Span, start=NEARBY)),
    st.none() | NEARBY,
    st.none() | NEARBY,
    CALENDARS,
)
def test_durations_begin_and_end_on_working_days(
    rows: list[ScheduleEntry], start: date | None, deadline: date | None, calendar: Calendar
) -> None:
    found = laid_out(plan(*rows, start=start, deadline=deadline), calendar)
    if not found or not found.origin:
        return
    for bar, entry in zip(found.bars, rows, strict=True):
        if bar.start is not None and not entry.span.start:
            assert not any(is_off(day, calendar) for day in dates_of(found, bar))


@given(
    _rows(
        _durations(_AMOUNTS) | st.builds(lambda at: Span(first=at, last=at + 5), st.integers(0, 40))
    ),
    NEARBY,
    CALENDARS,
)
def test_a_backward_plan_ends_in_time(
    rows: list[ScheduleEntry], deadline: date, calendar: Calendar
) -> None:
    found = laid_out(plan(*rows, deadline=deadline), calendar)
    if not found:
        return
    assert found.origin
    assert found.deadline == deadline
    last = max(dates_of(found, bar)[1] for bar in found.bars if bar.start is not None)
    assert last <= deadline
    if all(entry.span.most for entry in rows):
        days = (
            date.fromordinal(day) for day in range(last.toordinal() + 1, deadline.toordinal() + 1)
        )
        assert all(is_off(day, calendar) for day in days)


@given(_ANY_ROWS, st.none() | NEARBY, CALENDARS, st.text(" \t\n\u00a0", min_size=1, max_size=3))
def test_white_space_makes_no_difference(
    rows: list[ScheduleEntry], start: date | None, calendar: Calendar, space: str
) -> None:
    def spaced(text: str) -> str:
        return space + text.replace(" ", space) + space

    others = [
        replace(
            entry,
            name=spaced(entry.name),
            after=tuple(map(spaced, entry.after)),
            alongside=tuple(map(spaced, entry.alongside)),
        )
        for entry in rows
    ]
    assert laid_out(plan(*rows, start=start), calendar) == laid_out(
        plan(*others, start=start), calendar
    )


@given(_ANY_ROWS, CALENDARS, st.data())
def test_what_depends_on_nothing_of_it_stays(
    rows: list[ScheduleEntry], calendar: Calendar, data: st.DataObject
) -> None:
    """One more row at the end, which no other row names, shifts no other row."""
    more = data.draw(_durations(_AMOUNTS))
    last = ScheduleEntry("Rest", more, "x", 1)
    before, after = laid_out(plan(*rows), calendar), laid_out(plan(*rows, last), calendar)
    if before:
        assert after
        assert after.origin == before.origin
        assert after.bars[:-1] == before.bars
