"""Apply the `status.json` of spec-kitty, which has the lanes of work packages and their subtasks.

Recent versions of the tool leave the boxes and the front matter of pages as they were.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from mkdocs_plan_plugin.model import Document, Form, State, StatedStatus, Task
from mkdocs_plan_plugin.reading.markdown import Outline
from mkdocs_plan_plugin.reading.tasks import task_id

_STATES = {
    **dict.fromkeys(("genesis", "planned", "pending", "open"), State.OPEN),
    **dict.fromkeys(
        ("claimed", "doing", "in_progress", "for_review", "in_review", "approved"),
        State.IN_PROGRESS,
    ),
    "done": State.DONE,
    "blocked": State.BLOCKED,
    "canceled": State.CANCELLED,
}
_FINAL = (State.DONE, State.CANCELLED)
_PACKAGE = re.compile(r"\bWP\d+\b")


@dataclass(frozen=True, slots=True)
class MissionStatus:
    """The lane of each work package by its id, and the package and state of each subtask.

    `last_event` is the id of the last event that the status knows of.
    """

    lanes: Mapping[str, str]
    packages: Mapping[str, str]
    subtasks: Mapping[str, State]
    last_event: str = ""

    def lane_state(self, package: str) -> State | None:
        """Return the state of a work package."""
        return _STATES.get(self.lanes.get(package, ""))


def read_mission_status(text: str) -> MissionStatus | None:
    """Read the text of a `status.json`; None if it is another tool's, or broken."""
    try:
        written = json.loads(text)
        packages = written["work_packages"]
        found = {str(name): each for name, each in packages.items() if isinstance(each, dict)}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    lanes = {name: str(each.get("lane", "")) for name, each in found.items()}
    subtasks = {name: _mapping(each.get("subtasks")) for name, each in found.items()}
    return status_of(lanes, subtasks, str(written.get("last_event_id") or ""))


def status_of(
    lanes: Mapping[str, str], subtasks: Mapping[str, Mapping[Any, Any]], last_event: str = ""
) -> MissionStatus:
    """Return the status of a mission.

    Args:
        lanes: The lane of each work package.
        subtasks: The lanes of its subtasks.
        last_event: The id of the last event that is known.
    """
    found = [
        (str(task), name, _STATES.get(str(state)))
        for name, states in subtasks.items()
        for task, state in states.items()
    ]
    return MissionStatus(
        lanes,
        {task: name for task, name, _ in found},
        {task: state for task, _, state in found if state},
        last_event,
    )


def with_mission_status(document: Document, status: MissionStatus) -> Document:
    """Return a page of a mission with the states of its tasks, or of its work package."""
    tasks = tuple(_states_of(document, status))
    package = _package_of_page(document)
    state = status.lane_state(package)
    stated = document.stated_statuses
    if state:
        own = StatedStatus(state, status.lanes[package], 1)
        stated = (own, *(each for each in stated if each.section is not None))
    return replace(document, tasks=tasks, stated_statuses=stated)


def _states_of(document: Document, status: MissionStatus) -> Iterator[Task]:
    outline = Outline(document.sections)
    for task in document.tasks:
        name = task_id(task.text)
        package = status.packages.get(name) or _package_around(document, outline, task)
        state = status.subtasks.get(name)
        of_package = status.lane_state(package)
        is_told = of_package in _FINAL and state is not State.CANCELLED
        if is_told or state in (None, State.OPEN):  # a package is begun before its subtasks are
            state = of_package
        is_news = state and not task.is_check and task.state not in (state, *_FINAL)
        yield task._replace(state=state, form=Form.RECORDED) if is_news and state else task


def _package_around(document: Document, outline: Outline, task: Task) -> str:
    """Return the work package that a task's text or a heading above it names."""
    titles = (document.sections[index].title for index in outline.around(task.section))
    for text in (task.text, *titles):
        if match := _PACKAGE.search(text):
            return match[0]
    return _package_of_page(document)


def _package_of_page(document: Document) -> str:
    written = document.meta.get("work_package_id")
    return written if isinstance(written, str) else ""


def _mapping(value: object) -> Mapping[Any, Any]:
    return value if isinstance(value, dict) else {}
