"""One schedule, written as a gantt chart, a table and a list: the same rows, health and JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mkdocs_plan_plugin.exporting.site_data import SiteInfo, site_data
from mkdocs_plan_plugin.planning.portfolio import build_portfolio
from mkdocs_plan_plugin.planning.rules import PlanRules
from mkdocs_plan_plugin.reading import RoleRules, read_document
from mkdocs_plan_plugin.rendering import Words

GANTT = """```mermaid
gantt
    dateFormat YYYY-MM-DD
    excludes weekends
    section Phase 1
    Count lamps  :done, s1, 2026-01-05, 5d
    section Phase 2
    Order lamps  :b1, after s1, 3d
    Wait         :b2, after b1, 12d
    section Phase 3
    Hand over    :h1, 2026-12-01, 2026-12-06
```
"""
TABLE = """| Phase | Start | End |
|---|---|---|
| Phase 1 | 2026-01-05 | 2026-01-09 |
| Phase 2 | 2026-01-12 | 2026-01-30 |
| Phase 3 | 2026-12-01 | 2026-12-05 |
"""
LIST = """- Phase 1: 2026-01-05 to 2026-01-09
- Phase 2: 2026-01-12 to 2026-01-30
- Phase 3: 2026-12-01 to 2026-12-05
"""
TASKS = """
## Phase 1: Survey

- [x] Count lamps

## Phase 2: Build

- [ ] Order lamps
- [ ] Wait

## Phase 3: Handover

- [ ] Hand over
"""


def data_of(schedule: str, today: date, tasks: str = TASKS) -> dict[str, Any]:
    text = f"# Plan: Lamps\n\n## Schedule\n\n{schedule}{tasks}"
    documents = {"plan.md": read_document("plan.md", text)}
    portfolio = build_portfolio(documents, RoleRules(), planning=PlanRules(today=today))
    site = SiteInfo("Site", "", today, lambda place: f"{place.path}#{place.section}")
    return site_data(portfolio, site, Words())


@pytest.mark.parametrize(
    ("today", "health"),
    [
        (date(2026, 1, 12), "on-track"),
        (date(2026, 11, 28), "at-risk"),
        (date(2026, 12, 6), "late"),
    ],
)
def test_phases(today: date, health: str) -> None:
    gantt, table, listed = (data_of(each, today) for each in (GANTT, TABLE, LIST))
    assert gantt == table == listed
    (plan,) = table["plans"]
    assert [row["planned"] for row in plan["timeline"]] == [
        {"first": "2026-01-05", "last": "2026-01-09"},
        {"first": "2026-01-12", "last": "2026-01-30"},
        {"first": "2026-12-01", "last": "2026-12-05"},
    ]
    assert plan["health"] == health


def test_a_milestone_in_a_phase_is_a_row_of_its_own() -> None:
    gantt = (
        "```mermaid\ngantt\nsection Phase 2\nOrder lamps :a, 2026-01-12, 2026-01-31\n"
        "Lamps are there :milestone, 2026-03-02, 0d\n```\n"
    )
    table = (
        "| Phase | Start | End |\n|---|---|---|\n| Phase 2 | 2026-01-12 | 2026-01-30 |\n"
        "| Milestone: Lamps are there | 2026-03-02 | 2026-03-02 |\n"
    )
    rows = [data_of(each, date(2026, 1, 13))["plans"][0]["timeline"] for each in (gantt, table)]
    assert [[row["planned"] for row in each] for each in rows] == [
        [
            {"first": "2026-01-12", "last": "2026-01-30"},
            {"first": "2026-03-02", "last": "2026-03-02"},
        ]
    ] * 2
    assert [row["kind"] for row in rows[0]] == ["phase", "milestone"]


MILESTONES = (
    "```mermaid\ngantt\nsection Milestones\nBeta :done, milestone, 2026-02-02, 0d\n"
    "Release :milestone, active, m, 2026-03-02, 0d\n```\n",
    "| Milestone | Date | Status |\n|---|---|---|\n| Beta | 2026-02-02 | Done |\n"
    "| Release | 2026-03-02 | In progress |\n",
)


def test_milestones_with_a_state() -> None:
    tasks = "\n## Work\n\n- [x] Saw\n- [ ] Mix\n"
    gantt, table = (data_of(each, date(2026, 4, 1), tasks) for each in MILESTONES)
    assert gantt == table
    assert gantt["plans"][0]["health"] == "late"


def test_tasks_of_a_chart_that_are_called_as_boxes_are_those() -> None:
    page = (
        "```mermaid\ngantt\nsection Lamps\nCount lamps :a, 2026-01-05, 5d\n"
        "T7 Order :b, after a, 5d\nHand over :c, 2026-12-01, 5d\n```\n"
    )
    tasks = "\n- [x] Count lamps\n- [ ] T7 Order all lamps\n- [ ] Hand over\n"
    (plan,) = data_of(page, date(2026, 1, 11), tasks)["plans"]
    assert plan["health"] == "on-track"
    (plan,) = data_of(page, date(2026, 1, 15), tasks)["plans"]
    assert (plan["health"], plan["health_reason"]) == ("at-risk", "T7 Order was due on 2026-01-14")
