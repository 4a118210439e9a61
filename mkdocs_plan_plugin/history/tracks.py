"""What happened to the tasks of one file up to some commit, and how a new version adds to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from mkdocs_plan_plugin.history.events import Change, Step
from mkdocs_plan_plugin.history.matching import NONE, match
from mkdocs_plan_plugin.history.scans import NOTHING, Scan

TICKED = "x"


class Track(NamedTuple):
    """What happened to one task. Its number stays when its text changes."""

    number: int
    steps: tuple[Step, ...]

    @property
    def is_ticked(self) -> bool:
        """Whether it is ticked at its end."""
        return self.steps[-1].change is Change.TICKED

    def add(self, day: date, change: Change) -> Track:
        """Add a change; a day before the last one is a clock that was wrong, or a rebase."""
        return Track(self.number, (*self.steps, Step(max(day, self.steps[-1].day), change)))

    def become(self, is_ticked: bool, day: date) -> Track:
        """Add what makes it ticked or not, if it is otherwise."""
        if is_ticked == self.is_ticked:
            return self
        return self.add(day, Change.TICKED if is_ticked else Change.UNTICKED)


class Gone(NamedTuple):
    """A task that is not in its file any more; one that `has_moved` is in another."""

    track: Track
    text: str
    heading: str
    has_moved: bool = False


class Trail(NamedTuple):
    """A state by number, and those that it follows from, which have lower ones."""

    number: int
    before: tuple[Trail, ...] = ()

    def follows(self, other: Trail) -> bool:
        """Whether a state is, or comes at some remove from, another."""
        seen: set[int] = set()
        waiting = [self]
        while waiting:
            trail = waiting.pop()
            if trail.number == other.number:
                return True
            if trail.number > other.number and trail.number not in seen:
                seen.add(trail.number)
                waiting += trail.before
        return False


@dataclass(frozen=True, slots=True)
class FileState:
    """A file at some commit. A number of its own stays with it when it is renamed.

    `blob` is empty where there is no file (any more). `tracks` are those of the boxes of `scan`.
    """

    number: int
    trail: Trail
    blob: str
    scan: Scan
    tracks: tuple[Track, ...]
    gone: tuple[Gone, ...]
    touched: date


@dataclass(slots=True)
class Draft:
    """A file between two versions: what is matched, and what tasks go to or come from others."""

    path: str
    old: FileState | None
    blob: str
    scan: Scan
    places: list[int]
    """For each box, that in the old version."""
    lost: list[int]
    fresh: list[int]
    taken: dict[int, Track] = field(default_factory=dict)
    """Tasks from other files, by the box that they are now."""
    given: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, path: str, old: FileState | None, blob: str, scan: Scan) -> Draft:
        """Compare a new version with what was there."""
        before = old.scan if old else NOTHING
        places = match(before.outline, scan.outline)
        kept = set(places)
        lost = [at for at in range(len(before.ticks)) if at not in kept]
        fresh = [at for at, place in enumerate(places) if place == NONE]
        return cls(path, old, blob, scan, places, lost, fresh)

    def finish(self, day: date, numbers: Iterator[int]) -> FileState:
        """The file as the new version leaves it."""
        old = self.old
        if not old and not self.taken:
            return self._begin(day, numbers)
        gone = list(old.gone) if old else []
        _drop(gone, {track.number for track in self.taken.values()})
        first = (Step(day, Change.APPEARED),)
        tracks = [self._track(at, gone, first, numbers) for at in range(len(self.places))]
        if old:
            gone += [self._gone(old, at, day) for at in self.lost]
        trail = Trail(next(numbers), (old.trail,) if old else ())
        number = old.number if old else trail.number
        touched = max(day, old.touched) if old else day
        return FileState(number, trail, self.blob, self.scan, tuple(tracks), tuple(gone), touched)

    def _begin(self, day: date, numbers: Iterator[int]) -> FileState:
        """The file as its first version leaves it."""
        first = (Step(day, Change.APPEARED),)
        both = (*first, Step(day, Change.TICKED))
        tracks = [
            Track(number, both if tick == TICKED else first)
            for tick, number in zip(self.scan.ticks, numbers, strict=False)
        ]
        trail = Trail(next(numbers))
        return FileState(trail.number, trail, self.blob, self.scan, tuple(tracks), (), day)

    def _track(
        self, at: int, gone: list[Gone], first: tuple[Step], numbers: Iterator[int]
    ) -> Track:
        place = self.places[at]
        if place != NONE and self.old:
            track = self.old.tracks[place]
        elif at in self.taken:
            track = self.taken[at]
        else:
            track = begin(self.scan.outline.texts[at], gone, first, numbers)
        return track.become(self.scan.ticks[at] == TICKED, first[0].day)

    def _gone(self, old: FileState, at: int, day: date) -> Gone:
        has_moved = at in self.given
        track = old.tracks[at] if has_moved else old.tracks[at].add(day, Change.REMOVED)
        outline = old.scan.outline
        return Gone(track, outline.texts[at], outline.headings[at], has_moved)


def begin(text: str, gone: list[Gone], first: tuple[Step], numbers: Iterator[int]) -> Track:
    """The track of a task that appears: that of one with its text that was removed, or a new one.

    What comes back is taken out of what is gone. `first` is the step of a new one.
    """
    for at, other in enumerate(gone):
        if other.text == text and not other.has_moved:
            del gone[at]
            return other.track.add(*first[0])
    return Track(next(numbers), first)


def retick(old: FileState, blob: str, scan: Scan, day: date, numbers: Iterator[int]) -> FileState:
    """The file after a version that has the same tasks, which most versions have."""
    tracks = old.tracks
    if scan.ticks != old.scan.ticks:
        changed = list(tracks)
        for at, (was, is_now) in enumerate(zip(old.scan.ticks, scan.ticks, strict=True)):
            if was != is_now:
                changed[at] = tracks[at].become(is_now == TICKED, day)
        tracks = tuple(changed)
    trail = Trail(next(numbers), (old.trail,))
    return FileState(old.number, trail, blob, scan, tracks, old.gone, max(day, old.touched))


def move(drafts: Mapping[str, Draft]) -> None:
    """Let tasks go from one file to another, when a commit takes them out and puts them in."""
    givers = [draft for draft in drafts.values() if draft.lost]
    takers = [draft for draft in drafts.values() if draft.fresh]
    if not givers or not takers:
        return
    offered: dict[str, list[tuple[Draft, int]]] = {}
    for draft in givers:
        for at in draft.lost:
            text = _old_text(draft, at)
            offered.setdefault(text, []).append((draft, at))
    for taker in takers:
        for at in taker.fresh:
            text = taker.scan.outline.texts[at]
            for offer in offered.get(text, ()):
                if offer[0] is not taker and _may_move(offer[0].path, taker.path, text):
                    _give(offer, taker, at)
                    offered[text].remove(offer)
                    break


# A text so long is not by chance the same in two plans.
_TELLING = 24


def _may_move(source: str, target: str, text: str) -> bool:
    """Whether one text in two files is one task: by its length, or as they stand together."""
    if len(text) >= _TELLING:
        return True
    one, other = source.rpartition("/")[0], target.rpartition("/")[0]
    return one == other or f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def _give(offer: tuple[Draft, int], taker: Draft, at: int) -> None:
    giver, place = offer
    if giver.old:
        taker.taken[at] = giver.old.tracks[place]
        giver.given.add(place)


def _old_text(draft: Draft, at: int) -> str:
    return draft.old.scan.outline.texts[at] if draft.old else ""


def _drop(gone: list[Gone], numbers: set[int]) -> None:
    if numbers:
        gone[:] = [other for other in gone if other.track.number not in numbers]
