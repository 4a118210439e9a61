"""The geometry of a timeline: round ticks that fit, spans in place, today's line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Actual, Bar, Progress, Schedule, State
from mkdocs_plan_plugin.rendering.localization import Dates, Words
from mkdocs_plan_plugin.rendering.schedule.axis import Tick, beside, centred
from mkdocs_plan_plugin.rendering.schedule.timeline import Chart, chart_of, date_range

TODAY = date(2026, 11, 23)
DATES = Dates("en", TODAY)
WORDS = Words()


def drawn(schedule: Schedule, dates: Dates = DATES) -> Chart:
    return chart_of(schedule, WORDS, dates)


def labels_of(chart: Chart) -> list[str]:
    return [tick.label.replace("\N{NO-BREAK SPACE}", " ") for tick in chart.ticks]


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
        (120, ["Nov 2026", "Dec", "Jan 2027", "Feb", "Mar"]),
        (400, ["Jan 2027", "Apr", "Jul", "Oct"]),
        (4000, ["2028", "2030", "2032", "2034", "2036"]),
    ],
)
def test_ticks_on_dates(days: int, labels: list[str]) -> None:
    chart = drawn(dated(date(2026, 11, 2), days))
    assert labels_of(chart) == labels


def test_the_first_tick_of_each_year_has_the_year() -> None:
    chart = drawn(dated(date(2026, 12, 21), 30))
    assert labels_of(chart) == ["Dec 21, 2026", "", "Jan 4, 2027", "", "Jan 18"]


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
    chart = drawn(Schedule((Bar("A", "", 0, length),), length))
    assert chart.unit == unit
    assert labels_of(chart) == labels
    assert chart.today is None


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 40_000))
def test_ticks_fit_side_by_side(origin: date, days: int) -> None:
    ticks = drawn(dated(origin, days)).ticks
    places = [float(tick.x.removesuffix("%")) for tick in ticks]
    assert 1 <= len(ticks) <= 7
    assert all(0 <= place <= 100 for place in places)
    assert places == sorted(set(places))


def test_today() -> None:
    assert drawn(dated(TODAY, 1)).today == Tick("50%", "today", "middle")
    assert drawn(dated(date(2026, 11, 24), 9)).today is None
    assert drawn(dated(date(2026, 11, 1), 22)).today is None
    assert drawn(dated(date(2026, 11, 1), 23)).today is not None
    assert drawn(dated(date(2026, 11, 22), 30)).today == Tick("5%", "today", "start")
    assert drawn(dated(date(2026, 10, 25), 30)).today == Tick("98.33%", "today", "end")


def test_today_hides_the_labels_that_it_would_touch() -> None:
    ticks = [Tick("0%", "Sep 2026", "start"), Tick("30%", "Oct", "start"), Tick("50%", "", "start")]
    assert [tick.is_hidden for tick in beside(ticks, centred(38, "today"))] == [False, True, False]
    assert [tick.is_hidden for tick in beside(ticks, centred(62, "today"))] == [False] * 3
    chart = drawn(dated(date(2026, 9, 1), 120))
    assert [tick.label for tick in chart.ticks if tick.is_hidden] == ["Dec"]


@pytest.mark.parametrize(
    ("language", "labels"),
    [("de", ["Nov. 2026", "Dez", "Jan. 2027"]), ("ja", ["2026年11月", "12月", "2027年1月"])],
)
def test_the_axis_is_in_the_sites_language(language: str, labels: list[str]) -> None:
    chart = drawn(dated(date(2026, 11, 1), 92), Dates(language, TODAY))
    assert labels_of(chart) == labels


def test_rows_say_what_is_drawn() -> None:
    bars = (
        Bar("A", "2 weeks", 0, 12, progress=Progress(1, 2)),
        Bar("B", "2-3 weeks", 14, 33, least=26),
        Bar("C", "2026-12-15", 43, 44),
        Bar("D", "1 week"),
        Bar("E", "2026-12-15", 43, 44, is_milestone=True),
    )
    chart = drawn(Schedule(bars, 100, date(2026, 11, 2)))
    said = [(row.start, row.end, row.best_case) for row in chart.rows]
    milestone = date(2026, 12, 15)
    assert said == [
        (date(2026, 11, 2), date(2026, 11, 13), None),
        (date(2026, 11, 16), date(2026, 12, 4), date(2026, 11, 27)),
        (milestone, milestone, None),
        ("not scheduled", None, None),
        (milestone, milestone, None),
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
    phase, milestone = drawn(Schedule(bars, 4000, date(2026, 11, 2))).rows
    assert phase.drawing is not None
    assert (phase.drawing.is_point, phase.drawing.width) == (False, "1.2%")
    assert phase.drawing.least == phase.drawing.width
    assert float(phase.drawing.x.rstrip("%")) <= 98.8
    assert milestone.drawing is not None
    assert milestone.drawing.is_point


def test_rows_without_tasks_show_their_state() -> None:
    states = [*State, None]
    bars = tuple(Bar("A", "", 0, 50, state=state) for state in states)
    rows = drawn(Schedule(bars, 100, date(2026, 11, 2))).rows
    assert [(row.look, row.state) for row in rows] == [
        ("not-started", "Not started"),
        ("in-progress", "In progress"),
        ("blocked", "Blocked"),
        ("deferred", "Deferred"),
        ("done", "Done"),
        ("cancelled", "Cancelled"),
        ("", ""),
    ]
    parts = [row.drawing.done for row in rows if row.drawing]
    assert parts == ["0%", "0%", "0%", "0%", "50%", "50%", "0%"]


def test_rows_with_tasks_show_their_variance_or_their_status() -> None:
    on_day = {day: Actual(date(2026, 11, 3), date(2026, 11, day)) for day in (12, 13, 15)}
    bars = (
        *(Bar("A", "", 0, 12, progress=Progress(2, 2), actual=each) for each in on_day.values()),
        Bar("B", "", 0, 12, progress=Progress(1, 2)),
        Bar("C", "", 0, 40, progress=Progress(1, 2)),
        Bar("D", "", 0, 40, progress=Progress(0, 2)),
        Bar("E", "", 30, 40, progress=Progress(1, 2)),
    )
    rows = drawn(Schedule(bars, 100, date(2026, 11, 2))).rows
    assert [(row.look, row.variance or row.state) for row in rows] == [
        ("early", "Done 1 day early"),
        ("done", "Done"),
        ("finished-late", "Done 2 days late"),
        ("overdue", "10 days overdue"),
        ("in-progress", "In progress"),
        ("not-started", "Not started"),
        ("started-early", "Started 9 days early"),
    ]


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (Schedule((Bar("A", "", 0, 30),), 30), "weeks 1–6"),
        (Schedule((Bar("A", "", 0, 30),), 30, total="about 6 weeks"), "about 6 weeks"),
        (Schedule((Bar("A", "", 0, 3),), 3), "days 1–3"),
    ],
)
def test_extent(schedule: Schedule, words: str) -> None:
    assert date_range(schedule, WORDS) == words
