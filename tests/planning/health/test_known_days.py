"""Health follows from the days that the text gives, and from nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_plan_plugin.model import HealthAssessment, Plan
from mkdocs_plan_plugin.planning.portfolio import build_portfolio
from mkdocs_plan_plugin.planning.rules import PlanRules
from mkdocs_plan_plugin.reading import RoleRules, read_document

TODAY = date(2026, 11, 28)
PHASES = """
## Phase 1: Cut

- [x] Saw

## Phase 2: Glue

- [ ] Mix

## Phase 3: Ship

- [ ] Pack
"""


def plan(text: str, today: date = TODAY) -> Plan:
    documents = {"a/plan.md": read_document("a/plan.md", text)}
    return build_portfolio(documents, RoleRules(), planning=PlanRules(today=today)).plans[0]


def health(text: str, today: date = TODAY) -> str:
    found = plan(text, today).assessment
    return _in_words(found) if found else "unknown"


def _in_words(found: HealthAssessment) -> str:
    subject = found.values.get("phase") or found.values.get("date") or ""
    return f"{found.health} {subject}".strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Plan: Lamp\n\n**Deadline**: 2026-11-20\n", "late 2026-11-20"),
        ("# Plan: Lamp\n\n**Deadline**: 2026-11-28\n", "on-track 2026-11-28"),
        ("---\nplan: {deadline: 2026-11-20}\n---\n# Plan: Lamp\n", "late 2026-11-20"),
        ("---\nplan: {deadline: 2026-12-20}\n---\n# Plan: Lamp\n", "on-track 2026-12-20"),
        ("---\nplan: {end: 2026-11-20}\n---\n# Plan: Lamp\n", "late 2026-11-20"),
        ("---\nplan: {end: 2026-12-20}\n---\n# Plan: Lamp\n", "on-track 2026-12-20"),
        ("# Plan: Lamp\n\n**Start**: 2026-10-01\n", "unknown"),
        ("# Plan: Lamp\n\n**Deadline**: TBD\n", "unknown"),
    ],
)
def test_a_deadline_or_an_end_alone_is_enough(text: str, expected: str) -> None:
    assert health(text + PHASES) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("- Phase 1: 2026-10-05 to 2026-10-30\n- Phase 2: early 2027\n- Phase 3: TBD", "unknown"),
        ("- Phase 1: 2026-10-05 to 2026-10-30", "unknown"),
        ("- Phase 1: 2026-10-05 to 2026-10-30\n- Phase 2: 2026-11-27 to 2026-12-18", "unknown"),
        (
            "- Phase 1: 2026-10-05 to 2026-10-30\n- Phase 2: 2026-11-02 to 2026-11-20",
            "at-risk Phase 2: Glue",
        ),
        (
            "- Phase 1: 2026-10-05 to 2026-10-30\n- Phase 2: 2026-11-23 to 2026-12-18\n"
            "- Phase 3: 2026-12-21 to 2027-01-15",
            "on-track 2027-01-15",
        ),
        ("- Phase 1: TBD\n- Phase 2: 2026-11-27 to 2026-12-18\n- Phase 3: 2027-01-15", "unknown"),
        (
            "- Phase 1: TBD\n- Phase 2: 2026-11-27 to 2026-12-18\n"
            "- Phase 3: 2026-12-21 to 2027-01-15",
            "on-track 2027-01-15",
        ),
        (
            "- Phase 1: TBD\n- Phase 2: 2026-10-05 to 2026-10-30\n"
            "- Phase 3: 2026-11-02 to 2026-11-27",
            "late 2026-11-27",
        ),
    ],
)
def test_phases_without_an_end_leave_the_end_of_the_plan_open(rows: str, expected: str) -> None:
    assert health(f"# Plan: Lamp\n\n## Timeline\n\n{rows}\n{PHASES}") == expected


@pytest.mark.parametrize(
    ("tasks", "expected"),
    [
        ("- [ ] Saw (due 2026-11-20)\n- [ ] Mix", "at-risk Saw"),
        ("- [x] Saw (due 2026-11-20)\n- [ ] Mix", "unknown"),
        ("- [ ] Saw (start: 2026-11-20)\n- [ ] Mix", "unknown"),
        ("- [ ] Saw (due 2026-11-20)\n- [ ] Mix (due 2026-11-21)", "late 2026-11-21"),
        ("- [x] Saw\n- [ ] Mix (due 2026-12-21)", "on-track 2026-12-21"),
    ],
)
def test_dated_tasks_give_the_end_only_if_all_open_ones_have_a_date(
    tasks: str, expected: str
) -> None:
    assert health(f"# Plan: Lamp\n\n## Phase 1: Cut\n\n{tasks}\n") == expected


MILESTONES = """# Plan: Lamp

## Milestones

- [x] Prototype: 2026-10-30
- [ ] Beta: 2026-11-13
- [ ] Release: 2027-02-26
"""


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 13), "on-track 2027-02-26"),
        (date(2026, 11, 14), "at-risk Beta"),
        (date(2027, 2, 27), "late 2027-02-26"),
    ],
)
def test_an_open_milestone_in_the_past_is_overdue(today: date, expected: str) -> None:
    assert health(MILESTONES, today) == expected


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (("Done", "Open"), "at-risk Beta"),
        (("✅", "⬜"), "at-risk Beta"),
        (("Done", "In progress"), "at-risk Beta"),
        (("Done", "Done"), "on-track 2027-02-26"),
        (("Done", "Cancelled"), "on-track 2027-02-26"),
        (("Done", ""), "on-track 2027-02-26"),
    ],
)
def test_milestones_of_a_table_have_the_state_of_its_column(
    states: tuple[str, str], expected: str
) -> None:
    page = (
        "# Plan: Lamp\n\n## Milestones\n\n| Milestone | Date | Status |\n|---|---|---|\n"
        f"| Prototype | 2026-10-30 | {states[0]} |\n| Beta | 2026-11-13 | {states[1]} |\n"
        "| Release | 2027-02-26 | Open |\n\n## Work\n\n- [x] Saw\n- [x] Mix\n- [ ] Pack\n"
    )
    assert health(page) == expected


def test_rows_of_no_phase_are_the_schedule_of_all_tasks() -> None:
    page = (
        "---\nplan: {start: 2026-11-01, end: 2026-11-30}\n---\n# Plan: Lamp\n\n"
        "- [x] Saw\n- [ ] Mix\n"
    )
    assert health(page, date(2026, 11, 10)) == "on-track 2026-11-30"
    assert health(page, date(2026, 11, 28)) == "at-risk"
    assert health(page, date(2026, 12, 1)) == "late 2026-11-30"


def test_a_done_plan_was_early_or_late_only_by_an_end_of_all_its_phases() -> None:
    page = "# Plan: Lamp\n\n## Timeline\n\n- Phase 1: 2026-10-05 to 2026-10-30\n" + PHASES
    found = plan(page.replace("[ ]", "[x]")).assessment
    assert found is not None
    assert (found.health, found.reason) == ("done", "")


def test_the_chart_of_a_late_plan_reaches_today() -> None:
    rows = "\n".join(f"- Phase {n}: 2026-0{n}-05 to 2026-0{n}-20" for n in (1, 2, 3))
    late = plan(f"# Plan: Lamp\n\n## Timeline\n\n{rows}\n{PHASES}")
    assert late.schedule is not None
    assert late.schedule.origin is not None
    assert late.schedule.length == (TODAY - late.schedule.origin).days + 1
