"""Axes that reach today where something is late or overdue."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mkdocs_plan_plugin.model import Bar, Progress, Schedule, State
from mkdocs_plan_plugin.planning.schedule.today import up_to_today

DAY = date(2026, 3, 2)
OPEN, DONE = Progress(1, 2), Progress(2, 2)


def week(**known: object) -> Schedule:
    bar = Bar("Row", "1 week", 0, 7, **known)  # type: ignore[arg-type]
    return Schedule((bar,), 7, DAY)


@pytest.mark.parametrize(
    ("schedule", "days", "length"),
    [
        (week(progress=OPEN), 5, 7),
        (week(progress=OPEN), 9, 10),
        (week(progress=OPEN), 900, 901),
        (week(state=State.IN_PROGRESS), 900, 901),
        (week(progress=DONE), 9, 7),
        (week(state=State.DONE), 900, 7),
        (week(), 900, 7),
        (week(progress=OPEN, has_end=False), 9, 10),
        (week(progress=OPEN, has_end=False), 900, 7),
    ],
)
def test_an_axis_reaches_today_while_a_row_is_overdue(
    schedule: Schedule, days: int, length: int
) -> None:
    assert up_to_today(schedule, DAY + timedelta(days)).length == length


def test_the_axis_of_a_late_plan_reaches_today_on_either_side() -> None:
    after = up_to_today(week(), DAY + timedelta(100), is_late=True)
    assert (after.origin, after.length) == (DAY, 101)
    before = up_to_today(week(), DAY - timedelta(3), is_late=True)
    assert (before.origin, before.length) == (DAY - timedelta(3), 10)
    assert (before.bars[0].start, before.bars[0].end) == (3, 10)


def test_an_axis_of_weeks_has_no_today() -> None:
    relative = Schedule((Bar("Row", "1 week", 0, 5, progress=OPEN),), 5)
    assert up_to_today(relative, DAY, is_late=True) == relative
