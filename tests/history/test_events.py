"""Counting by day what events add up to."""

from __future__ import annotations

from mkdocs_plan_plugin.history import (
    Change,
    Event,
    FileHistory,
    Standing,
    Step,
    TaskHistory,
    standings,
)
from tests.history.histories import day


def history(*tasks: tuple[str, str]) -> FileHistory:
    """A page with tasks such as `a: +1 x2`."""
    changes = {"+": Change.APPEARED, "x": Change.TICKED, "o": Change.UNTICKED, "-": Change.REMOVED}
    made = [
        TaskHistory(
            key,
            "",
            1,
            tuple(Step(day(int(word[1:])), changes[word[0]]) for word in said.split()),
        )
        for key, said in tasks
    ]
    return FileHistory("plan.md", tuple(made), day(9))


def test_standings() -> None:
    file = history(("a", "+1 x1 o3"), ("b", "+1 x3 -4 +6 x6"), ("c", "+3"))
    assert standings(file.events) == (
        Standing(day(1), 2, 1),
        Standing(day(3), 3, 1),
        Standing(day(4), 2, 0),
        Standing(day(6), 3, 1),
    )


def test_nothing_happened() -> None:
    assert standings(history().events) == ()


def test_tasks_of_pages_are_told_apart() -> None:
    events = [
        Event(day(1), path, "a", change, "a", "")
        for path, change in (
            ("x.md", Change.APPEARED),
            ("x.md", Change.TICKED),
            ("y.md", Change.APPEARED),
        )
    ]
    assert standings(iter(events)) == (Standing(day(1), 2, 1),)


def test_events_are_by_day_and_each_task_s_in_order() -> None:
    file = history(("a", "+2 x2 o2"), ("b", "+1 x3"))
    assert [(event.key, event.change.value) for event in file.events] == [
        ("b", "appeared"),
        ("a", "appeared"),
        ("a", "ticked"),
        ("a", "unticked"),
        ("b", "ticked"),
    ]


def test_since_when_a_task_is_ticked() -> None:
    (task,) = history(("a", "+1 x2 o3 x5")).tasks
    assert (task.first_seen, task.ticked_on, task.is_ticked) == (day(1), day(5), True)
    (task,) = history(("a", "+1 x2 o3")).tasks
    assert (task.ticked_on, task.is_ticked) == (None, False)
