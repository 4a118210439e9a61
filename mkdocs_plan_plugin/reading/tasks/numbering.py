"""Nest tasks by their numbers: `2.1 Cut` is part of `2. Frame`, also at the same indent."""

from __future__ import annotations

import re

from mkdocs_plan_plugin.reading.tasks.phases import read_phase_heading
from mkdocs_plan_plugin.reading.tasks.task_ids import task_id

_NUMBERED = re.compile(r"(\D*)(\d+(?:\.\d+)*)")

Place = tuple[int | None, int | None]
"""The section of a list, and the item that it is nested in."""
_Key = tuple[Place, str, tuple[int, ...]]


class Numbering:
    """The numbered tasks of a page so far.

    Only tasks in one section that are nested in the same item are compared. The parts of a task
    begin with 0 or 1, because `1.5` between `1` and `2` is a task that was put in later.
    """

    def __init__(self) -> None:
        self._tasks: dict[_Key, int] = {}
        self._with_parts: set[_Key] = set()

    def add(self, text: str, place: Place, index: int) -> int | None:
        """Add a task by its index; return that of the task whose part it is by its number."""
        key = _key(text, place)
        if key is None:
            return None
        outer = self._outer(key) if len(key[2]) > 1 else None
        self._tasks[key] = index
        self._with_parts.discard(key)
        return outer

    def _outer(self, key: _Key) -> int | None:
        whole = (*key[:2], key[2][:-1])
        if whole not in self._tasks or not (key[2][-1] == 1 or whole in self._with_parts):
            return None
        self._with_parts.add(whole)
        return self._tasks[whole]


def _key(text: str, place: Place) -> _Key | None:
    match = _NUMBERED.fullmatch(task_id(text) or _step(text))
    if not match:
        return None
    number = tuple(map(int, match[2].split(".")))
    # `1.0 Frame` heads `1.1`, `1.2`.
    return place, match[1], number[:-1] if len(number) > 1 and not number[-1] else number


def _step(text: str) -> str:
    """Return `step 2.1` of `Step 2.1: Cut`, which is no id that could be linked."""
    heading = read_phase_heading(text)
    return f"step {heading.number}" if heading and heading.kind == "step" else ""
