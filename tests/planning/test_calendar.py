"""Working days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.planning.calendar import first_day, last_day, next_working_day

MONDAY = date(2026, 1, 5)
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


def working_days(first: date, last: date) -> int:
    days = (first + timedelta(days=day) for day in range((last - first).days + 1))
    return sum(day.weekday() < 5 for day in days)


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


@given(DAYS, st.integers(1, 500))
def test_both_ways_count_the_same_days(day: date, count: int) -> None:
    assert working_days(day, last_day(day, count)) == count
    assert working_days(first_day(day, count), day) == count


@given(DAYS)
def test_next_working_day(day: date) -> None:
    found = next_working_day(day)
    assert found.weekday() < 5
    assert 0 <= (found - day).days <= 2
