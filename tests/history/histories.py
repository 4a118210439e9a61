"""Short ways to write histories and to say what they should be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from bench.repository import Revision
from mkdocs_plan_plugin.history import (
    Change,
    FileHistory,
    History,
    TaskHistory,
    read_history,
)
from mkdocs_plan_plugin.history.task_lists import TaskListReader
from mkdocs_plan_plugin.reading import TaskRules, decode

TODAY = date(2025, 6, 30)
_SIGNS = {
    Change.APPEARED: "+",
    Change.TICKED: "x",
    Change.UNTICKED: "o",
    Change.REMOVED: "-",
}


def day(number: int) -> date:
    """The day with this number; 1 is the first of March."""
    return date(2025, 3, 1) + timedelta(days=number - 1)


def at(number: int, hour: int = 12) -> datetime:
    """An hour of the day with this number."""
    return datetime(2025, 3, 1, hour, tzinfo=UTC) + timedelta(days=number - 1)


def on(
    number: int, files: Mapping[str, str | bytes | None], parents: Sequence[int] | None = None
) -> Revision:
    """A revision of a day."""
    return Revision(files, at(number), parents)


def page(*tasks: str) -> str:
    """A page with tasks such as `x Draw`, `  Draw` (open)."""
    return "# Plan\n\n" + "".join(f"- [{task[0]}] {task[2:]}\n" for task in tasks)


def texts_of(root: Path) -> dict[str, str]:
    """The text of each page below a folder."""
    return {
        path.relative_to(root).as_posix(): decode(path.read_bytes())
        for path in sorted(root.rglob("*.md"))
        if ".git" not in path.parts
    }


def read(root: Path, cache: Path | None = None) -> History:
    """The history of all pages below a folder, which must have one."""
    found = read_history(root, texts_of(root), TODAY, TaskRules(), cache)
    assert isinstance(found, History), found
    for file in found.files.values():
        check(file, (root / file.path).read_bytes())
    return found


def steps_of(file: FileHistory) -> dict[str, str]:
    """What happened to each task in short: `+1 x3` appeared on day 1 and was ticked on day 3."""
    return {task.text: story(task) for task in file.tasks}


def story(task: TaskHistory) -> str:
    """What happened to a task, in short."""
    return " ".join(
        f"{_SIGNS[step.change]}{'today' if step.day == TODAY else (step.day - day(1)).days + 1}"
        for step in task.steps
    )


def check(file: FileHistory, data: bytes) -> None:
    """Check what is true of every history of a page, and that it ends with the page as it is."""
    for task in file.tasks:
        changes = [step.change for step in task.steps]
        days = [step.day for step in task.steps]
        assert days == sorted(days)
        assert changes[0] is Change.APPEARED
        for before, after in pairwise(changes):
            assert after in _FOLLOWING[before], changes
        assert (changes[-1] is Change.REMOVED) == (task.line is None)
    found = TaskListReader(TaskRules()).read(decode(data))
    assert [(task.line, task.text, task.is_ticked) for task in file.tasks if task.line] == [
        (line, text, tick == "x")
        for line, text, tick in zip(
            found.outline.lines, found.outline.texts, found.ticks, strict=True
        )
    ]


def standings(*files: FileHistory) -> list[tuple[int, int, int]]:
    """By the number of each day on which something happened: how many tasks, how many ticked."""
    tasks = [task for file in files for task in file.tasks]
    days = sorted({step.day for task in tasks for step in task.steps})
    ends = [(when, _states_on(tasks, when)) for when in days]
    return [((when - day(1)).days + 1, len(states), sum(states)) for when, states in ends]


def _states_on(tasks: Sequence[TaskHistory], when: date) -> list[bool]:
    """For each task that is there at the end of a day, whether it is ticked."""
    last = [[step.change for step in task.steps if step.day <= when][-1:] for task in tasks]
    return [one is Change.TICKED for [one] in filter(None, last) if one is not Change.REMOVED]


_FOLLOWING = {
    Change.APPEARED: {Change.TICKED, Change.REMOVED},
    Change.TICKED: {Change.UNTICKED, Change.REMOVED},
    Change.UNTICKED: {Change.TICKED, Change.REMOVED},
    Change.REMOVED: {Change.APPEARED},
}
