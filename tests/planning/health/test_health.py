"""How a plan does: each rule, and which comes first."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mkdocs_plan_plugin.model import Activity, Bar, Health, Plan, Progress, Schedule
from mkdocs_plan_plugin.planning.health.health import assess_health

ORIGIN = date(2026, 3, 2)
HALF = Progress(5, 10)


def schedule(*progress: Progress) -> Schedule:
    """Rows of ten days each, one after the other."""
    bars = tuple(
        Bar(f"Phase {n + 1}", "", 10 * n, 10 * n + 10, progress=one)
        for n, one in enumerate(progress)
    )
    return Schedule(bars, 10 * len(bars), ORIGIN)


def plan(progress: Progress, **known: Any) -> Plan:
    return Plan("p.md", "P", progress=progress, **known)


def assess(of: Plan, today: date, stalled_days: float = 30) -> tuple[Health, str] | None:
    verdict = assess_health(of, today, stalled_days)
    return (verdict.health, verdict.reason) if verdict else None


def test_a_plan_without_dates_and_ticks_has_no_health() -> None:
    assert assess(plan(HALF), ORIGIN) is None
    assert assess(plan(Progress()), ORIGIN) is None
    assert assess(plan(HALF, activity=Activity()), ORIGIN) is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [(21, (Health.ON_TRACK, "health.on-track.end")), (22, (Health.LATE, "health.late.end"))],
)
def test_the_last_day_is_not_late(day: int, expected: tuple[Health, str]) -> None:
    done = Progress(10, 10)
    found = plan(Progress(19, 20), schedule=schedule(done, Progress(9, 10)))
    assert assess(found, date(2026, 3, day)) == expected


def test_a_deadline_comes_before_the_last_row() -> None:
    of = plan(HALF, schedule=schedule(HALF), deadline=date(2026, 4, 30))
    assert assess(of, date(2026, 5, 2)) == (Health.LATE, "health.late.deadline")
    verdict = assess_health(of, date(2026, 5, 2))
    assert verdict is not None
    assert verdict.values == {"days": 2, "date": date(2026, 4, 30)}


@pytest.mark.parametrize(("days", "is_stalled"), [(30, False), (31, True)])
def test_stalled_after_so_many_days(days: int, is_stalled: bool) -> None:
    of = plan(HALF, activity=Activity(last_tick=date.fromordinal(ORIGIN.toordinal() - days)))
    found = assess(of, ORIGIN)
    assert found is not None
    assert (found[0] is Health.STALLED) is is_stalled


def test_what_never_began_is_not_stalled() -> None:
    assert assess(plan(Progress(0, 9), activity=Activity(last_change=ORIGIN)), date.max) is None


def test_a_phase_that_should_have_ended_is_a_risk() -> None:
    of = plan(HALF, schedule=schedule(HALF, Progress(0, 10)))
    verdict = assess_health(of, date(2026, 3, 14))
    assert verdict is not None
    assert (verdict.health, verdict.reason) == (Health.AT_RISK, "health.at-risk.phase")
    assert verdict.values["phase"] == "Phase 1"
    assert verdict.values["days"] == 3


@pytest.mark.parametrize(
    ("done", "expected"), [(3, Health.AT_RISK), (4, Health.ON_TRACK), (9, Health.ON_TRACK)]
)
def test_less_done_than_planned_is_a_risk(done: int, expected: Health) -> None:
    """Half of the time is over: 35 % done is just enough."""
    of = plan(Progress(done, 10), schedule=schedule(Progress(done, 10)))
    found = assess(of, date(2026, 3, 7))
    assert found is not None
    assert found[0] is expected


def test_late_comes_before_stalled_and_stalled_before_at_risk() -> None:
    long_ago = Activity(last_tick=date(2026, 1, 1))
    of = plan(HALF, schedule=schedule(HALF, Progress(0, 10)), activity=long_ago)
    assert assess(of, date(2026, 3, 14)) == (Health.STALLED, "health.stalled.since")
    assert assess(of, date(2026, 5, 1)) == (Health.LATE, "health.late.end")


@pytest.mark.parametrize(
    ("last", "reason", "days"),
    [
        (date(2026, 3, 11), "", None),
        (date(2026, 3, 9), "health.done.early", 2),
        (date(2026, 3, 12), "health.done.late", 1),
    ],
)
def test_a_done_plan_has_the_days_between_its_end_and_its_due_date(
    last: date, reason: str, days: int | None
) -> None:
    done = Progress(10, 10)
    of = plan(done, schedule=schedule(done), activity=Activity(last_tick=last))
    verdict = assess_health(of, date(2027, 1, 1))
    assert verdict is not None
    assert (verdict.health, verdict.reason) == (Health.DONE, reason)
    assert verdict.values.get("days") == days


def test_a_plan_that_waits_for_checks_has_no_health() -> None:
    of = plan(Progress(10, 10), checks=Progress(0, 2), schedule=schedule(Progress(10, 10)))
    assert assess(of, date(2027, 1, 1)) is None
