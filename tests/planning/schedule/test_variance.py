"""Late, overdue, early, ahead: right to the day."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_plan_plugin.model import Actual, Bar, Progress, Schedule, State
from mkdocs_plan_plugin.planning.schedule.variance import Variance, planned_end, variance_of

ORIGIN = date(2026, 3, 2)
DONE, BEGUN, OPEN = Progress(3, 3), Progress(1, 3), Progress(0, 3)


def pace(
    progress: Progress, last: date | None, today: date, origin: date | None = ORIGIN
) -> Variance | None:
    """Of a row planned from the 9th to the 13th of March."""
    actual = Actual(date(2026, 3, 3), last) if last else None
    bar = Bar("A", "", 7, 12, progress=progress, actual=actual)
    return variance_of(bar, Schedule((bar,), 30, origin), today)


@pytest.mark.parametrize(
    ("progress", "last", "today", "expected"),
    [
        (DONE, date(2026, 3, 13), date(2026, 4, 1), None),
        (DONE, date(2026, 3, 14), date(2026, 4, 1), Variance("late", 1)),
        (DONE, date(2026, 3, 11), date(2026, 4, 1), Variance("early", 2)),
        (DONE, None, date(2026, 4, 1), None),
        (BEGUN, date(2026, 3, 10), date(2026, 3, 13), None),
        (BEGUN, date(2026, 3, 10), date(2026, 3, 14), Variance("overdue", 1)),
        (OPEN, None, date(2026, 3, 20), Variance("overdue", 7)),
        (BEGUN, date(2026, 3, 3), date(2026, 3, 4), Variance("started-early", 5)),
        (OPEN, None, date(2026, 3, 4), None),
        (Progress(), None, date(2026, 3, 20), None),
    ],
)
def test_pace(
    progress: Progress, last: date | None, today: date, expected: Variance | None
) -> None:
    assert pace(progress, last, today) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (None, None),
        (State.OPEN, Variance("overdue", 7)),
        (State.IN_PROGRESS, Variance("overdue", 7)),
        (State.DEFERRED, Variance("overdue", 7)),
        (State.DONE, None),
        (State.CANCELLED, None),
    ],
)
def test_a_row_without_tasks_is_overdue_if_its_state_says_so(
    state: State | None, expected: Variance | None
) -> None:
    bar = Bar("A", "", 7, 12, state=state)
    assert variance_of(bar, Schedule((bar,), 30, ORIGIN), date(2026, 3, 20)) == expected


def test_a_first_day_is_no_end() -> None:
    bar = Bar("A", "", 7, 8, progress=OPEN, has_end=False)
    assert variance_of(bar, Schedule((bar,), 30, ORIGIN), date(2026, 3, 20)) is None


def test_without_dates_nothing_is_late() -> None:
    assert pace(OPEN, None, date(2027, 1, 1), origin=None) is None


@pytest.mark.parametrize(
    ("start", "end", "expected"), [(0, 5, 6), (0, 1, 2), (3, 3.5, 5), (4, 4, 6)]
)
def test_a_row_ends_on_its_last_day(start: float, end: float, expected: int) -> None:
    bar = Bar("A", "", start, end)
    assert planned_end(bar, Schedule((bar,), 30, ORIGIN)) == date(2026, 3, expected)
