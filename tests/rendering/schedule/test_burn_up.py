"""The geometry of a burn-up."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Activity, BurnUpPoint
from mkdocs_plan_plugin.rendering.schedule.burn_up import burn_up_of

DAY = date(2026, 3, 2)


def activity(*counts: tuple[int, int, int]) -> Activity:
    """Counts of all and of done tasks, by days."""
    return Activity(
        tuple(BurnUpPoint(DAY + timedelta(day), total, done) for day, total, done in counts)
    )


def test_two_stepped_lines() -> None:
    found = burn_up_of(activity((0, 4, 0), (5, 4, 2), (10, 5, 3)), DAY + timedelta(20))
    assert found is not None
    assert found.scope == "M0 20H25V20H50V0H100"
    assert found.done == "M0 100H25V60H50V40H100V100H0z"
    assert (found.first, found.last) == (DAY, DAY + timedelta(20))


def test_it_stops_when_all_is_done() -> None:
    found = burn_up_of(activity((0, 2, 0), (4, 2, 2)), DAY + timedelta(300))
    assert found is not None
    assert found.last == DAY + timedelta(4)


def test_a_single_day_makes_no_chart() -> None:
    assert burn_up_of(activity((0, 2, 1)), DAY) is None
    assert burn_up_of(Activity(), DAY) is None
    assert burn_up_of(None, DAY) is None


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
    found = burn_up_of(activity(*told), DAY + timedelta(later))
    assert found is not None
    for path in (found.scope, found.done.removesuffix("V100H0z")):
        across = [float(x) for x in re.findall(r"H([\d.e+-]+)", path)]
        assert across == sorted(across)
        assert across[-1] == 100
        down = [float(y) for y in re.findall(r"[V ]([\d.e+-]+)", path)]
        assert all(0 <= y <= 100 for y in down)
    assert len(found.rows) <= 24 or found.rows == tuple(
        {row.day.year: row for row in found.rows}.values()
    )
    assert found.rows[-1][1:] == told[-1][1:]
