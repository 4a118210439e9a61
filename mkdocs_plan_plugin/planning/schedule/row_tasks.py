"""Find the task that a row of a schedule stands for: a box in a list, a row of a status table.

A row of a gantt chart or of another table can also have the name or the id of a task.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from mkdocs_plan_plugin.model import (
    Bar,
    CountedTask,
    Exclusion,
    Location,
    Phase,
    Progress,
    ScheduleEntry,
    State,
)
from mkdocs_plan_plugin.reading import plain_name
from mkdocs_plan_plugin.reading.tasks import task_id

_Key = tuple[str, str]


class RowTasks:
    """The tasks of a plan, by their line, and by their name and id in a phase or anywhere.

    Most schedules have rows for phases only, so tasks are indexed on first use.
    """

    def __init__(self, tasks: Iterable[CountedTask], phases: Iterable[Phase]) -> None:
        self._tasks = tasks
        self._phases = phases

    @cached_property
    def _at(self) -> Mapping[tuple[str, int], CountedTask]:
        return {(entry.path, entry.task.line): entry for entry in self._tasks}

    @cached_property
    def _named(self) -> Mapping[tuple[_Key, Location | None], Sequence[CountedTask]]:
        found: defaultdict[tuple[_Key, Location | None], list[CountedTask]] = defaultdict(list)
        groups = [(phase.location, phase.entries) for phase in self._phases]
        for place, entries in [(None, self._at.values()), *groups]:
            for entry in entries:
                for key in _keys(entry.task.text):
                    found[key, place].append(entry)
        return found

    def find(self, path: str, row: ScheduleEntry, within: Phase | None) -> CountedTask | None:
        """Return the one task that a row stands for, or None.

        Args:
            path: The page of the row.
            row: The row.
            within: The phase that the row is a part of, which decides between equal names.
        """
        if (path, row.line) in self._at:
            return self._at[path, row.line]
        for key in _keys(row.name):
            for place in (within.location, None) if within else (None,):
                found = self._named.get((key, place), ())
                if len(found) == 1:
                    return found[0]
        return None


def with_task(bar: Bar, entry: CountedTask) -> Bar:
    """Return the row of a task, with its place and its progress."""
    line = entry.task.line
    bar = replace(bar, location=Location(entry.path, entry.task.section), line=line)
    if entry.exclusion is Exclusion.CANCELLED:
        return replace(bar, state=State.CANCELLED)
    if entry.exclusion is Exclusion.OPTIONAL:  # it may never be done
        return replace(bar, state=State.DONE if entry.is_done else None)
    return replace(bar, progress=Progress.of([entry._replace(exclusion=None)]))


def _keys(name: str) -> Iterator[_Key]:
    """Yield the keys of a name, the most reliable first. A number alone is no id."""
    if plain := plain_name(name):
        yield "name", plain
    own = task_id(name)
    if any(letter.isalpha() for letter in own):
        yield "id", own.casefold()
