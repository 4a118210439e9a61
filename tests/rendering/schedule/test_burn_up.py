"""The geometry of a burn-up."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Activity, Bar, BurnUpPoint, Plan, Progress, Schedule
from mkdocs_plan_plugin.rendering.localization import Dates
from mkdocs_plan_plugin.rendering.schedule.burn_up import BurnUp, Level, burn_up_of

DAY = date(2026, 3, 2)


def activity(*counts: tuple[int, int, int]) -> Activity:
    """Counts of all and of done tasks, by days."""
    return Activity(
        tuple(BurnUpPoint(DAY + timedelta(day), total, done) for day, total, done in counts)
    )


def drawn(
    found: Activity | None, today: date, schedule: Schedule | None = None, total: int = 0
) -> BurnUp | None:
    plan = Plan("p.md", "P", activity=found, schedule=schedule, progress=Progress(0, total))
    return burn_up_of(plan, Dates("en", today))


def test_two_stepped_lines() -> None:
    found = drawn(activity((0, 4, 0), (5, 4, 2), (10, 5, 3)), DAY + timedelta(20))
    assert found is not None
    assert found.scope == "M0 20H25V20H50V0H100"
    assert found.done == "M0 100H25V60H50V40H100"
    assert found.planned == ""
    assert found.last == DAY + timedelta(20)


def test_axes() -> None:
    found = drawn(activity((0, 5, 0), (14, 5, 2)), DAY + timedelta(28))
    assert found is not None
    assert found.levels == (Level("100%", 0), Level("60%", 2), Level("0%", 5))
    assert found.end == Level("60%", 2)
    assert [(tick.x, tick.label[:5]) for tick in found.ticks] == [
        ("0%", "Mar\N{NO-BREAK SPACE}2"),
        ("25%", ""),
        ("50%", "Mar\N{NO-BREAK SPACE}1"),
        ("75%", "Mar\N{NO-BREAK SPACE}2"),
    ]


def planned(*bars: Bar, origin: date | None = DAY, total: int = 4) -> str:
    found = drawn(activity((0, 4, 0), (10, 4, 1)), DAY, Schedule(bars, 40, origin), total)
    assert found is not None
    return found.planned


def test_the_planned_line_follows_the_phases() -> None:
    first = Bar("A", "", 2, 6, progress=Progress(0, 2))
    second = Bar("B", "", 6, 14, progress=Progress(0, 2))
    assert planned(first, second) == "0 100L20 100L60 50L100 25"
    assert planned(Bar("A", "", 5, 10, has_end=True)) == "0 100L50 100L100 0"


def test_there_is_no_planned_line_without_all_dates() -> None:
    first = Bar("A", "", 2, 6, progress=Progress(0, 2))
    assert planned(first, Bar("B", "", progress=Progress(0, 2))) == ""
    assert planned(first, Bar("B", "", 6, 14, has_end=False, progress=Progress(0, 2))) == ""
    assert planned(first, Bar("B", "", 6, 14, progress=Progress(0, 2)), origin=None) == ""
    assert planned(first, Bar("B", "", 6, 14, progress=Progress(0, 2)), total=5) == ""


def test_it_stops_when_all_is_done() -> None:
    found = drawn(activity((0, 2, 0), (4, 2, 2)), DAY + timedelta(300))
    assert found is not None
    assert found.last == DAY + timedelta(4)


def test_a_single_day_makes_no_chart() -> None:
    assert drawn(activity((0, 2, 1)), DAY) is None
    assert drawn(Activity(), DAY) is None
    assert drawn(None, DAY) is None


counts = st.lists(
    st.tuples(st.integers(1, 400), st.integers(1, 50), st.floats(0, 1)), min_size=2, max_size=200
)


@given(counts, st.integers(0, 3000))
def test_any_history_goes_forward_within_the_chart(
    steps: list[tuple[int, int, float]], later: int
) -> None:
    day, told = 0, []
    for days, total, share in steps:
        day += days
        told.append((day, total, int(total * share)))
    found = drawn(activity(*told), DAY + timedelta(later))
    assert found is not None
    for path in (found.scope, found.done):
        across = [float(x) for x in re.findall(r"H([\d.e+-]+)", path)]
        assert across == sorted(across)
        assert across[-1] == 100
        down = [float(y) for y in re.findall(r"[V ]([\d.e+-]+)", path)]
        assert all(0 <= y <= 100 for y in down)
    assert len(found.rows) <= 24 or found.rows == tuple(
        {row.day.year: row for row in found.rows}.values()
    )
    assert found.rows[-1][1:] == told[-1][1:]
