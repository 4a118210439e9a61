"""The conflicts that are found in a schedule, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_plan_plugin.model import (
    Diagnostic,
    Location,
    Phase,
    Progress,
    Severity,
    Span,
    WrittenSchedule,
)
from mkdocs_plan_plugin.planning.schedule.schedule import schedule_of
from mkdocs_plan_plugin.reading.tasks.phases import read_phase_heading
from tests.planning.schedule.schedules import days, plan, row

MONDAY = date(2026, 1, 5)


def notes(written: WrittenSchedule, *phases: Phase) -> list[Diagnostic]:
    return list(schedule_of("p.md", written, phases)[1])


def problems(written: WrittenSchedule, *phases: Phase) -> list[str]:
    return [note.problem for note in notes(written, *phases)]


def phase(title: str, path: str = "p.md", done: int = 0) -> Phase:
    return Phase(title, Location(path, 1), read_phase_heading(title), Progress(done, 3))


def test_diagnostics_have_a_line_and_a_fix() -> None:
    backwards = Span(start=date(2026, 2, 1), end=MONDAY)
    (note,) = notes(plan(row("A", backwards, line=12, written="Feb 1 - Jan 5")))
    assert note == Diagnostic(
        "p.md",
        12,
        "'A' ends before it starts or lasts over a century (Feb 1 - Jan 5), so it is not drawn",
        "give the earlier date first, and check the number and its unit",
        Severity.NOTE,
    )


@pytest.mark.parametrize(
    ("schedule", "problem"),
    [
        (plan(start=date(2026, 2, 1), end=MONDAY), "the plan's start and end (2026-02-01, 2026-"),
        (plan(row("A", days(1)), start=date(1, 1, 1)), "the plan's start and end (0001-01-01)"),
        (
            plan(row("A", days(1)), start=date(2026, 2, 1), deadline=MONDAY),
            "the plan's start and deadline (2026-02-01, 2026-01-05) are in the wrong order",
        ),
        (
            plan(row("A", days(1)), deadline=date(9999, 1, 1)),
            "the plan's start and deadline (9999-01-01)",
        ),
        (plan(row("A", days(-3))), "'A' ends before it starts"),
    ],
)
def test_the_impossible(schedule: WrittenSchedule, problem: str) -> None:
    (message,) = problems(schedule)
    assert message.startswith(problem)


@pytest.mark.parametrize("written", ["TBD", "—", "?", "  ", "(to be determined)"])
def test_a_phase_without_a_duration(written: str) -> None:
    (message,) = problems(
        plan(row("A", days(1)), row("B", Span(), written=written), row("C", days(1)))
    )
    assert message.startswith(f"'B' has no duration yet ({written.strip()!r})")


@pytest.mark.parametrize("written", ["ongoing", "as needed", "after the fair"])
def test_other_words_are_an_answer(written: str) -> None:
    assert not problems(plan(row("A", days(1)), row("B", Span(), written=written)))


def test_where_no_row_has_a_time_none_is_missing() -> None:
    assert not problems(plan(row("A", Span(), written="TBD"), row("B", Span(), written="TBD")))


def test_a_milestone_needs_no_duration() -> None:
    milestone = row("B", Span(), written="TBD", is_milestone=True)
    assert not problems(plan(row("A", days(1)), milestone))


PHASES = tuple(phase(f"Phase {number}: Part {number}") for number in (1, 2, 3, 4))


def test_a_phase_that_the_schedule_leaves_out() -> None:
    schedule = plan(row("Phase 1", days(1), line=3), row("Phase 3", days(1), line=4))
    (note,) = notes(schedule, *PHASES)
    assert note.problem.startswith(
        "'Phase 2: Part 2' comes before this phase, but is not in the schedule"
    )
    assert note.line == 4


@pytest.mark.parametrize(
    "names",
    [
        ("Phase 1", "Phase 2"),
        ("Phase 3", "Phase 4"),
        ("Phases 1-2", "Phase 3"),
        ("Phase 1", "Part 2", "Phase 3"),
        ("Phase 1", "Phase 2a", "Phase 2b", "Phase 3"),
        ("Phase 1", "Phase 2.1", "Phase 3"),
        ("Week 1", "Week 3"),
        ("Phase 3",),
    ],
)
def test_a_schedule_may_begin_late_and_end_early(names: tuple[str, ...]) -> None:
    assert not problems(plan(*(row(name, days(1)) for name in names)), *PHASES)


def test_what_is_done_needs_no_duration() -> None:
    phases = (PHASES[0], phase("Phase 2: Part 2", done=3), PHASES[2])
    assert not problems(plan(row("Phase 1", days(1)), row("Phase 3", days(1))), *phases)


@pytest.mark.parametrize(("name", "number"), [("Phase 5", 5), ("Phases 4-6: Rest", 5)])
def test_a_row_of_a_phase_that_there_is_not(name: str, number: int) -> None:
    (message,) = problems(plan(row("Phase 4", days(1)), row(name, days(1))), *PHASES)
    assert message == f"{name!r} is in the schedule, but the plan has no phase {number}"


@pytest.mark.parametrize(
    ("name", "phases"),
    [
        ("Phase 5", ()),
        ("Phase 1-900", PHASES),
        (f"Phase {'9' * 5000}", PHASES),
        ("Sprint 5", PHASES),
        ("Phase A", PHASES),
        ("Rest", PHASES),
        ("Phase 5", (phase("Build"), phase("Test"))),
        ("Phase 5", tuple(phase(each.title, "tasks.md") for each in PHASES)),
    ],
)
def test_numbers_are_compared_with_numbers_of_the_page(
    name: str, phases: tuple[Phase, ...]
) -> None:
    assert not problems(plan(row(name, days(1))), *phases)


def test_a_row_that_ends_after_the_deadline() -> None:
    schedule = plan(
        row("A", days(5)),
        row("B", days(5), line=8),
        row("C", Span(start=date(2026, 2, 2), end=date(2026, 2, 3)), line=9),
        start=MONDAY,
        deadline=date(2026, 1, 15),
    )
    assert [(note.line, note.problem) for note in notes(schedule)] == [
        (8, "'B' ends on 2026-01-16, after the plan's deadline (2026-01-15)"),
        (9, "'C' ends on 2026-02-03, after the plan's deadline (2026-01-15)"),
    ]


def test_a_row_that_ends_on_the_deadline_is_in_time() -> None:
    assert not problems(plan(row("A", days(5)), start=MONDAY, deadline=date(2026, 1, 9)))
    assert not problems(plan(row("A", days(5)), deadline=date(2026, 1, 9)))


def test_a_row_that_ends_after_the_plan() -> None:
    schedule = plan(
        row("A", days(6)), start=MONDAY, end=date(2026, 1, 9), deadline=date(2026, 1, 10)
    )
    assert problems(schedule) == ["'A' ends on 2026-01-12, after the plan's end (2026-01-09)"]


def test_dates_against_words() -> None:
    first = row("A", Span(start=MONDAY, end=date(2026, 1, 16)))
    early = row("B", Span(start=date(2026, 1, 12), end=date(2026, 1, 30)), after=("A",))
    (message,) = problems(plan(first, early))
    assert message == "'B' starts on 2026-01-12, but comes after 'A', which ends on 2026-01-16"


def test_the_day_on_which_one_ends_may_be_the_start_of_the_next() -> None:
    first = row("A", Span(start=MONDAY, end=date(2026, 1, 16)))
    then = row("B", Span(start=date(2026, 1, 16), end=date(2026, 1, 30)), after=("A",))
    assert not problems(plan(first, then))
