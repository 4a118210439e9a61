"""Working days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.planning.schedule.calendar import (
    DEFAULT_CALENDAR,
    Calendar,
    first_day,
    last_day,
    last_working_day,
    next_working_day,
)
from tests.planning.schedule.schedules import CALENDARS, is_off

MONDAY = date(2026, 1, 5)
DAYS = st.dates(date(1950, 1, 1), date(2150, 1, 1))  # well within the years of plans
CHRISTMAS = Calendar(
    holidays=frozenset({date(2025, 12, 29)}),
    holidays_in=lambda year: (date(year, 12, 25), date(year, 12, 26)),
)


def working_days(first: date, last: date, calendar: Calendar = DEFAULT_CALENDAR) -> int:
    days = (first + timedelta(days=day) for day in range((last - first).days + 1))
    return sum(not is_off(day, calendar) for day in days)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (MONDAY, 1, MONDAY),
        (MONDAY, 0.25, MONDAY),
        (MONDAY, 5, date(2026, 1, 9)),
        (MONDAY, 6, date(2026, 1, 12)),
        (date(2026, 1, 10), 1, date(2026, 1, 12)),
        (date(2025, 12, 29), 10, date(2026, 1, 9)),
    ],
)
def test_last_day(start: date, days: float, end: date) -> None:
    assert last_day(start, days) == end


def test_work_that_ends_on_a_sunday_takes_the_days_before() -> None:
    assert first_day(date(2026, 1, 11), 2) == date(2026, 1, 8)


@pytest.mark.parametrize(
    ("calendar", "start", "days", "end"),
    [
        (CHRISTMAS, date(2025, 12, 22), 5, date(2025, 12, 31)),
        (CHRISTMAS, date(2025, 12, 25), 1, date(2025, 12, 30)),
        (Calendar(frozenset({4, 5})), date(2026, 1, 8), 2, date(2026, 1, 11)),
        (Calendar(frozenset({6})), date(2026, 1, 9), 2, date(2026, 1, 10)),
        (Calendar(frozenset()), date(2026, 1, 9), 3, date(2026, 1, 11)),
        (Calendar(frozenset(range(6))), MONDAY, 2, date(2026, 1, 18)),
    ],
)
def test_days_off(calendar: Calendar, start: date, days: float, end: date) -> None:
    assert last_day(start, days, calendar) == end
    assert first_day(end, days, calendar) == next_working_day(start, calendar)


@pytest.mark.parametrize("weekend", [range(7), [7], [-1]])
def test_a_weekend_leaves_a_day(weekend: list[int]) -> None:
    with pytest.raises(ValueError, match="but not all of them"):
        Calendar(frozenset(weekend))


def test_a_mapping_of_years_gives_holidays() -> None:
    calendar = Calendar(holidays_in={2026: [MONDAY]}.get)
    assert next_working_day(MONDAY, calendar) == MONDAY + timedelta(days=1)
    assert next_working_day(date(2027, 1, 4), calendar) == date(2027, 1, 4)


def test_a_year_without_a_working_day_is_passed_over() -> None:
    off = [date(2026, 1, 1) + timedelta(days=day) for day in range(365)]
    calendar = Calendar(holidays_in={2026: off}.get)
    assert next_working_day(date(2026, 3, 1), calendar) == date(2027, 1, 1)
    assert last_working_day(date(2026, 3, 1), calendar) == date(2025, 12, 31)


@pytest.mark.parametrize("days", [1e9, 1e300, float("inf")])
def test_days_beyond_the_last_date_overflow(days: float) -> None:
    with pytest.raises(OverflowError):
        last_day(MONDAY, days)
    with pytest.raises(OverflowError):
        first_day(MONDAY, days)


def test_a_week_has_as_many_days_as_are_worked_on() -> None:
    assert DEFAULT_CALENDAR.days_a_week == 5
    assert Calendar(frozenset({6})).days_a_week == 6


@given(DAYS, st.integers(1, 500), CALENDARS)
def test_both_ways_count_the_same_days(day: date, count: int, calendar: Calendar) -> None:
    assert working_days(day, last_day(day, count, calendar), calendar) == count
    assert working_days(first_day(day, count, calendar), day, calendar) == count


@given(DAYS, st.integers(1, 2_500), CALENDARS)
def test_there_and_back(day: date, count: int, calendar: Calendar) -> None:
    end = last_working_day(day, calendar)
    assert last_day(first_day(day, count, calendar), count, calendar) == end
    assert first_day(last_day(day, count, calendar), count, calendar) == next_working_day(
        day, calendar
    )


@given(DAYS, CALENDARS)
def test_the_working_days_around(day: date, calendar: Calendar) -> None:
    after, before = next_working_day(day, calendar), last_working_day(day, calendar)
    assert not is_off(after, calendar)
    assert not is_off(before, calendar)
    assert working_days(before, after, calendar) == (1 if before == after else 2)
    assert before <= day <= after


@given(DAYS)
def test_next_working_day(day: date) -> None:
    found = next_working_day(day)
    assert found.weekday() < 5
    assert 0 <= (found - day).days <= 2
