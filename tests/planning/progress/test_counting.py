"""Which tasks count, and why the others do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Exclusion, Progress, State, Task
from mkdocs_plan_plugin.planning.progress.counting import CountRules, Nesting, count_tasks

OPEN, DONE = State.OPEN, State.DONE
CHECK, OPTIONAL, CANCELLED = Exclusion.CHECK, Exclusion.OPTIONAL, Exclusion.CANCELLED
PARENT, CHILD = Exclusion.PARENT, Exclusion.CHILD


def task(
    state: State = OPEN, outer: int | None = None, *, check: bool = False, optional: bool = False
) -> Task:
    return Task("Do it", state, 1, outer=outer, is_check=check, is_optional=optional)


def omissions(tasks: list[Task], rules: CountRules) -> list[Exclusion | None]:
    return [entry.exclusion for entry in count_tasks("p.md", tasks, rules)[0]]


def numbers(tasks: list[Task], rules: CountRules) -> tuple[int, int]:
    progress = Progress.of(count_tasks("p.md", tasks, rules)[0])
    return progress.done, progress.total


FAMILY = [task(), task(DONE, 0), task(OPEN, 0), task(DONE, 2), task()]


@pytest.mark.parametrize(
    ("nesting", "excluded", "number"),
    [
        (Nesting.LEAVES, [PARENT, None, PARENT, None, None], (2, 3)),
        (Nesting.TOP, [None, CHILD, CHILD, CHILD, None], (1, 2)),
        (Nesting.ALL, [None] * 5, (4, 5)),
    ],
)
def test_nested_tasks(
    nesting: Nesting, excluded: list[Exclusion | None], number: tuple[int, int]
) -> None:
    rules = CountRules(nesting)
    assert omissions(FAMILY, rules) == excluded
    assert numbers(FAMILY, rules) == number


@pytest.mark.parametrize("nesting", Nesting)
def test_what_is_no_work_does_not_make_a_parent(nesting: Nesting) -> None:
    tasks = [task(), task(check=True, outer=0), task(optional=True, outer=0)]
    tasks.append(task(State.CANCELLED, 0))
    assert omissions(tasks, CountRules(nesting)) == [None, CHECK, OPTIONAL, CANCELLED]
    assert numbers(tasks, CountRules(nesting)) == (0, 1)


def test_what_is_nested_in_what_is_left_out() -> None:
    tasks = [
        *(task(optional=True), task(outer=0), task(check=True, outer=0)),
        *(task(State.CANCELLED), task(DONE, 3), task(check=True, outer=3)),
        *(task(check=True), task(outer=6)),
    ]
    assert omissions(tasks, CountRules(Nesting.TOP)) == [
        *(OPTIONAL, OPTIONAL, CHECK),
        *(CANCELLED, CANCELLED, CANCELLED),
        *(CHECK, None),
    ]


def test_a_check_between_two_tasks_does_not_part_them() -> None:
    tasks = [task(), task(check=True, outer=0), task(outer=1)]
    assert omissions(tasks, CountRules(Nesting.LEAVES)) == [PARENT, CHECK, None]
    assert omissions(tasks, CountRules(Nesting.TOP)) == [None, CHECK, CHILD]


def test_cancelled_tasks_may_count() -> None:
    tasks = [task(DONE), task(State.CANCELLED), task(State.CANCELLED, check=True)]
    assert numbers(tasks, CountRules()) == (1, 1)
    assert omissions(tasks, CountRules(cancelled_counts=True)) == [None, None, CHECK]
    assert numbers(tasks, CountRules(cancelled_counts=True)) == (1, 2)


@pytest.mark.parametrize("state", sorted(set(State) - {DONE, State.CANCELLED}))
def test_only_done_is_done(state: State) -> None:
    assert numbers([task(state), task(DONE)], CountRules()) == (1, 2)


def test_a_task_ticked_over_open_ones_is_noted() -> None:
    ticked = Task("All", DONE, 7)
    tasks = [ticked, task(OPEN, 0), task(DONE, 0), task(State.BLOCKED, 0), task(DONE)]
    (note,) = count_tasks("p.md", tasks)[1]
    assert (note.path, note.line) == ("p.md", 7)
    assert "2 of its nested tasks are open" in note.problem
    assert count_tasks("p.md", [ticked, task(optional=True, outer=0)])[1] == ()
    # Counted from the outermost, its tick is the word that counts.
    assert numbers(tasks, CountRules(Nesting.TOP)) == (2, 2)


TASKS = st.lists(
    st.builds(
        lambda state, outer, check, optional: task(state, outer, check=check, optional=optional),
        st.sampled_from(State),
        st.none() | st.integers(0, 12),
        st.booleans(),
        st.booleans(),
    ),
    max_size=12,
)
RULES = st.builds(CountRules, st.sampled_from(Nesting), st.booleans())


@given(TASKS, RULES)
def test_every_task_is_in_the_breakdown_once(tasks: list[Task], rules: CountRules) -> None:
    entries, _ = count_tasks("p.md", tasks, rules)
    assert [entry.task for entry in entries] == tasks
    assert all(entry.is_done for entry in entries if entry.task.state is DONE)
    for entry in entries:
        if entry.task.is_check:
            assert entry.exclusion in (CHECK, CANCELLED)
        if entry.exclusion is CANCELLED:
            assert not rules.cancelled_counts
    if rules.nesting is Nesting.ALL:
        assert {PARENT, CHILD}.isdisjoint(entry.exclusion for entry in entries)


@given(TASKS)
def test_as_leaves_everything_is_done_when_and_only_when_it_is_from_the_top(
    tasks: list[Task],
) -> None:
    """Unless a task is ticked over open ones, of which there is a note."""
    entries, notes = count_tasks("p.md", tasks, CountRules(Nesting.LEAVES))
    leaves = Progress.of(entries)
    top = Progress.of(count_tasks("p.md", tasks, CountRules(Nesting.TOP))[0])
    assert bool(leaves) == bool(top)
    if not notes:
        assert (leaves.done == leaves.total) == (top.done == top.total)
