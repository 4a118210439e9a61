"""Numbered tasks that hold others, as phases: `1. Storage` with `1.1` and `1.2` in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mkdocs_plan_plugin.model import CountedTask, Document, Location, Phase, Progress, Task

_NUMBER = re.compile(r"(\d{1,3})[.)]?\s")
_CALLED = re.compile(r"(?:Task|Step) \d{1,3}\b")
_FEWEST = 2


def item_phases(document: Document, entries: Sequence[CountedTask]) -> tuple[Phase, ...]:
    """Divide the tasks of one section by the outermost of them, as Kiro and others number them.

    Every outermost task has a number, and at least one holds tasks whose numbers begin with its
    own; or every one is called so, as `Task 2: Pay`, and at least one holds others. Else there are
    no such phases. One that holds nothing is a phase of one task.
    """
    groups: dict[Task, list[CountedTask]] = {}
    for entry in entries:
        groups.setdefault(_outermost(entry.task, document.tasks), []).append(entry)
    if len(groups) < _FEWEST or not (_are_numbered(groups) or _are_called(groups)):
        return ()
    return tuple(_phase(document.path, task, found) for task, found in groups.items())


def _are_numbered(groups: Mapping[Task, Sequence[CountedTask]]) -> bool:
    holds = any(_holds_numbered(task, found) for task, found in groups.items())
    return holds and all(map(_number, groups))


def _are_called(groups: Mapping[Task, Sequence[CountedTask]]) -> bool:
    holds = any(len(found) > 1 for found in groups.values())
    return holds and all(_CALLED.match(task.text) for task in groups)


def _outermost(task: Task, tasks: Sequence[Task]) -> Task:
    while task.outer is not None:
        task = tasks[task.outer]
    return task


def _number(task: Task) -> str:
    match = _NUMBER.match(task.text)
    return match[1] if match else ""


def _holds_numbered(task: Task, entries: Sequence[CountedTask]) -> bool:
    start = f"{_number(task)}."
    return any(entry.task is not task and entry.task.text.startswith(start) for entry in entries)


def _phase(path: str, task: Task, entries: Sequence[CountedTask]) -> Phase:
    counted = tuple(entry for entry in entries if entry.exclusion is None)
    place = Location(path, task.section, task.line)
    return Phase(task.text, place, None, Progress.of(entries), counted)
