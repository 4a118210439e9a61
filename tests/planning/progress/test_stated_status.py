"""What pages say in words, and whether their boxes agree."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import (
    Document,
    Location,
    Phase,
    PhaseHeading,
    Progress,
    Section,
    State,
    StatedStatus,
    Unit,
)
from mkdocs_plan_plugin.planning.progress.counting import CountRules
from mkdocs_plan_plugin.planning.progress.stated_status import (
    conflict_diagnostic,
    page_status,
    stated_phases,
    status_conflicts,
)

DONE = State.DONE


def page(*stated_statuses: StatedStatus, path: str = "p.md") -> Document:
    """Three phases, a week, and a task within the first phase."""
    titles = ("T", "Phase 1", "Task 1", "Phase 2", "Phase 3", "Week 1")
    levels = (1, 2, 3, 2, 2, 2)
    sections = [
        Section(level, title, 10 * at, None if level == 1 else 1 if level == 3 else 0)
        for at, (level, title) in enumerate(zip(levels, titles, strict=True))
    ]
    phases = {
        at: PhaseHeading(title.split()[0].lower(), title.split()[1], "")
        for at, title in enumerate(titles)
        if at
    }
    return Document(path, sections=tuple(sections), phases=phases, stated_statuses=stated_statuses)


def test_the_first_page_that_says_something_of_itself_speaks_for_the_plan() -> None:
    of_a_phase, stated = StatedStatus(DONE, "✅", 10, 1), StatedStatus(State.OPEN, "Draft", 3)
    pages = [page(of_a_phase), page(stated), page(StatedStatus(DONE, "Done", 3))]
    assert page_status(pages) == stated
    assert page_status(pages[:1]) is None


@pytest.mark.parametrize(
    ("stated_statuses", "expected"),
    [
        ((), []),
        ((StatedStatus(DONE, "Done", 3),), []),
        ((StatedStatus(DONE, "✅", 10, 1),), [("Phase 1", 1), ("Phase 2", 0), ("Phase 3", 0)]),
        ((StatedStatus(DONE, "✅", 20, 2),), [("Task 1", 1)]),
        (
            (StatedStatus(DONE, "✅", 20, 2), StatedStatus(DONE, "✅", 30, 3)),
            [("Phase 1", 0), ("Phase 2", 1), ("Phase 3", 0)],
        ),
        (
            (StatedStatus(DONE, "✅", 10, 1), StatedStatus(State.CANCELLED, "dropped", 30, 3)),
            [("Phase 1", 1), ("Phase 3", 0)],
        ),
        (
            (StatedStatus(DONE, "✅", 10, 1), StatedStatus(State.OPEN, "planned", 11, 1)),
            [("Phase 1", 1), ("Phase 2", 0), ("Phase 3", 0)],
        ),
    ],
)
def test_stated_phases(
    stated_statuses: tuple[StatedStatus, ...], expected: list[tuple[str, int]]
) -> None:
    found = stated_phases(page(*stated_statuses), CountRules())
    assert [(phase.title, phase.progress.done) for phase in found] == expected
    assert all(phase.progress.unit is Unit.PHASES for phase in found)


def test_a_phase_in_hand_is_begun_and_a_dropped_one_may_count() -> None:
    stated_statuses = (
        StatedStatus(State.IN_PROGRESS, "🚧", 10, 1),
        StatedStatus(State.CANCELLED, "dropped", 30, 3),
    )
    found = stated_phases(page(*stated_statuses), CountRules(cancelled_counts=True))
    assert [phase.progress.is_begun for phase in found] == [True, False, False]
    assert [phase.stated_status for phase in found] == [*stated_statuses, None]


def phase(section: int, progress: Progress, *also: Location) -> Phase:
    return Phase(f"Phase {section}", Location("p.md", section), None, progress, also=also)


@pytest.mark.parametrize(("done", "found"), [(0, 1), (4, 1), (9, 1), (10, 0)])
def test_a_page_contradicts_its_boxes_when_any_is_open(done: int, found: int) -> None:
    pages = [page(StatedStatus(DONE, "Complete", 3))]
    assert len(status_conflicts(pages, [phase(1, Progress(done, 10))], {})) == found
    pages = [page(StatedStatus(State.IN_PROGRESS, "In progress", 3))]
    assert status_conflicts(pages, [phase(1, Progress(done, 10))], {}) == ()


def test_a_phase_contradicts_its_boxes_when_one_is_open() -> None:
    pages = [page(StatedStatus(DONE, "✅", 10, 1), StatedStatus(DONE, "✅", 30, 3))]
    phases = [phase(1, Progress(9, 10)), phase(3, Progress(2, 2))]
    (found,) = status_conflicts(pages, phases, {})
    assert (found.title, found.location, found.progress) == (
        "Phase 1",
        Location("p.md", 1),
        Progress(9, 10),
    )
    note = conflict_diagnostic(found)
    assert (note.path, note.line) == ("p.md", 10)
    assert "'✅', but 9 of 10 tasks" in note.problem


def test_the_boxes_may_stand_on_another_page_or_in_a_phase_within() -> None:
    plan = page(StatedStatus(DONE, "✅", 10, 1), StatedStatus(DONE, "✅", 20, 2), path="plan.md")
    elsewhere = phase(1, Progress(0, 2), Location("plan.md", 1))
    within = {Location("plan.md", 2): Progress(0, 1)}
    found = status_conflicts([plan], [elsewhere], within)
    assert [(each.location.section, each.progress.total) for each in found] == [(1, 2), (2, 1)]


def test_without_tasks_nothing_conflicts() -> None:
    assert (
        status_conflicts(
            [page(StatedStatus(DONE, "✅", 10, 1), StatedStatus(DONE, "Done", 3))], [], {}
        )
        == ()
    )
