"""Find when the tasks of a Mermaid gantt chart take place, in the order of their references."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from mkdocs_plan_plugin.reading.schedule.gantt.scales import End, Scale
from mkdocs_plan_plugin.reading.schedule.gantt.tasks import GanttTask


class Times(NamedTuple):
    """The start and the end of a task, each None if it is unknown.

    Those of a task in or after a circle of references are not resolved.
    """

    start: datetime | None = None
    end: End | None = None
    is_resolved: bool = True


UNRESOLVED = Times(is_resolved=False)


def times_of(tasks: Sequence[GanttTask], scale: Scale) -> list[Times]:
    """Return the times of tasks.

    A task starts after the last of the tasks that it names, wherever they are, and ends with the
    first start of those that it runs until. Where tasks share an id, the last one has it.
    """
    by_id = {task.id: index for index, task in enumerate(tasks) if task.end}
    starts: dict[int, datetime | None] = {}
    ends: dict[int, End | None] = {}
    for node in _in_order(_graph(tasks, by_id)):
        index, is_end = divmod(node, 2)
        task = tasks[index]
        if not is_end:
            starts[index] = _start(index, task, scale, ends, by_id)
        elif start := starts[index]:
            ends[index] = _end(task, start, scale, starts, by_id)
        else:
            ends[index] = None
    return [
        Times(starts[index], ends[index]) if index in ends else UNRESOLVED
        for index in range(len(tasks))
    ]


def _graph(tasks: Sequence[GanttTask], by_id: Mapping[str, int]) -> dict[int, set[int]]:
    """The times that each time depends on: twice the index for a start, one more for an end."""
    graph: dict[int, set[int]] = {}
    for index, task in enumerate(tasks):
        before = {index - 1} if index and not task.start else set()
        after = before | {by_id[each] for each in task.after if each in by_id}
        until = {by_id[each] for each in task.until if each in by_id}
        graph[2 * index] = {2 * other + 1 for other in after}
        graph[2 * index + 1] = {2 * other for other in (index, *until)}
    return graph


def _in_order(graph: Mapping[int, Iterable[int]]) -> Iterable[int]:
    """Yield the nodes after those that they depend on, without those that never can be."""
    sorter = TopologicalSorter(graph)
    with contextlib.suppress(CycleError):  # all others are still sorted
        sorter.prepare()
    while sorter.is_active():
        ready = sorter.get_ready()
        yield from ready
        sorter.done(*ready)


def _start(
    index: int,
    task: GanttTask,
    scale: Scale,
    ends: Mapping[int, End | None],
    by_id: Mapping[str, int],
) -> datetime | None:
    if not task.end:
        return None
    if not task.start:
        before = ends[index - 1] if index else None
        return before.time if before else scale.begin if not index else None
    if not task.after:
        return scale.read(task.start)
    known = [ends[by_id[each]] for each in task.after if each in by_id]
    times = [end.time for end in known if end]
    return max(times) if times and len(times) == len(known) else None


def _end(
    task: GanttTask,
    start: datetime,
    scale: Scale,
    starts: Mapping[int, datetime | None],
    by_id: Mapping[str, int],
) -> End | None:
    if not task.until:
        return scale.end(start, task.end)
    known = [starts[by_id[each]] for each in task.until if each in by_id]
    times = [time for time in known if time]
    return End(min(times), min(times)) if times and len(times) == len(known) else None
