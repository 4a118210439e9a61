"""Remembers what is known at the newest commit, so that a build without another one is quick."""

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
    """A page as it is committed.

    `text_id` is the id of its text as a blob; there is no history where the page is no text.
    """

    text_id: str
    history: FileHistory | None


class Snapshot(NamedTuple):
    """The pages of a repository at its newest commit, by their paths there, and a day.

    That is the latest of the newest commit and of all that changed the pages.
    """

    newest: date
    files: Mapping[str, Committed]


def signature(reading: str, head: Head, paths: Collection[str]) -> str:
    """What a snapshot follows from: how pages are read, the commit, and what was asked for."""
    return store.digest(reading, head.commit, head.day.isoformat(), *sorted(paths))


def load(path: Path, signed: str) -> Snapshot | None:
    """Read a snapshot; None unless it has this signature and is whole."""
    try:
        return _unpack(store.load(path, signed))
    except store.MALFORMED:
        return None


def save(path: Path, signed: str, snapshot: Snapshot) -> None:
    """Write a snapshot."""
    headings, steps = store.Table(), store.Table()
    files = {name: _packed(file, headings, steps) for name, file in snapshot.files.items()}
    packed = [
        [[day.toordinal(), _CHANGES.index(change)] for day, change in several]
        for several in steps.things
    ]
    store.save(path, signed, [snapshot.newest.toordinal(), headings.things, packed, files])


def _packed(file: Committed, headings: store.Table, steps: store.Table) -> Any:
    if not file.history:
        return None
    tasks = [
        [task.text, headings.number(task.heading), task.line, steps.number(task.steps)]
        for task in file.history.tasks
    ]
    return [file.text_id, file.history.last_activity.toordinal(), tasks]


def _unpack(content: Any) -> Snapshot:
    """Take apart what was packed.

    Raises:
        One of MALFORMED: It is something else.
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
    text_id, touched, tasks = file
    store.require(isinstance(text_id, str))
    store.require(all(isinstance(text, str) for text, *_ in tasks))
    store.require(all(line is None or type(line) is int for _, _, line, _ in tasks))
    found = [TaskHistory(text, headings[title], line, steps[at]) for text, title, line, at in tasks]
    return Committed(text_id, FileHistory(name, tuple(found), date.fromordinal(touched)))
