"""Planned and actual rows on one axis."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Actual, Bar, Location, Phase, Progress, Schedule
from mkdocs_plan_plugin.planning.schedule.actual_rows import with_actual_rows

DAY = date(2026, 3, 2)
TODAY = date(2026, 3, 10)


def phase(number: int, actual: Actual | None = None) -> Phase:
    return Phase(f"Phase {number}", Location("p.md", number), None, Progress(1, 2), actual=actual)


def row(number: int, start: float, end: float, actual: Actual | None = None) -> Bar:
    place = Location("p.md", number)
    return Bar("Row", "1 week", start, end, location=place, progress=Progress(1, 2), actual=actual)


def test_work_before_the_first_day_moves_the_axis() -> None:
    early = Actual(DAY - timedelta(3), DAY)
    planned = Schedule((row(1, 0, 5, early),), 10, DAY)
    found = with_actual_rows(planned, [phase(1, early)])
    assert found is not None
    assert (found.origin, found.length) == (DAY - timedelta(3), 13)
    assert (found.bars[0].start, found.bars[0].end) == (3, 8)


def test_work_after_the_last_day_makes_it_longer() -> None:
    late = Actual(DAY, DAY + timedelta(20))
    found = with_actual_rows(Schedule((row(1, 0, 5, late),), 5, DAY), [phase(1, late)])
    assert found is not None
    assert found.length == 21


def test_phases_that_only_happened_come_after_those_that_were_planned() -> None:
    planned = Schedule((row(1, 0, 5),), 5, DAY)
    phases = [phase(1), phase(2, Actual(DAY, DAY)), phase(3)]
    found = with_actual_rows(planned, phases)
    assert found is not None
    assert [bar.title for bar in found.bars] == ["Row", "Phase 2"]


def test_without_a_schedule_all_phases_are_rows() -> None:
    found = with_actual_rows(None, [phase(1), phase(2, Actual(DAY, TODAY))])
    assert found is not None
    assert [bar.title for bar in found.bars] == ["Phase 1", "Phase 2"]
    assert found.origin == DAY
    assert all(bar.start is None for bar in found.bars)


def test_one_phase_or_none_that_happened_makes_no_chart() -> None:
    assert with_actual_rows(None, [phase(1, Actual(DAY, DAY))]) is None
    assert with_actual_rows(None, [phase(1), phase(2)]) is None
    assert with_actual_rows(None, [phase(1, Actual(DAY, DAY)), phase(2)]) is None


days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
actuals = st.none() | st.tuples(days, days).map(lambda pair: Actual(min(pair), max(pair)))


@given(st.lists(actuals, min_size=1, max_size=5), days, st.integers(1, 400))
def test_the_axis_holds_all_that_happened(
    found: list[Actual | None], origin: date, length: int
) -> None:
    phases = [phase(number, actual) for number, actual in enumerate(found)]
    planned = Schedule((row(0, 0, length, found[0]),), length, origin)
    whole = with_actual_rows(planned, phases)
    assert whole is not None
    assert whole.origin is not None
    for bar in whole.bars:
        if bar.actual:
            assert whole.origin <= bar.actual.first
            assert (bar.actual.last - whole.origin).days < whole.length
        if bar.start is not None and bar.end is not None:
            assert 0 <= bar.start < bar.end <= whole.length
