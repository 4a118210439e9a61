"""The geometry of a timeline: round ticks that fit, spans in place, today's line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Bar, Progress, Schedule, State
from mkdocs_plan_plugin.rendering.catalogue import Words
from mkdocs_plan_plugin.rendering.schedule.timeline import chart_of, date_range

TODAY = date(2026, 11, 23)
WORDS = Words()


def dated(origin: date, days: int) -> Schedule:
    return Schedule((Bar("A", "", 0, days),), days, origin)


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (3, ["Nov 2, 2026", "Nov 3", "Nov 4"]),
        (10, ["Nov 2, 2026", "", "Nov 6", "Nov 8", "Nov 10"]),
        (30, ["Nov 2, 2026", "", "Nov 16", "Nov 23", ""]),
        (60, ["Nov 2, 2026", "", "Nov 30", "Dec 14", ""]),
        (80, ["Nov 2, 2026", "", "Nov 30", "Dec 14", "Dec 28", ""]),
        (120, ["Dec 2026", "2027", "Feb", "Mar"]),
        (400, ["2027", "Apr", "Jul", "Oct"]),
        (4000, ["2028", "2030", "2032", "2034", "2036"]),
    ],
)
def test_ticks_on_dates(days: int, labels: list[str]) -> None:
    chart = chart_of(dated(date(2026, 11, 2), days), TODAY, WORDS)
    assert [tick.label for tick in chart.ticks] == labels


def test_the_first_tick_of_each_year_has_the_year() -> None:
    chart = chart_of(dated(date(2026, 12, 21), 30), TODAY, WORDS)
    labels = [tick.label for tick in chart.ticks]
    assert labels == ["Dec 21, 2026", "", "Jan 4, 2027", "", "Jan 18"]


@pytest.mark.parametrize(
    ("length", "unit", "labels"),
    [
        (3, "Days", ["1", "2", "3"]),
        (10, "Days", ["1", "3", "5", "7", "9"]),
        (15, "Weeks", ["1", "2", "3"]),
        (60, "Weeks", ["1", "3", "5", "7", "9", "11"]),
        (400, "Weeks", ["1", "27", "53", "79"]),
    ],
)
def test_ticks_without_dates(length: float, unit: str, labels: list[str]) -> None:
    chart = chart_of(Schedule((Bar("A", "", 0, length),), length), TODAY, WORDS)
    assert chart.unit == unit
    assert [tick.label for tick in chart.ticks] == labels
    assert chart.today is None


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 40_000))
def test_ticks_fit_side_by_side(origin: date, days: int) -> None:
    ticks = chart_of(dated(origin, days), TODAY, WORDS).ticks
    places = [float(tick.x.removesuffix("%")) for tick in ticks]
    assert 1 <= len(ticks) <= 7
    assert all(0 <= place <= 100 for place in places)
    assert places == sorted(set(places))


def test_today() -> None:
    assert chart_of(dated(date(2026, 11, 23), 1), TODAY, WORDS).today == "50%"
    assert chart_of(dated(date(2026, 11, 24), 9), TODAY, WORDS).today is None
    assert chart_of(dated(date(2026, 11, 1), 22), TODAY, WORDS).today is None
    assert chart_of(dated(date(2026, 11, 1), 23), TODAY, WORDS).today is not None


def test_rows_say_what_is_drawn() -> None:
    bars = (
        Bar("A", "2 weeks", 0, 12, progress=Progress(1, 2)),
        Bar("B", "2-3 weeks", 14, 33, least=26),
        Bar("C", "2026-12-15", 43, 44),
        Bar("D", "1 week"),
        Bar("E", "2026-12-15", 43, 44, is_milestone=True),
    )
    chart = chart_of(Schedule(bars, 100, date(2026, 11, 2)), TODAY, WORDS)
    said = [(row.start, row.end, row.best_case) for row in chart.rows]
    assert said == [
        ("2026-11-02", "2026-11-13", ""),
        ("2026-11-16", "2026-12-04", "best case 2026-11-27"),
        ("2026-12-15", "2026-12-15", ""),
        ("not scheduled", "", ""),
        ("2026-12-15", "2026-12-15", ""),
    ]
    first, second, third, fourth, fifth = (row.drawing for row in chart.rows)
    assert first is not None
    assert (first.x, first.width, first.done) == ("0%", "12%", "6%")
    assert second is not None
    assert (second.x, second.width, second.least, second.done) == ("14%", "19%", "12%", "0%")
    assert third is not None
    assert (third.is_point, third.x) == (False, "43%")
    assert fourth is None
    assert fifth is not None
    assert (fifth.is_point, fifth.x) == (True, "43.5%")


@pytest.mark.parametrize("start", [0, 2000, 3996])
def test_only_milestones_are_points(start: int) -> None:
    bars = (Bar("A", "4 days", start, start + 4), Bar("B", "", 9, 10, is_milestone=True))
    phase, milestone = chart_of(Schedule(bars, 4000, date(2026, 11, 2)), TODAY, WORDS).rows
    assert phase.drawing is not None
    assert (phase.drawing.is_point, phase.drawing.width) == (False, "1.2%")
    assert phase.drawing.least == phase.drawing.width
    assert float(phase.drawing.x.rstrip("%")) <= 98.8
    assert milestone.drawing is not None
    assert milestone.drawing.is_point


def test_rows_without_tasks_show_their_state() -> None:
    states = [State.DONE, State.IN_PROGRESS, State.OPEN, State.CANCELLED, None]
    bars = tuple(Bar("A", "", 0, 50, state=state) for state in states)
    rows = chart_of(Schedule(bars, 100, date(2026, 11, 2)), TODAY, WORDS).rows
    assert [row.state for row in rows] == ["Done", "In progress", "Not started", "", ""]
    drawn = [row.drawing.done for row in rows if row.drawing]
    assert drawn == ["50%", "0%", "0%", "50%", "0%"]


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (dated(date(2026, 11, 2), 12), "2026-11-02 – 2026-11-13"),
        (Schedule((Bar("A", "", 0, 30),), 30), "weeks 1–6"),
        (Schedule((Bar("A", "", 0, 30),), 30, total="about 6 weeks"), "about 6 weeks"),
        (Schedule((Bar("A", "", 0, 3),), 3), "days 1–3"),
    ],
)
def test_extent(schedule: Schedule, words: str) -> None:
    assert date_range(schedule, WORDS) == words
