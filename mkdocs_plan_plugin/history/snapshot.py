"""Remembers what is known at the newest commit, so that nothing is replayed until there is another.

That is what makes each build of a server that watches the pages a quick one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs_plan_plugin.history import (
    cache,
    events,
    log,
    matching,
    merging,
    relevance,
    renames,
    replay,
    store,
    tracks,
)
from mkdocs_plan_plugin.history.events import Change, Step
from mkdocs_plan_plugin.history.log import Head
from mkdocs_plan_plugin.history.tracks import FileState, Gone, Track, Trail

_PARTS = (cache, events, log, matching, merging, relevance, renames, replay, store, tracks)
_CHANGES = tuple(Change)


class Committed(NamedTuple):
    """A file as it is committed.

    `text_id` is the id of its text as a blob; it is empty where the file is no text.
    """

    state: FileState
    text_id: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The files of a repository at its newest commit, and the day of that."""

    newest: date
    files: Mapping[str, Committed]


def signature(scans: str, head: Head, paths: Collection[str]) -> str:
    """What a snapshot follows from: the scans, the commit, and which files were asked for."""
    day = head.day.isoformat()
    return store.sign(store.source(_PARTS), scans, head.commit, day, *sorted(paths))


def load(path: Path, signed: str) -> Snapshot | None:
    """Read a snapshot; None unless it has this signature and is whole."""
    try:
        return _unpack(store.load(path, signed))
    except store.WRONG:
        return None


def save(path: Path, signed: str, snapshot: Snapshot) -> None:
    """Write a snapshot."""
    headings, steps = store.Table(), store.Table()
    files = {name: _packed(file, headings, steps) for name, file in snapshot.files.items()}
    packed = [
        [[day.toordinal(), _CHANGES.index(change)] for day, change in s] for s in steps.things
    ]
    store.save(path, signed, [snapshot.newest.toordinal(), headings.things, packed, files])


def _packed(file: Committed, headings: store.Table, steps: store.Table) -> Any:
    state, text_id = file
    outline = state.scan.outline
    gone = [
        [steps.number(other.track.steps), other.text, headings.number(other.heading)]
        for other in state.gone
        if not other.has_moved
    ]
    return [
        [state.number, state.blob, text_id, state.touched.toordinal(), state.scan.ticks],
        [outline.texts, headings.numbers(outline.headings), outline.lines],
        steps.numbers(track.steps for track in state.tracks),
        gone,
    ]


def _unpack(content: Any) -> Snapshot:
    """Take apart what was packed.

    Raises:
        One of WRONG: It is something else.
    """
    newest, headings, packed, files = content
    steps = [
        tuple(Step(date.fromordinal(day), _CHANGES[change]) for day, change in several)
        for several in packed
    ]
    store.check(all(steps) and all(isinstance(title, str) for title in headings))
    numbers = count(1 + max((file[0][0] for file in files.values()), default=0))
    return Snapshot(
        date.fromordinal(newest),
        {name: _committed(file, headings, steps, numbers) for name, file in files.items()},
    )


def _committed(
    file: Any, headings: list[str], steps: list[tuple[Step, ...]], numbers: Iterator[int]
) -> Committed:
    (number, blob, text_id, touched, ticks), (texts, titles, lines), of_tasks, of_gone = file
    store.check(all(isinstance(text, str) for text in (blob, text_id, ticks, *texts)))
    outline = cache.outline_of(texts, [headings[title] for title in titles], lines)
    store.check(len(of_tasks) == len(texts))
    found = tuple([Track(next(numbers), steps[at]) for at in of_tasks])
    gone = tuple(
        Gone(Track(next(numbers), steps[at]), text, headings[title]) for at, text, title in of_gone
    )
    scan = cache.scan_of(outline, ticks)
    trail = Trail(next(numbers))
    day = date.fromordinal(touched)
    return Committed(FileState(number, trail, blob, scan, found, gone, day), text_id)
