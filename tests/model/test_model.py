"""The few things that the model works out itself."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import (
    CountedTask,
    Document,
    Exclusion,
    Member,
    Plan,
    Progress,
    Role,
    ScheduleEntry,
    Section,
    Span,
    State,
    StatedStatus,
    Status,
    Task,
    Unit,
    WrittenSchedule,
)


@pytest.mark.parametrize(
    ("done", "total", "percent", "status"),
    [
        (0, 0, 0, None),
        (0, 3, 0, Status.NOT_STARTED),
        (1, 3, 33, Status.IN_PROGRESS),
        (1, 1000, 1, Status.IN_PROGRESS),
        (999, 1000, 99, Status.IN_PROGRESS),
        (3, 3, 100, Status.DONE),
    ],
)
def test_progress(done: int, total: int, percent: int, status: Status | None) -> None:
    progress = Progress(done, total)
    assert (progress.percent, progress.status, bool(progress)) == (percent, status, total > 0)


def entry(state: State, exclusion: Exclusion | None = None) -> CountedTask:
    return CountedTask(Task("", state, 1), "p.md", exclusion, state is State.DONE)


@given(st.lists(st.sampled_from(State)))
def test_progress_is_whole_only_at_the_ends(states: list[State]) -> None:
    progress = Progress.of(entry(state) for state in states)
    assert progress.total == len(states)
    assert 0 <= progress.percent <= 100
    assert (progress.percent == 100) == (set(states) == {State.DONE})
    assert (progress.percent == 0) == (State.DONE not in states)


def test_progress_counts_what_is_not_left_out() -> None:
    entries = [entry(State.DONE), entry(State.OPEN), entry(State.DONE, Exclusion.PARENT)]
    assert Progress.of(entries) == Progress(1, 2)
    begun = Progress.of([entry(State.OPEN), entry(State.IN_PROGRESS, Exclusion.PARENT)])
    assert (begun.total, begun.is_begun, begun.status) == (1, True, Status.IN_PROGRESS)


def test_progress_adds_up() -> None:
    phases = Progress(1, 2, Unit.PHASES)
    assert Progress() + phases == phases
    assert phases + Progress(0, 1, Unit.PHASES, is_begun=True) == Progress(
        1, 3, Unit.PHASES, is_begun=True
    )


@pytest.mark.parametrize(
    ("progress", "checks", "claim", "status"),
    [
        (Progress(2, 2), Progress(), None, Status.DONE),
        (Progress(2, 2), Progress(1, 2), None, Status.AWAITING_CHECKS),
        (Progress(2, 2), Progress(2, 2), None, Status.DONE),
        (Progress(1, 2), Progress(0, 2), None, Status.IN_PROGRESS),
        (Progress(0, 2), Progress(), State.DONE, Status.NOT_STARTED),
        (Progress(), Progress(), State.DONE, Status.DONE),
        (Progress(), Progress(0, 1), State.DONE, Status.AWAITING_CHECKS),
        (Progress(), Progress(), State.BLOCKED, None),
        (Progress(), Progress(0, 1), None, None),
    ],
)
def test_status_of_a_plan(
    progress: Progress, checks: Progress, claim: State | None, status: Status | None
) -> None:
    said = StatedStatus(claim, "written", 1) if claim else None
    assert Plan("p.md", "P", progress=progress, checks=checks, stated_status=said).status is status


def test_the_heading_is_the_first_of_the_top_level() -> None:
    assert Document("p.md", sections=(Section(2, "A", 1), Section(1, "B", 2))).heading == "B"
    assert Document("p.md").heading == ""


def test_what_makes_a_schedule() -> None:
    entry = ScheduleEntry("A", Span(1, 1), "1 day", 1)
    day = date(2026, 1, 5)
    assert WrittenSchedule((entry,))
    assert WrittenSchedule(start=day, end=day)
    assert not WrittenSchedule(total=entry, start=day)


def test_pages_of_a_role() -> None:
    spec, tasks = Member(Role.SPEC, "s.md", "S"), Member(Role.TASKS, "t.md", "T")
    assert Plan("p.md", "P", (spec, tasks)).pages(Role.SPEC, Role.RESEARCH) == (spec,)
