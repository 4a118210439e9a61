"""Treat tasks that contain others as phases: `1. Storage` with `1.1`, `Phase 1: Storage`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mkdocs_plan_plugin.model import CountedTask, Document, Location, Phase, Progress, Task
from mkdocs_plan_plugin.reading.tasks import read_phase_heading

_NUMBER = re.compile(r"(\d{1,3})(?:\.0)?[.)]?\s")
_FEWEST = 2


def item_phases(document: Document, entries: Sequence[CountedTask]) -> tuple[Phase, ...]:
    """Group the tasks of one section by their outermost tasks, as numbered by Kiro and others.

    Requires that every outermost task has a number, and at least one contains tasks whose
    numbers begin with its own; or that every one has a title such as `Task 2: Pay`, and at least
    one contains others. A task that contains no others is a phase of one task.

    Returns:
        The phases, or nothing if the tasks do not have this structure.
    """
    groups: dict[Task, list[CountedTask]] = {}
    for entry in entries:
        groups.setdefault(_outermost(entry.task, document.tasks), []).append(entry)
    if len(groups) < _FEWEST or not (_are_numbered(groups) or _are_titled(groups)):
        return ()
    return tuple(_phase(document.path, task, found) for task, found in groups.items())


def _are_numbered(groups: Mapping[Task, Sequence[CountedTask]]) -> bool:
    has_nested = any(_contains_numbered(task, found) for task, found in groups.items())
    return has_nested and all(map(_number, groups))


def _are_titled(groups: Mapping[Task, Sequence[CountedTask]]) -> bool:
    has_nested = any(len(found) > 1 for found in groups.values())
    return has_nested and all(_is_titled(task) for task in groups)


def _is_titled(task: Task) -> bool:
    heading = read_phase_heading(task.text)
    return heading is not None and bool(heading.number)


def _outermost(task: Task, tasks: Sequence[Task]) -> Task:
    while task.outer is not None:
        task = tasks[task.outer]
    return task


def _number(task: Task) -> str:
    match = _NUMBER.match(task.text)
    return match[1] if match else ""


def _contains_numbered(task: Task, entries: Sequence[CountedTask]) -> bool:
    start = f"{_number(task)}."
    return any(entry.task is not task and entry.task.text.startswith(start) for entry in entries)


def _phase(path: str, task: Task, entries: Sequence[CountedTask]) -> Phase:
    counted = tuple(entry for entry in entries if entry.exclusion is None)
    location = Location(path, task.section, task.line)
    return Phase(task.text, location, None, Progress.of(entries), counted)
