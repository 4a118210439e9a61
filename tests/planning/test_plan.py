"""A plan worked out from its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from mkdocs_plan_plugin.model import (
    Diagnostic,
    Exclusion,
    Location,
    Plan,
    Progress,
    Role,
    State,
    StatedStatus,
    Status,
    Task,
    Unit,
)
from mkdocs_plan_plugin.planning.pages.grouping import PlanPages
from mkdocs_plan_plugin.planning.plan import UPCOMING, make_plan
from mkdocs_plan_plugin.planning.progress.counting import DEFAULT_RULES, CountRules, Nesting
from mkdocs_plan_plugin.planning.rules import PlanRules
from mkdocs_plan_plugin.reading import read_document

PLAN = "# Implementation Plan: Maps\n\n## Phase 1: Setup\n\n## Timeline\n- Phase 1: 2 weeks\n"
TASKS = "# Tasks: Maps\n\n## Phase 1: Setup\n- [x] a\n- [ ]\n- [ ] b\n- [ ] c\n- [ ] d\n- [ ] e\n"


Change = Callable[[Task], Task]


def made(
    text: str,
    *stated_statuses: StatedStatus,
    rules: CountRules = DEFAULT_RULES,
    changes: Mapping[str, Change] | None = None,
) -> tuple[Plan, list[Diagnostic]]:
    """The plan of a page whose tasks with these texts are changed."""
    document = read_document("plan.md", text)
    change = {**dict.fromkeys((task.text for task in document.tasks), as_it_is), **(changes or {})}
    tasks = tuple(change[task.text](task) for task in document.tasks)
    return make_plan(
        PlanPages("plan.md", {}),
        {"plan.md": replace(document, tasks=tasks, stated_statuses=stated_statuses)},
        PlanRules(rules),
    )


def as_it_is(task: Task) -> Task:
    return task


def check(task: Task) -> Task:
    return task._replace(is_check=True)


def optional(task: Task) -> Task:
    return task._replace(is_optional=True)


def as_state(state: State) -> Change:
    return lambda task: task._replace(state=state)


def within(outer: int) -> Change:
    return lambda task: task._replace(outer=outer)


def test_a_plan_of_three_pages() -> None:
    texts = {"plan.md": PLAN, "tasks.md": TASKS, "spec.md": "# Spec\n- [ ] not a task of ours\n"}
    documents = {path: read_document(path, text) for path, text in texts.items()}
    members = {"tasks.md": Role.TASKS, "spec.md": Role.SPEC}
    plan, wrong = make_plan(PlanPages("plan.md", members), documents)
    assert [(found.path, found.line) for found in wrong] == [("tasks.md", 5)]  # an empty box
    assert plan.title == "Maps"
    assert [member.path for member in plan.members] == ["spec.md", "tasks.md"]
    assert plan.progress == Progress(1, 5)
    assert plan.sources == ("tasks.md",)
    assert [(phase.location.path, phase.progress.total) for phase in plan.phases] == [
        ("tasks.md", 5)
    ]
    assert [(task.text, task.line) for task in plan.upcoming] == [
        ("b", 6),
        ("c", 7),
        ("d", 8),
        ("e", 9),
    ]
    assert plan.timeline == Location("plan.md", 2)
    assert plan.schedule
    assert plan.schedule.bars[0].progress == Progress(1, 5)


def test_of_many_tasks_only_the_first_come_next() -> None:
    plan, _ = made("# Plan: P\n" + "- [ ] a\n" * (UPCOMING + 2))
    assert (len(plan.upcoming), plan.ready) == (UPCOMING, UPCOMING + 2)


def test_what_comes_next_is_in_hand_or_open() -> None:
    plan, _ = made(
        "# Plan: P\n- [ ] a\n- [ ] b\n- [ ] c\n- [ ] d\n- [ ] e\n- [ ] f\n- [ ] g\n",
        changes={
            "a": as_state(State.BLOCKED),
            "b": as_state(State.DEFERRED),
            "c": optional,
            "e": as_state(State.IN_PROGRESS),
            "f": check,
        },
    )
    assert [task.text for task in plan.upcoming] == ["e", "d", "g"]


def test_a_task_that_is_done_by_what_is_nested_in_it_does_not_come_next() -> None:
    text = "# Plan: P\n- [ ] a\n  - [x] b\n- [ ] c\n"
    plan, _ = made(text, rules=CountRules(Nesting.TOP), changes={"b": within(0)})
    assert [task.text for task in plan.upcoming] == ["c"]
    assert plan.nesting is Nesting.TOP
    assert plan.progress == Progress(1, 2)


def test_checks_and_optional_tasks_have_counts_of_their_own() -> None:
    text = "# Plan: P\n## Phase 1\n- [x] a\n- [x] b\n- [ ] c\n## Phase 2\n- [ ] d\n## N\n- [ ] e\n"
    plan, _ = made(text, changes={"b": check, "c": optional, "d": check, "e": check})
    assert (plan.progress, plan.checks, plan.optional) == (
        Progress(1, 1),
        Progress(1, 3),
        Progress(0, 1),
    )
    assert [phase.title for phase in plan.phases] == ["Phase 1"]
    first, second = Location("plan.md", 1), Location("plan.md", 2)
    assert plan.section_progress == {first: Progress(1, 1), second: Progress()}
    assert plan.section_checks == {first: Progress(1, 1), second: Progress(0, 1)}


def test_all_boxes_of_a_checklist_are_checks() -> None:
    texts = {"plan.md": "# Plan: P\n- [x] a\n", "check.md": "# Checklist\n- [x] b\n- [ ] c\n"}
    documents = {path: read_document(path, text) for path, text in texts.items()}
    plan, _ = make_plan(PlanPages("plan.md", {"check.md": Role.CHECKLIST}), documents)
    assert (plan.progress, plan.checks) == (Progress(1, 1), Progress(1, 2))
    assert plan.sources == ("plan.md",)
    assert plan.status is Status.AWAITING_CHECKS


def test_the_breakdown_has_every_task_once() -> None:
    text = "# Plan: P\n## A\n- [ ] a\n- [x] b\n## B\n- [ ] c\n- [ ] d\n- [ ] e\n"
    plan, _ = made(text, changes={"b": within(0), "c": check, "d": as_state(State.CANCELLED)})
    assert [(entry.task.text, entry.exclusion) for entry in plan.breakdown] == [
        ("b", None),
        ("e", None),
        ("a", Exclusion.PARENT),
        ("c", Exclusion.CHECK),
        ("d", Exclusion.CANCELLED),
    ]


@pytest.mark.parametrize(
    ("text", "changes", "status"),
    [
        ("- [ ] a\n- [ ] b\n", {}, Status.NOT_STARTED),
        ("- [ ] a\n- [ ] b\n", {"b": as_state(State.IN_PROGRESS)}, Status.IN_PROGRESS),
        ("- [ ] a\n- [ ] b\n", {"b": as_state(State.BLOCKED)}, Status.NOT_STARTED),
        (
            "- [ ] a\n  - [ ] b\n",
            {"a": as_state(State.IN_PROGRESS), "b": within(0)},
            Status.IN_PROGRESS,
        ),
        ("- [x] a\n- [ ] b\n", {}, Status.IN_PROGRESS),
        ("- [x] a\n- [ ] b\n", {"b": optional}, Status.DONE),
        ("- [x] a\n- [ ] b\n", {"b": check}, Status.AWAITING_CHECKS),
        ("- [x] a\n- [x] b\n", {"b": check}, Status.DONE),
        ("- [ ] a\n- [ ] b\n", {"a": check, "b": check}, None),
    ],
)
def test_status(text: str, changes: dict[str, Change], status: Status | None) -> None:
    assert made(f"# Plan: P\n{text}", changes=changes)[0].status is status


def test_without_boxes_phases_count_as_the_text_says() -> None:
    text = "# Plan: P\n## Phase 1: A\n## Phase 2: B\n## Timeline\n- Phase 1: 1 week\n"
    plan, _ = made(text, StatedStatus(State.DONE, "✅", 2, 1))
    assert plan.progress == Progress(1, 2, Unit.PHASES)
    assert [phase.title for phase in plan.phases] == ["Phase 1: A", "Phase 2: B"]
    assert plan.section_progress == {}
    assert plan.sources == ()
    assert plan.schedule
    assert plan.schedule.bars[0].progress == Progress(1, 1, Unit.PHASES)


def test_where_there_are_boxes_they_win() -> None:
    text = "# Plan: P\n## Phase 1\n- [ ] a\n## Phase 2\n- [ ] b\n- [ ] c\n"
    stated_statuses = StatedStatus(State.DONE, "Complete", 1), StatedStatus(State.DONE, "✅", 2, 1)
    plan, wrong = made(text, *stated_statuses)
    assert plan.progress == Progress(0, 3)
    assert plan.status is Status.NOT_STARTED
    assert [found.stated for found in plan.status_conflicts] == [*stated_statuses]
    assert [(note.path, note.line) for note in wrong] == [("plan.md", 1), ("plan.md", 2)]


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (State.DONE, Status.DONE),
        (State.IN_PROGRESS, Status.IN_PROGRESS),
        (State.OPEN, Status.NOT_STARTED),
        (State.DEFERRED, None),
    ],
)
def test_without_boxes_and_phases_the_page_gives_the_status(
    state: State, status: Status | None
) -> None:
    plan, _ = made("# Plan: P\n", StatedStatus(state, "written", 1))
    assert (plan.status, plan.progress.total) == (status, 0)


def test_a_ticked_task_over_open_ones_is_noted() -> None:
    _, wrong = made("# Plan: P\n- [x] a\n  - [ ] b\n", changes={"b": within(0)})
    assert [(note.path, note.line) for note in wrong] == [("plan.md", 2)]
