"""A model of people at work on plans: it edits pages and knows what it did, day by day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random
from string import ascii_lowercase

from hypothesis import strategies as st

from bench.repository import Revision
from tests.history.histories import day, on


@dataclass(frozen=True)
class Job:
    """A task in the model. Its number is its own for ever."""

    number: int
    text: str
    is_done: bool = False


@dataclass
class World:
    """The pages as they are; what was done, on which day; and the commits."""

    pages: dict[str, list[Job]] = field(default_factory=lambda: {"plans/0.md": []})
    today: int = 1
    revisions: list[Revision] = field(default_factory=list)
    counts: dict[date, tuple[int, int]] = field(default_factory=dict)
    done_on: dict[int, date] = field(default_factory=dict)
    born_on: dict[int, date] = field(default_factory=dict)
    names: int = 1
    _jobs: int = 0
    _committed: dict[str, str] = field(default_factory=dict)

    def commit(self) -> None:
        """Commit all that differs from the last commit."""
        texts = {name: _written(jobs) for name, jobs in self.pages.items()}
        gone = dict.fromkeys(name for name in self._committed if name not in texts)
        files = {name: text for name, text in texts.items() if self._committed.get(name) != text}
        self.revisions.append(on(self.today, {**gone, **files}))
        self._committed = texts
        jobs = [job for several in self.pages.values() for job in several]
        self.counts[day(self.today)] = len(jobs), sum(job.is_done for job in jobs)

    def add(self, page: str, place: int) -> None:
        """Write a task, with words that no other one has."""
        self._jobs += 1
        number = self._jobs
        self.pages[page].insert(place, Job(number, _words(f"task {number}", 20)))
        self.born_on[number] = day(self.today)

    def toggle(self, page: str, place: int) -> None:
        """Tick or untick a task."""
        job = self.pages[page][place]
        self.pages[page][place] = replace(job, is_done=not job.is_done)
        if job.is_done:
            del self.done_on[job.number]
        else:
            self.done_on[job.number] = day(self.today)

    def reword(self, page: str, place: int) -> None:
        """Add a word to a task."""
        job = self.pages[page][place]
        self.pages[page][place] = replace(job, text=f"{job.text} {_words(job.text, 5)}")

    def remove(self, page: str, place: int) -> None:
        """Take a task out."""
        job = self.pages[page].pop(place)
        self.done_on.pop(job.number, None)

    def swap(self, page: str, place: int) -> None:
        """Move a task to the end of its page."""
        self.pages[page].append(self.pages[page].pop(place))

    def rename(self, page: str) -> None:
        """Give a page another name, in another folder."""
        self.names += 1
        self.pages[f"plans/{self.names % 3}/{self.names}.md"] = self.pages.pop(page)

    def start(self) -> None:
        """Begin another page."""
        self.names += 1
        self.pages[f"plans/{self.names}.md"] = []


def _words(key: str, length: int) -> str:
    """Letters that have hardly anything in common with those of another key."""
    return "".join(Random(key).choices(ascii_lowercase, k=length))


def _written(jobs: list[Job]) -> str:
    """A page whose lines stand apart from its tasks in many ways."""
    lines = ["# Plan", "", "Words that stay."]
    for at, job in enumerate(jobs):
        if at % 5 == 0:
            lines += ["", f"## Phase {at // 5 + 1}", ""]
        lines.append(f"- [{'x' if job.is_done else ' '}] {job.text}")
    return "\n".join(lines) + "\n"


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A world in which something was done on some days, in one or more commits a day."""
    world = World()
    act: dict[str, Callable[[str, int], None]] = {
        "toggle": world.toggle,
        "reword": world.reword,
        "remove": world.remove,
        "swap": world.swap,
    }
    for _ in range(draw(st.integers(1, 8))):
        _edit(draw, world, act)
        world.commit()
        world.today += draw(st.integers(0, 3))
    return world


def _edit(draw: st.DrawFn, world: World, act: dict[str, Callable[[str, int], None]]) -> None:
    """Edit for one commit; a task is edited in one way at most, and a page renamed alone."""
    if draw(st.integers(0, 9)) == 0:
        world.start()
    name = draw(st.sampled_from(sorted(world.pages)))
    if world.revisions and world.pages[name] and draw(st.integers(0, 5)) == 0:
        world.rename(name)
        return
    for _ in range(draw(st.integers(1, 4))):
        world.add(name, draw(st.integers(0, len(world.pages[name]))))
    old = [job.number for job in world.pages[name] if world.born_on[job.number] < day(world.today)]
    for number in draw(st.lists(st.sampled_from(old), unique=True, max_size=4)) if old else ():
        place = [job.number for job in world.pages[name]].index(number)
        act[draw(st.sampled_from(sorted(act)))](name, place)
