"""What happened to the tasks of a file that two branches have changed, as their merge leaves it.

What was done on a branch was done on its day, and not when it was merged. What was done on both
was done on the earlier day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mkdocs_plan_plugin.history.events import Change, Step
from mkdocs_plan_plugin.history.matching import NONE, match
from mkdocs_plan_plugin.history.scans import Scan
from mkdocs_plan_plugin.history.tracks import (
    TICKED,
    FileState,
    Gone,
    Track,
    Trail,
    begin,
)


def join(
    states: Sequence[FileState], blob: str, scan: Scan, day: date, numbers: Iterator[int]
) -> FileState:
    """The file after a merge.

    Args:
        states: The file on each branch that has or had it, the first parent's first.
        blob: What the merge leaves.
        scan: Its boxes.
        day: That of the merge, for what no branch has done.
        numbers: Gives numbers to tasks that no branch has.
    """
    only = _only(states, blob)
    if only:
        return only
    places = [match(state.scan.outline, scan.outline) for state in states]
    gone = _gone_by_text(states)
    first = (Step(day, Change.APPEARED),)
    used: set[int] = set()
    tracks = []
    for at, text in enumerate(scan.outline.texts):
        found = [
            state.tracks[place[at]]
            for state, place in zip(states, places, strict=True)
            if place[at] != NONE and state.tracks[place[at]].number not in used
        ]
        used.update(track.number for track in found)
        is_ticked = scan.ticks[at] == TICKED
        track = choose(found, is_ticked) if found else begin(text, gone, first, numbers)
        used.add(track.number)
        tracks.append(track.become(is_ticked, day))
    left = _left(states, used, day)
    trail = Trail(next(numbers), tuple(state.trail for state in states))
    touched = _touched(states, blob, day)
    return FileState(states[0].number, trail, blob, scan, tuple(tracks), left, touched)


def _only(states: Sequence[FileState], blob: str) -> FileState | None:
    """The state that the merge leaves as it is, where no other branch has changed the file."""
    for state in states:
        if state.blob == blob and all(state.trail.follows(other.trail) for other in states):
            return state
    return None


def choose(tracks: Sequence[Track], is_ticked: bool) -> Track:
    """Which of a task's tracks is the one of the merge: one that ends as the merge does.

    Where one goes on where another ends, it is that; where each goes on its own way, it is the
    one that arrived first.
    """
    agreeing = [track for track in tracks if track.is_ticked == is_ticked] or list(tracks[:1])
    longest = [track for track in agreeing if not any(_continues(b, track) for b in agreeing)]
    best = min(longest, key=lambda track: (track.steps[-1].day, len(track.steps)))
    first = min(track.steps[0] for track in tracks)
    return best if best.steps[0] <= first else Track(best.number, (first, *best.steps[1:]))


def _continues(longer: Track, shorter: Track) -> bool:
    size = len(shorter.steps)
    return len(longer.steps) > size and longer.steps[:size] == shorter.steps


def _gone_by_text(states: Sequence[FileState]) -> list[Gone]:
    """What is gone on any branch, each task once."""
    found: dict[int, Gone] = {}
    for state in states:
        for other in state.gone:
            found.setdefault(other.track.number, other)
    return list(found.values())


def _left(states: Sequence[FileState], used: set[int], day: date) -> tuple[Gone, ...]:
    """What is gone after the merge: on the day a branch removed it, else on that of the merge."""
    found: dict[int, Gone] = {}
    for state in states:
        for other in state.gone:
            known = found.get(other.track.number)
            if not known or _rank(other) < _rank(known):
                found[other.track.number] = other
    for state in states:
        outline = state.scan.outline
        for at, track in enumerate(state.tracks):
            if track.number not in used and track.number not in found:
                removed = track.add(day, Change.REMOVED)
                found[track.number] = Gone(removed, outline.texts[at], outline.headings[at])
    return tuple(other for number, other in found.items() if number not in used)


def _rank(gone: Gone) -> tuple[bool, date]:
    """What has moved is in another file, so it comes before what is gone."""
    return not gone.has_moved, gone.track.steps[-1].day


def _touched(states: Sequence[FileState], blob: str, day: date) -> date:
    same = [state.touched for state in states if state.blob == blob]
    return min(same) if same else max(day, *(state.touched for state in states))
