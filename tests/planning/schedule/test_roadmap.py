"""Plans on one axis, in groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mkdocs_plan_plugin.model import (
    Actual,
    Bar,
    Document,
    Health,
    HealthAssessment,
    Location,
    Phase,
    Plan,
    Progress,
    Schedule,
)
from mkdocs_plan_plugin.planning.schedule.roadmap import roadmap_of
from mkdocs_plan_plugin.planning.schedule.variance import overdue_days

MARCH, MAY = date(2026, 3, 2), date(2026, 5, 4)
BEGUN, OPEN, DONE = Progress(1, 2), Progress(0, 2), Progress(2, 2)


def plan(
    name: str, progress: Progress, origin: date | None = None, actual: Actual | None = None
) -> Plan:
    schedule = Schedule((Bar("A", "", 0, 5), Bar("B", "", 5, 12)), 12, origin) if origin else None
    phase = Phase("A", Location(name), None, progress, actual=actual)
    return Plan(name, name.upper(), progress=progress, schedule=schedule, phases=(phase,))


PLANS = (
    plan("done", DONE, MARCH, Actual(MARCH, MAY)),
    plan("next", OPEN, MAY),
    plan("now", BEGUN, actual=Actual(date(2026, 4, 1), date(2026, 4, 9))),
    plan("never", OPEN),
)
DOCUMENTS = {
    "done": Document("done", {"team": "Maps"}),
    "next": Document("next", {"plan": {"team": ["Maps", "Search"]}}),
    "now": Document("now", {"team": "Audio"}),
    "never": Document("never"),
}


def test_groups_by_status_and_those_that_move_come_first() -> None:
    found = roadmap_of(PLANS, DOCUMENTS, MARCH)
    assert found.schedule is not None
    assert [bar.title for bar in found.schedule.bars] == ["NOW", "NEXT", "DONE"]
    assert found.groups == ("in-progress", "not-started", "done")
    assert [one.path for one in found.undated] == ["never"]


def test_groups_by_a_key_of_the_front_matter() -> None:
    found = roadmap_of(PLANS, {**DOCUMENTS, "next": Document("next")}, MARCH, "team")
    assert found.groups == ("Audio", "Maps", "")
    assert roadmap_of(PLANS, DOCUMENTS, MARCH, "team").groups == ("Audio", "Maps", "Maps, Search")


def test_a_row_is_planned_from_its_first_row_to_its_last() -> None:
    found = roadmap_of(PLANS, DOCUMENTS, MARCH)
    assert found.schedule is not None
    assert found.schedule.origin == MARCH
    rows = {bar.title: bar for bar in found.schedule.bars}
    assert rows["NEXT"].written == "2026-05-04 – 2026-05-15"
    assert (rows["NEXT"].start, rows["NEXT"].end) == (63, 75)
    assert rows["NOW"].start is None
    assert rows["NOW"].actual == Actual(date(2026, 4, 1), date(2026, 4, 9))
    assert found.schedule.length == 75


def test_without_dates_there_is_no_axis() -> None:
    found = roadmap_of(PLANS[3:], DOCUMENTS, MARCH)
    assert found.schedule is None
    assert [one.path for one in found.undated] == ["never"]


def test_the_axis_reaches_today_if_a_plan_is_late() -> None:
    today = date(2026, 9, 1)
    on_time = replace(PLANS[1], phases=(), end=date(2026, 12, 1))
    late = replace(on_time, assessment=HealthAssessment(Health.LATE, "", {}))
    for plans, last in (((on_time,), date(2026, 5, 15)), ((on_time, late), today)):
        found = roadmap_of(plans, DOCUMENTS, today).schedule
        assert found is not None
        assert found.origin is not None
        assert found.length == (last - found.origin).days + 1


def test_a_plan_is_overdue_only_by_an_end_of_all_of_it() -> None:
    today = date(2026, 5, 18)
    plan = PLANS[1]
    later = replace(plan, end=date(2026, 12, 1))
    for each, days in ((plan, 3), (later, 0), (replace(plan, deadline=today), 0)):
        found = roadmap_of([each], DOCUMENTS, today).schedule
        assert found is not None
        assert overdue_days(found.bars[0], found, today) == days
