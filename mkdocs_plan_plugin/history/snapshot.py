"""Cache the history at the newest commit, for fast builds without new commits."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs_plan_plugin.history import store
from mkdocs_plan_plugin.history.events import Change, FileHistory, Step, TaskHistory
from mkdocs_plan_plugin.history.git import Head

_CHANGES = tuple(Change)


class Committed(NamedTuple):
    """A committed page.

    `text_id` is the id of its text as a blob. `history` is None if the file is not text.
    """

    text_id: str
    history: FileHistory | None


class Snapshot(NamedTuple):
    """The pages of a repository at its newest commit, by their paths in it.

    `newest` is the latest day of the newest commit and of the commits that changed the pages.
    """

    newest: date
    files: Mapping[str, Committed]


def signature(reading: str, head: Head, paths: Collection[str]) -> str:
    """Return a digest of a snapshot's sources: the reading rules, the commit and the paths."""
    return store.digest(reading, head.commit, head.day.isoformat(), *sorted(paths))


def load(path: Path, signed: str) -> Snapshot | None:
    """Read a snapshot; return None if it is damaged or has another signature."""
    try:
        return _unpack(store.load(path, signed))
    except store.MALFORMED:
        return None


def save(path: Path, signed: str, snapshot: Snapshot) -> None:
    """Write a snapshot."""
    headings, steps = store.Table(), store.Table()
    files = {name: _pack(file, headings, steps) for name, file in snapshot.files.items()}
    packed = [
        [[day.toordinal(), _CHANGES.index(change)] for day, change in several]
        for several in steps.values
    ]
    store.save(path, signed, [snapshot.newest.toordinal(), headings.values, packed, files])


def _pack(file: Committed, headings: store.Table, steps: store.Table) -> Any:
    if not file.history:
        return None
    tasks = [
        [task.text, headings.number(task.heading), task.line, steps.number(task.steps)]
        for task in file.history.tasks
    ]
    return [file.text_id, file.history.last_activity.toordinal(), tasks]


def _unpack(content: Any) -> Snapshot:
    """Restore a packed snapshot.

    Raises:
        One of MALFORMED: The content is not what was packed.
    """
    newest, headings, packed, files = content
    steps = [
        tuple([Step(date.fromordinal(day), _CHANGES[change]) for day, change in several])
        for several in packed
    ]
    store.require(all(steps) and all(isinstance(title, str) for title in headings))
    return Snapshot(
        date.fromordinal(newest),
        {name: _committed(name, file, headings, steps) for name, file in files.items()},
    )


def _committed(
    name: str, file: Any, headings: list[str], steps: list[tuple[Step, ...]]
) -> Committed:
    if file is None:
        return Committed("", None)
    text_id, last_activity, tasks = file
    store.require(isinstance(text_id, str))
    store.require(all(isinstance(text, str) for text, *_ in tasks))
    store.require(all(line is None or type(line) is int for _, _, line, _ in tasks))
    found = [TaskHistory(text, headings[title], line, steps[at]) for text, title, line, at in tasks]
    return Committed(text_id, FileHistory(name, tuple(found), date.fromordinal(last_activity)))
