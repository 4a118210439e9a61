"""What happened to the tasks of one page: its changes of all branches, one after the other.

What counts is what changes on the main line; when it was done, a branch may know better. So what
was done on a branch was done on its day and not when it was merged, and what was done on two
branches was done on the earlier day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from mkdocs_plan_plugin.history.events import Change, FileHistory, Step, TaskHistory
from mkdocs_plan_plugin.history.matching import NONE, match
from mkdocs_plan_plugin.history.versions import NO_TASKS, TICKED, Outline, TaskList

NO_FILE = ""
"""Stands for a blob where there is no file."""
OPEN, GONE = " ", ""
_CHANGES = {TICKED: Change.TICKED, OPEN: Change.UNTICKED, GONE: Change.REMOVED}


class _Known(NamedTuple):
    """A version that has been seen: its tasks, the number of each, and the day it came about."""

    tasks: TaskList
    numbers: tuple[int, ...]
    day: date


class PageTicks:
    """The tasks that a page has or had. The number of one stays when its text changes."""

    def __init__(self) -> None:
        self._versions = {NO_FILE: _Known(NO_TASKS, (), date.min)}
        self._last = self._versions[NO_FILE]
        self._steps: list[list[Step]] = []
        self._waiting: dict[int, list[tuple[str, date]]] = {}
        self._by_text: dict[str, dict[int, None]] = {}
        self._removed: dict[int, tuple[str, str]] = {}

    @classmethod
    def of(cls, file: FileHistory, blob: str) -> PageTicks:
        """Go on from what is known of a page at a version."""
        page = cls()
        page._steps = [list(task.steps) for task in file.tasks]
        for number, task in enumerate(file.tasks):
            page._by_text.setdefault(task.text, {})[number] = None
            if task.line is None:
                page._removed[number] = task.text, task.heading
        tasks = task_list_of(file)
        known = _Known(tasks, tuple(range(len(tasks.ticks))), file.last_activity)
        page._versions[blob] = known
        return page

    def change(
        self,
        before: str,
        after: str,
        tasks: TaskList | None,
        day: date,
        *,
        is_main: bool = True,
        is_merge: bool = False,
    ) -> None:
        """Take in what a commit does to the page.

        Args:
            before: The blob that it replaces.
            after: The blob that it leaves.
            tasks: What the latter holds; None: for all that can be known, the same as before.
            day: That of the commit.
            is_main: Whether it is on the main line.
            is_merge: Whether it may have the text from another branch, where it is older.
        """
        old = self._versions.get(before) or self._versions[NO_FILE]
        new = self._versions.get(after)
        if not new:
            tasks = old.tasks if tasks is None else tasks
            like = old if before else self._last  # it may have been there, or on another branch
            new = _Known(tasks, self._numbers(like, tasks.outline), max(day, old.day))
            self._versions[after] = new
        elif after and not is_merge:
            new = self._versions[after] = new._replace(day=max(day, old.day))
        self._compare(old, new, day, is_main)
        if after:
            self._last = new

    def history(self, path: str, blob: str) -> FileHistory:
        """What led to a version: its tasks, and those that were removed."""
        (outline, _), numbers, day = self._versions[blob]
        tasks = [
            TaskHistory(text, heading, line, tuple(self._steps[number]))
            for text, heading, line, number in zip(*outline, numbers, strict=True)
        ]
        live = set(numbers)
        tasks += [
            TaskHistory(*self._removed[number], None, tuple(steps))
            for number, steps in enumerate(self._steps)
            if number not in live and steps and steps[-1].change is Change.REMOVED
        ]
        return FileHistory(path, tuple(tasks), day)

    def _numbers(self, old: _Known, outline: Outline) -> tuple[int, ...]:
        """Which task each of a new version is: one of the old, of another version, or a new one."""
        texts = old.tasks.outline.texts
        if outline.texts == texts:
            return old.numbers
        places = match(old.tasks.outline, outline)
        taken = {old.numbers[place] for place in places if place != NONE}
        others: dict[str, Iterator[int]] = {}
        numbers = []
        for text, place in zip(outline.texts, places, strict=True):
            if place == NONE:
                if text not in others:
                    others[text] = iter(tuple(self._by_text.get(text, ())))
                number = next((one for one in others[text] if one not in taken), NONE)
                if number == NONE:
                    number = len(self._steps)
                    self._steps.append([])
                taken.add(number)
            else:
                number = old.numbers[place]
            if place == NONE or texts[place] != text:
                self._by_text.setdefault(text, {})[number] = None
            numbers.append(number)
        return tuple(numbers)

    def _compare(self, old: _Known, new: _Known, day: date, is_main: bool) -> None:
        """Find the tasks that the two versions do not have alike."""
        if old.numbers == new.numbers and old.tasks.ticks == new.tasks.ticks:
            return
        act = self._become if is_main else self._wait
        was = dict(zip(old.numbers, old.tasks.ticks, strict=True))
        for number, tick in zip(new.numbers, new.tasks.ticks, strict=True):
            before = was.pop(number, GONE)
            if before != tick:
                act(number, before, tick, day)
        for number, before in was.items():
            act(number, before, GONE, day)
        if was and is_main:
            outline = old.tasks.outline
            for number, *said in zip(old.numbers, outline.texts, outline.headings, strict=True):
                if number in was:
                    self._removed[number] = said[0], said[1]

    def _wait(self, number: int, before: str, tick: str, day: date) -> None:
        """Remember what is done on a branch."""
        waiting = self._waiting.setdefault(number, [])
        # What is new on one branch and open unticks nothing that another has ticked.
        if before or tick != OPEN or not waiting:
            waiting.append((tick, day))

    def _become(self, number: int, before: str, tick: str, day: date) -> None:
        """Add what is done on the main line, on the day on which a branch did it, if one did."""
        steps, waiting = self._steps[number], self._waiting.get(number, [])
        since = day
        for state, when in reversed(waiting):
            if state != tick:
                break
            since = when
        change = _CHANGES[tick]
        # Of two files that are one page, a step may be known from the other.
        if not steps or steps[-1].change is Change.REMOVED:
            if not tick:
                return
            _add(steps, Change.APPEARED, next((when for state, when in waiting if state), day))
        if before or tick == TICKED:
            last = steps[-1].change
            if change is not last and (change, last) != (Change.UNTICKED, Change.APPEARED):
                _add(steps, change, since)
            self._waiting.pop(number, None)


def advanced(file: FileHistory, tasks: TaskList, day: date) -> FileHistory:
    """The history of a page that is changed on a day, and not committed."""
    page = PageTicks.of(file, "committed")
    page.change("committed", "now", tasks, day)
    return replace(page.history(file.path, "now"), dirty=True)


def task_list_of(file: FileHistory) -> TaskList:
    """The tasks that are on a page."""
    live = [task for task in file.tasks if task.line is not None]
    outline = Outline(
        tuple([task.text for task in live]),
        tuple([task.heading for task in live]),
        tuple([task.line for task in live if task.line is not None]),
    )
    return TaskList(outline, "".join(TICKED if task.is_ticked else " " for task in live))


def _add(steps: list[Step], change: Change, day: date) -> None:
    """Add a step; a day before that of the last one is a clock that was wrong, or a rebase."""
    steps.append(Step(max(day, steps[-1].day) if steps else day, change))
