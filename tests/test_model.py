"""The few things that the model works out itself."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import (
    Document,
    Member,
    Plan,
    Progress,
    Role,
    ScheduleEntry,
    Section,
    Span,
    State,
    Status,
    Task,
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


@given(st.lists(st.sampled_from(State)))
def test_progress_is_whole_only_at_the_ends(states: list[State]) -> None:
    progress = Progress.of(Task("", state, 1) for state in states)
    assert progress.total == len(states)
    assert 0 <= progress.percent <= 100
    assert (progress.percent == 100) == (bool(states) and State.OPEN not in states)
    assert (progress.percent == 0) == (State.DONE not in states)


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
