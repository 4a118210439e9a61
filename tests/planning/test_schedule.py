"""Bars on an axis."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Phase, Place, Progress, ScheduleEntry, Span, WrittenSchedule
from mkdocs_plan_plugin.planning.schedule import schedule_of
from mkdocs_plan_plugin.reading.phases import read_phase_heading

MONDAY = date(2026, 1, 5)


def written(
    *spans: Span, start: date | None = None, end: date | None = None, total: str = ""
) -> WrittenSchedule:
    entries = [ScheduleEntry(f"Row {at}", span, "x", at, None) for at, span in enumerate(spans, 1)]
    sum_ = ScheduleEntry("Total", Span(), total, 9) if total else None
    return WrittenSchedule(tuple(entries), sum_, start, end)


def bars(schedule: WrittenSchedule) -> list[tuple[float | None, float | None]]:
    found, _ = schedule_of("p.md", schedule, ())
    return [(bar.start, bar.end) for bar in found.bars] if found else []


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([Span(5, 5), Span(10, 10)], [(0, 5), (5, 15)]),
        ([Span(first=5, last=10), Span(2, 2)], [(5, 10), (10, 12)]),
        ([Span(1, 1), Span(), Span(1, 1)], [(0, 1), (None, None), (None, None)]),
        ([Span(), Span(1, 1)], []),
        ([Span(), Span(first=5, last=10), Span(1, 1)], [(None, None), (5, 10), (10, 11)]),
        ([Span()], []),
        ([], []),
    ],
)
def test_relative(spans: list[Span], expected: object) -> None:
    assert bars(written(*spans)) == expected


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([Span(start=MONDAY, end=date(2026, 1, 9))], [(0, 5)]),
        ([Span(start=MONDAY)], [(0, 1)]),
        ([Span(5, 5, start=MONDAY), Span(5, 5)], [(0, 5), (7, 12)]),
        ([Span(end=date(2026, 1, 9))], [(0, 1)]),
        ([Span(5, 5, end=date(2026, 1, 9))], [(0, 5)]),
        ([Span(1, 1, end=date(2026, 1, 11))], [(0, 3)]),
        ([Span(start=date(2026, 1, 8)), Span(start=MONDAY)], [(3, 4), (0, 1)]),
        ([Span(5, 5), Span(start=MONDAY)], [(None, None), (0, 1)]),
        ([Span(first=0, last=5), Span(start=MONDAY)], [(None, None), (0, 1)]),
        ([Span(start=date(2025, 12, 31), end=date(2026, 1, 1))], [(0, 2)]),
    ],
)
def test_dated(spans: list[Span], expected: object) -> None:
    assert bars(written(*spans)) == expected


def test_a_start_dates_everything() -> None:
    schedule = written(Span(first=5, last=10), Span(3, 3), start=MONDAY)
    assert bars(schedule) == [(7, 12), (14, 17)]
    found, _ = schedule_of("p.md", schedule, ())
    assert found
    assert found.origin == MONDAY


def test_ranges_tell_the_best_end() -> None:
    found, _ = schedule_of("p.md", written(Span(3, 5)), ())
    assert found
    assert (found.bars[0].least, found.bars[0].end) == (3, 5)
    found, _ = schedule_of("p.md", written(Span(3, 5), start=MONDAY), ())
    assert found
    assert (found.bars[0].least, found.bars[0].end) == (3, 5)


def test_the_axis_ends_with_the_plan() -> None:
    found, _ = schedule_of("p.md", written(Span(5, 5), start=MONDAY, end=date(2026, 2, 3)), ())
    assert found
    assert found.length == 30


def test_a_plan_with_no_more_than_its_own_dates_is_one_row() -> None:
    assert bars(written(start=MONDAY, end=date(2026, 1, 9))) == [(0, 5)]


def test_the_total_is_shown_as_written() -> None:
    found, _ = schedule_of("p.md", written(Span(5, 5), total="2 weeks"), ())
    assert found
    assert found.total == "2 weeks"


@pytest.mark.parametrize(
    "schedule",
    [
        written(Span(start=date(2026, 2, 1), end=MONDAY)),
        written(Span(first=10, last=5)),
        written(Span(9e9, 9e9)),
        written(Span(start=MONDAY, end=date(9999, 12, 31))),
        written(Span(5, 5, end=date(1, 1, 5))),
        written(start=date(2026, 2, 1), end=MONDAY),
    ],
)
def test_the_impossible_is_told_and_not_drawn(schedule: WrittenSchedule) -> None:
    found, (wrong,) = schedule_of("p.md", schedule, ())
    assert found is None
    assert "ends before it starts" in wrong.problem


def phase(title: str, path: str = "p.md", section: int = 1) -> Phase:
    return Phase(title, Place(path, section), read_phase_heading(title), Progress(section, 9))


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("Phase 1: Setup", 1),
        ("Phase 1", 1),
        ("Setup", 1),
        ("phase 2 (late)", 2),
        ("CORE", 2),
        ("Phase 1: Other", None),
        ("Phase 3", None),
        ("Week 1", None),
        ("Twice", None),
    ],
)
def test_rows_find_their_phase(name: str, section: int | None) -> None:
    phases = [
        phase("Phase 1: Setup", section=1),
        phase("Phase 2: Core", section=2),
        phase("Twice", section=3),
        phase("Twice", section=4),
    ]
    schedule = WrittenSchedule((ScheduleEntry(name, Span(1, 1), "1 day", 3),))
    found, _ = schedule_of("p.md", schedule, phases)
    assert found
    (bar,) = found.bars
    assert bar.place == (Place("p.md", section) if section else None)
    assert bar.progress.done == (section or 0)


def test_a_phase_of_the_same_page_comes_first() -> None:
    phases = [phase("Phase 1: A", "tasks.md", 5), phase("Phase 1: A", "p.md", 2)]
    schedule = WrittenSchedule((ScheduleEntry("Phase 1", Span(1, 1), "1 day", 3),))
    found, _ = schedule_of("p.md", schedule, phases)
    assert found
    assert found.bars[0].place == Place("p.md", 2)


_DATE = st.none() | st.dates()
_DAYS = st.none() | st.floats(0.01, 50_000)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    least, most = sorted((draw(st.floats(0.01, 50_000)), draw(st.floats(0.01, 50_000))))
    kind = draw(st.sampled_from(["duration", "place", "dates", "both"]))
    if kind == "duration":
        return Span(least, most)
    if kind == "place":
        return Span(first=least, last=most)
    if kind == "dates":
        return Span(start=draw(_DATE), end=draw(_DATE))
    return Span(least, most, start=draw(_DATE), end=draw(_DATE))


@given(st.lists(spans(), max_size=8), _DATE, _DATE)
def test_bars_lie_on_the_axis(found: list[Span], start: date | None, end: date | None) -> None:
    schedule, _ = schedule_of("p.md", written(*found, start=start, end=end), ())
    for bar in schedule.bars if schedule else ():
        assert schedule
        assert schedule.length > 0
        if bar.start is None or bar.end is None:
            assert bar.start == bar.end
        else:
            assert 0 <= bar.start < bar.end <= schedule.length
            assert bar.least is None or bar.start < bar.least <= bar.end
