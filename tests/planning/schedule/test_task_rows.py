"""Phases opened to their tasks with dates, and sections of charts to theirs."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_plan_plugin.model import Bar, Plan, Schedule, Status
from mkdocs_plan_plugin.planning.portfolio import build_portfolio
from mkdocs_plan_plugin.planning.progress.activity import Past
from mkdocs_plan_plugin.planning.rules import PlanRules
from mkdocs_plan_plugin.planning.schedule.calendar import Calendar
from mkdocs_plan_plugin.planning.schedule.groups import with_rows
from mkdocs_plan_plugin.planning.schedule.schedule import schedule_of
from mkdocs_plan_plugin.planning.schedule.variance import planned_end, variance_of
from mkdocs_plan_plugin.reading import ReadingRules, RoleRules, read_document
from mkdocs_plan_plugin.reading.time.rules import SpanRules

PHASES = """# Plan: Boats

## Phase 1: Hull

- [x] T001 Plank it (due 2026-03-06)
- [ ] T002 Tar it
- [ ] T003 Launch it (2026-03-09 to 2026-03-13)

## Phase 2: Mast

- [ ] T004 Fell a tree (due 2026-03-20, 3 days)

## Acceptance Criteria

- [ ] It floats, by 2026-04-01
"""
TODAY = date(2026, 3, 16)


def plan(text: str, today: date | None = None, past: Past | None = None) -> Plan:
    documents = {"plan.md": read_document("plan.md", text)}
    rules = PlanRules(today=today, past=past)
    return build_portfolio(documents, RoleRules(), planning=rules).plans[0]


def rows(schedule: Schedule | None) -> list[tuple[str, int, str]]:
    assert schedule is not None
    return [(bar.title, bar.level, _days(bar, schedule)) for bar in schedule.bars]


def _days(bar: Bar, schedule: Schedule) -> str:
    end = planned_end(bar, schedule)
    if not end or bar.start is None or not schedule.origin:
        return ""
    return f"{date.fromordinal(schedule.origin.toordinal() + int(bar.start))} {end}"


def test_phases_open_to_their_tasks_with_dates() -> None:
    found = plan(PHASES)
    assert rows(found.schedule) == [
        ("Phase 1: Hull", 0, ""),
        ("T001 Plank it", 1, "2026-03-06 2026-03-06"),
        ("T003 Launch it", 1, "2026-03-09 2026-03-13"),
        ("Phase 2: Mast", 0, ""),
        ("T004 Fell a tree", 1, "2026-03-18 2026-03-20"),
        ("It floats", 0, "2026-04-01 2026-04-01"),
    ]
    assert found.schedule is found.dated
    assert found.actual_schedule is None


def test_a_task_is_overdue_and_the_plan_at_risk() -> None:
    found = plan(PHASES, TODAY)
    assert found.schedule is not None
    variances = {bar.title: variance_of(bar, found.schedule, TODAY) for bar in found.schedule.bars}
    assert variances["T003 Launch it"] == ("overdue", 3)
    assert variances["T001 Plank it"] is None  # it is unknown when it was done
    assert variances["T004 Fell a tree"] is None
    assert found.assessment is not None
    assert found.assessment.values["phase"] == "T003 Launch it"


def test_rows_lie_on_the_axis_of_the_schedule() -> None:
    timeline = (
        "\n## Timeline\n\n- Phase 1: 2026-03-09 to 2026-03-13\n- Phase 2: 1 week, after Phase 1\n"
    )
    found = plan(PHASES + timeline).schedule
    assert rows(found) == [
        ("Phase 1: Hull", 0, "2026-03-09 2026-03-13"),
        ("T001 Plank it", 1, "2026-03-06 2026-03-06"),
        ("T003 Launch it", 1, "2026-03-09 2026-03-13"),
        ("Phase 2: Mast", 0, "2026-03-16 2026-03-20"),
        ("T004 Fell a tree", 1, "2026-03-18 2026-03-20"),
        ("It floats", 0, "2026-04-01 2026-04-01"),
    ]
    assert found is not None
    assert found.bars[3].after == (0,)
    assert found.length == 27


def test_weeks_keep_their_own_axis() -> None:
    found = plan(PHASES + "\n## Timeline\n\n- Phase 1: Week 1\n- Phase 2: Week 2\n")
    assert found.schedule is not None
    assert found.schedule.origin is None
    assert [bar.title for bar in found.schedule.bars] == ["Phase 1: Hull", "Phase 2: Mast"]
    assert rows(found.actual_schedule)[1] == ("T001 Plank it", 1, "2026-03-06 2026-03-06")
    assert found.dated is found.actual_schedule


def test_impossible_times_are_reported() -> None:
    documents = {"plan.md": read_document("plan.md", "- [ ] Tar it (2026-03-09 to 2026-03-02)\n")}
    portfolio = build_portfolio(documents, RoleRules())
    assert portfolio.plans[0].schedule is None
    (found,) = portfolio.diagnostics
    assert "ends before it starts" in found.problem


def test_sections_of_a_chart_are_rows() -> None:
    chart = """# Plan: Boats

## Phase 1: Hull

- [x] Plank it

```mermaid
gantt
    section Hull
    Planks :p, 2026-03-02, 5d
    section Rig
    Mast :m, after p, 5d
    Sail :after m, 2d
```
"""
    found = plan(chart).schedule
    assert rows(found) == [
        ("Phase 1: Hull", 0, "2026-03-02 2026-03-06"),
        ("Planks", 1, "2026-03-02 2026-03-06"),
        ("Rig", 0, ""),
        ("Mast", 1, "2026-03-07 2026-03-11"),
        ("Sail", 1, "2026-03-12 2026-03-13"),
    ]
    assert found is not None
    assert found.bars[0].progress.status is Status.DONE
    assert found.bars[3].after == (1,)
    assert found.bars[4].after == (3,)


@pytest.mark.parametrize("weekend", [frozenset({5, 6}), frozenset({6}), frozenset[int]()])
def test_a_week_has_the_days_that_the_weekend_leaves(weekend: frozenset[int]) -> None:
    calendar = Calendar(weekend)
    rules = ReadingRules(spans=SpanRules(days_a_week=calendar.days_a_week))
    timeline = "## Timeline\n\n- Phase 1: Week 1\n- Phase 2: Week 3\n- Phase 3: 2 weeks\n"
    text = f"# Plan\n\n**Start**: 2026-03-02\n\n{timeline}"
    written = read_document("plan.md", text, rules).schedule
    schedule, wrong = schedule_of("plan.md", written, (), calendar)
    last = {2: 27, 1: 28, 0: 29}[len(weekend)] - 7
    assert wrong == ()
    assert [days for _, _, days in rows(schedule)][:2] == [
        f"2026-03-02 2026-03-{last - 14:02}",
        f"2026-03-16 2026-03-{last}",
    ]
    assert [days for _, _, days in rows(schedule)][2].endswith(f"2026-04-{last - 17:02}")


def test_more_rows_move_what_others_depend_on() -> None:
    bars = [Bar("A", ""), Bar("B", "", after=(0,)), Bar("C", "", after=(0, 1))]
    found = with_rows(bars, {1: [Bar("A.1", "")], 3: [Bar("D", "")]})
    assert [bar.title for bar in found] == ["A", "A.1", "B", "C", "D"]
    assert [bar.after for bar in found] == [(), (), (0,), (0, 2), ()]
