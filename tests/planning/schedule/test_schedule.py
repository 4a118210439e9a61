"""Bars on an axis."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Location, Phase, Progress, ScheduleEntry, Span, WrittenSchedule
from mkdocs_plan_plugin.planning.schedule.calendar import Calendar
from mkdocs_plan_plugin.planning.schedule.schedule import schedule_of
from mkdocs_plan_plugin.reading.tasks.phases import read_phase_heading
from tests.planning.schedule.schedules import dates, days, drawn, ends, plan, row

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


def test_ranges_give_the_best_case() -> None:
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
def test_an_invalid_time_is_reported_and_not_drawn(schedule: WrittenSchedule) -> None:
    found, (wrong,) = schedule_of("p.md", schedule, ())
    assert found is None
    assert any(part in wrong.problem for part in ("ends before it starts", "wrong order"))


def phase(title: str, path: str = "p.md", section: int = 1) -> Phase:
    return Phase(title, Location(path, section), read_phase_heading(title), Progress(section, 9))


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
    assert bar.location == (Location("p.md", section) if section else None)
    assert bar.progress.done == (section or 0)


def test_a_phase_of_the_same_page_comes_first() -> None:
    phases = [phase("Phase 1: A", "tasks.md", 5), phase("Phase 1: A", "p.md", 2)]
    schedule = WrittenSchedule((ScheduleEntry("Phase 1", Span(1, 1), "1 day", 3),))
    found, _ = schedule_of("p.md", schedule, phases)
    assert found
    assert found.bars[0].location == Location("p.md", 2)


def test_words_place_rows() -> None:
    schedule = plan(
        row("Phase 1", days(10)),
        row("Phase 2", days(5), after=("Phase 1",)),
        row("Phase 3", days(15), after=("Phase 1",)),
        row("Docs", days(5), alongside=("Phase 3", "Phase 1")),
        row("Phase 4", days(5)),
    )
    assert ends(schedule) == [(0, 10), (10, 15), (10, 25), (0, 5), (25, 30)]
    assert [bar.after for bar in drawn(schedule).bars] == [(), (0,), (0,), (), ()]


def test_a_range_keeps_what_follows_waiting_for_the_most() -> None:
    schedule = plan(row("A", days(3, 5)), row("B", days(2, 4), after=("A",)))
    assert ends(schedule) == [(0, 5), (5, 9)]
    assert [bar.least for bar in drawn(schedule).bars] == [3, 7]


def test_own_dates_win_over_words() -> None:
    schedule = plan(
        row("A", days(5), alongside=("B",)),
        row("B", Span(start=date(2026, 1, 14), end=date(2026, 1, 16)), after=("C",)),
        row("C", days(2), after=("B",)),
    )
    found, notes = schedule_of("p.md", schedule, ())
    assert found
    assert dates(schedule) == [("01-14", "01-20"), ("01-14", "01-16"), None]
    assert [note.problem.partition(" is a ")[0] for note in notes] == ["'B' after 'C' after 'B'"]


def test_a_row_starts_alongside_one_with_dates() -> None:
    saturday = date(2026, 1, 10)
    schedule = plan(
        row("A", Span(start=saturday, end=date(2026, 1, 20)), alongside=("B",)),
        row("B", days(3), alongside=("A",)),
        row("C", days(1), alongside=("A",), after=("B",)),
    )
    assert dates(schedule) == [("01-10", "01-20"), ("01-12", "01-14"), ("01-15", "01-15")]


def test_a_duration_follows_on_the_next_working_day() -> None:
    christmas = Calendar(holidays=frozenset({date(2026, 12, 25), date(2026, 12, 28)}))
    schedule = plan(
        row("A", Span(start=date(2026, 12, 14), end=date(2026, 12, 23))), row("B", days(3))
    )
    assert dates(schedule, christmas) == [("12-14", "12-23"), ("12-24", "12-30")]


def test_holidays_make_durations_longer_but_not_weeks() -> None:
    off = Calendar(holidays=frozenset({date(2026, 1, 6), date(2026, 1, 12)}))
    weeks = plan(row("A", Span(first=0, last=5)), row("B", Span(first=5, last=10)), start=MONDAY)
    assert dates(weeks, off) == [("01-05", "01-09"), ("01-13", "01-16")]
    durations = plan(row("A", days(5)), row("B", days(5)), start=MONDAY)
    assert dates(durations, off) == [("01-05", "01-13"), ("01-14", "01-20")]


def test_a_week_that_is_off_waits_for_the_next_working_day() -> None:
    off = Calendar(holidays=frozenset(MONDAY + timedelta(days=day) for day in range(5)))
    assert dates(plan(row("A", Span(first=0, last=5)), start=MONDAY), off) == [("01-12", "01-12")]


def test_other_weekends() -> None:
    schedule = plan(row("A", days(5)), row("B", days(2)), start=date(2026, 1, 4))
    assert dates(schedule, Calendar(frozenset({4, 5}))) == [("01-04", "01-08"), ("01-11", "01-12")]


@pytest.mark.parametrize("key", ["deadline", "end"])
def test_a_deadline_plans_backwards(key: str) -> None:
    sunday = date(2026, 2, 1)
    end, deadline = (sunday, None) if key == "end" else (None, sunday)
    schedule = plan(row("A", days(5)), row("B", days(2.5)), end=end, deadline=deadline)
    assert dates(schedule) == [("01-21", "01-27"), ("01-28", "01-30")]
    found = drawn(schedule)
    assert found.origin == date(2026, 1, 21)
    assert found.length == 12
    assert found.deadline == deadline


def test_the_earlier_of_end_and_deadline_counts() -> None:
    schedule = plan(row("A", days(5)), end=date(2026, 1, 16), deadline=date(2026, 1, 30))
    assert dates(schedule) == [("01-12", "01-16")]


def test_weeks_are_planned_backwards_as_weeks() -> None:
    off = Calendar(holidays=frozenset({date(2026, 1, 14)}))
    rows = (row("A", Span(first=0, last=5)), row("B", Span(first=5, last=10)))
    friday = date(2026, 1, 16)
    assert dates(plan(*rows, deadline=friday), off) == [("01-05", "01-09"), ("01-12", "01-16")]
    mixed = plan(*rows, row("C", days(5)), deadline=friday)
    assert dates(mixed, off)[2] == ("01-09", "01-16")


def test_a_holiday_begins_a_backward_plan_earlier() -> None:
    off = Calendar(holidays=frozenset({date(2026, 1, 14)}))
    schedule = plan(row("A", days(5)), deadline=date(2026, 1, 15))
    assert dates(schedule, off) == [("01-08", "01-15")]


def test_each_part_of_a_day_takes_a_day_of_a_backward_plan() -> None:
    schedule = plan(row("A", days(0.25)), row("B", days(0.25)), deadline=date(2026, 1, 16))
    assert dates(schedule) == [("01-15", "01-15"), ("01-16", "01-16")]


def test_a_start_or_a_date_comes_before_the_deadline() -> None:
    deadline = date(2026, 3, 31)
    assert dates(plan(row("A", days(5)), start=MONDAY, deadline=deadline)) == [("01-05", "01-09")]
    dated = plan(row("A", days(5)), row("B", Span(start=MONDAY)), deadline=deadline)
    assert dates(dated) == [None, ("01-05", "01-05")]
    assert drawn(dated).length == 86


def test_what_is_too_long_for_dates_has_weeks() -> None:
    rows = [row(f"Row {number}", days(30_000)) for number in range(40)]
    assert drawn(plan(*rows, deadline=MONDAY)).origin is None


def test_milestones_are_points() -> None:
    schedule = plan(
        row("Kick-off", days(0), is_milestone=True),
        row("A", days(2.5)),
        row("Beta", days(0), is_milestone=True),
        row("B", days(5)),
        row("Launch", Span(first=5, last=10), is_milestone=True),
        row("Some day", Span(), is_milestone=True),
        row("Party", Span(), after=("B",), is_milestone=True),
        row("Rest", days(1)),
    )
    expected = [(0, 1), (0, 2.5), (2, 2.5), (2.5, 7.5), (9, 10), (None, None), (7, 7.5)]
    assert ends(schedule)[:-1] == expected
    assert [bar.is_milestone for bar in drawn(schedule).bars].count(True) == 5


def test_milestones_have_a_day() -> None:
    schedule = plan(
        row("Kick-off", Span(start=MONDAY), is_milestone=True),
        row("A", days(5)),
        row("Beta", days(0), is_milestone=True),
        row("B", days(5)),
        row("Review", days(2), after=("B",), is_milestone=True),
        row("Fair", Span(start=date(2026, 1, 24), end=date(2026, 1, 25)), is_milestone=True),
        row("C", days(1)),
        row("D", days(0), alongside=("C",), is_milestone=True),
    )
    assert dates(schedule) == [
        ("01-05", "01-05"),
        ("01-05", "01-09"),
        ("01-09", "01-09"),
        ("01-12", "01-16"),
        ("01-20", "01-20"),
        ("01-25", "01-25"),
        ("01-26", "01-26"),
        ("01-26", "01-26"),
    ]


def test_where_every_day_is_off_there_are_no_dates() -> None:
    def all_days(year: int) -> list[date]:
        first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        return [date.fromordinal(day) for day in range(first, last + 1)]

    off = Calendar(holidays_in=all_days)
    rows = (
        row("A", days(3)),
        row("B", days(0), is_milestone=True),
        row("C", Span(first=0, last=5)),
    )
    assert schedule_of("p.md", plan(*rows, start=MONDAY), (), off) == (None, ())
    assert drawn(plan(*rows, deadline=MONDAY), off).origin is None


def test_what_follows_an_unknown_row_has_no_bar() -> None:
    schedule = plan(
        row("A", days(1)),
        row("B", days(1), after=("Nobody",)),
        row("C", days(1), after=("B",)),
        row("D", days(1), alongside=("B",)),
        row("E", days(1), after=("A",)),
        row("F", days(0), after=("B",), is_milestone=True),
    )
    unknown = (None, None)
    assert ends(schedule) == [(0, 1), unknown, unknown, unknown, (1, 2), unknown]


def test_an_impossible_row_keeps_its_words_and_its_place_in_the_order() -> None:
    schedule = plan(row("A", days(1)), row("B", days(9e9)), row("C", days(1)))
    assert ends(schedule) == [(0, 1), (None, None), (None, None)]


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


CALENDAR_DAYS = Span(least=3 * 5 / 7, most=3 * 5 / 7, is_calendar=True)


@pytest.mark.parametrize(
    ("calendar", "expected"),
    [
        (Calendar(), [("01-09", "01-11"), ("01-12", "01-12")]),
        (
            Calendar(holidays=frozenset({date(2026, 1, 10)})),
            [("01-09", "01-11"), ("01-12", "01-12")],
        ),
    ],
)
def test_calendar_days_go_on_over_days_off(
    calendar: Calendar, expected: list[tuple[str, str]]
) -> None:
    friday = date(2026, 1, 9)
    assert (
        dates(plan(row("A", CALENDAR_DAYS), row("B", days(1)), start=friday), calendar) == expected
    )


def test_calendar_days_end_on_their_last_day() -> None:
    sunday = replace(CALENDAR_DAYS, end=date(2026, 1, 11))
    assert dates(plan(row("A", sunday))) == [("01-09", "01-11")]


def test_calendar_days_on_an_axis_of_working_days_are_their_share_of_the_week() -> None:
    assert ends(plan(row("A", Span(10, 10, is_calendar=True)), row("B", days(1)))) == [
        (0, 10),
        (10, 11),
    ]
