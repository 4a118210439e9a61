"""Track the tasks of one page through its changes on all branches.

The main line determines what changed, but a branch can date it more precisely: work that was done
on a branch has the day of its commit there, not of the merge, and work that was done on two
branches has the earlier day.
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
"""The blob of a missing file."""
OPEN, GONE = " ", ""
_CHANGES = {TICKED: Change.TICKED, OPEN: Change.UNTICKED, GONE: Change.REMOVED}


class _KnownVersion(NamedTuple):
    """A version of the page: its tasks, their numbers, and the day of the change."""

    tasks: TaskList
    numbers: tuple[int, ...]
    day: date


class PageTicks:
    """The tasks that a page has or had. A task keeps its number when its text changes."""

    def __init__(self) -> None:
        self._versions = {NO_FILE: _KnownVersion(NO_TASKS, (), date.min)}
        self._last = self._versions[NO_FILE]
        self._steps: list[list[Step]] = []
        self._pending: dict[int, list[tuple[str, date]]] = {}
        self._by_text: dict[str, dict[int, None]] = {}
        self._removed: dict[int, tuple[str, str]] = {}

    @classmethod
    def of(cls, file: FileHistory, blob: str) -> PageTicks:
        """Continue from the history of a page at a version."""
        page = cls()
        page._steps = [list(task.steps) for task in file.tasks]
        for number, task in enumerate(file.tasks):
            page._by_text.setdefault(task.text, {})[number] = None
            if task.line is None:
                page._removed[number] = task.text, task.heading
        tasks = task_list_of(file)
        known = _KnownVersion(tasks, tuple(range(len(tasks.ticks))), file.last_activity)
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
        """Apply the change of a commit.

        Args:
            before: The blob before the commit.
            after: The blob after the commit.
            tasks: The tasks of the latter, or None if it is not text, and so assumed unchanged.
            day: The day of the commit.
            is_main: Whether the commit is on the main line.
            is_merge: Whether the text can come from another branch, where it is older.
        """
        old = self._versions.get(before) or self._versions[NO_FILE]
        new = self._versions.get(after)
        if not new:
            tasks = old.tasks if tasks is None else tasks
            base = old if before else self._last  # the page can have existed before, or elsewhere
            new = _KnownVersion(tasks, self._numbers(base, tasks.outline), max(day, old.day))
            self._versions[after] = new
        elif after and not is_merge:
            new = self._versions[after] = new._replace(day=max(day, old.day))
        self._compare(old, new, day, is_main)
        if after:
            self._last = new

    def history(self, path: str, blob: str) -> FileHistory:
        """Return the history up to a version: of its tasks, and of removed tasks."""
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

    def _numbers(self, old: _KnownVersion, outline: Outline) -> tuple[int, ...]:
        """The number of each task of a new version: from the old or another version, or new."""
        texts = old.tasks.outline.texts
        if outline.texts == texts:
            return old.numbers
        matches = match(old.tasks.outline, outline)
        taken = {old.numbers[index] for index in matches if index != NONE}
        others: dict[str, Iterator[int]] = {}
        numbers = []
        for text, index in zip(outline.texts, matches, strict=True):
            if index == NONE:
                if text not in others:
                    others[text] = iter(tuple(self._by_text.get(text, ())))
                number = next((one for one in others[text] if one not in taken), NONE)
                if number == NONE:
                    number = len(self._steps)
                    self._steps.append([])
                taken.add(number)
            else:
                number = old.numbers[index]
            if index == NONE or texts[index] != text:
                self._by_text.setdefault(text, {})[number] = None
            numbers.append(number)
        return tuple(numbers)

    def _compare(self, old: _KnownVersion, new: _KnownVersion, day: date, is_main: bool) -> None:
        """Record the tasks that differ between two versions."""
        if old.numbers == new.numbers and old.tasks.ticks == new.tasks.ticks:
            return
        record = self._record if is_main else self._record_on_branch
        was = dict(zip(old.numbers, old.tasks.ticks, strict=True))
        for number, tick in zip(new.numbers, new.tasks.ticks, strict=True):
            before = was.pop(number, GONE)
            if before != tick:
                record(number, before, tick, day)
        for number, before in was.items():
            record(number, before, GONE, day)
        if was and is_main:
            outline = old.tasks.outline
            for number, text, heading in zip(
                old.numbers, outline.texts, outline.headings, strict=True
            ):
                if number in was:
                    self._removed[number] = text, heading

    def _record_on_branch(self, number: int, before: str, tick: str, day: date) -> None:
        """Record a change on a branch."""
        pending = self._pending.setdefault(number, [])
        # A new open task on one branch does not untick one that another branch has ticked.
        if before or tick != OPEN or not pending:
            pending.append((tick, day))

    def _record(self, number: int, before: str, tick: str, day: date) -> None:
        """Record a change on the main line, with the day of the change on a branch, if any."""
        steps, pending = self._steps[number], self._pending.get(number, [])
        since = day
        for state, when in reversed(pending):
            if state != tick:
                break
            since = when
        change = _CHANGES[tick]
        # If two files are one page, a step can be known from the other file.
        if not steps or steps[-1].change is Change.REMOVED:
            if not tick:
                return
            _add(steps, Change.APPEARED, next((when for state, when in pending if state), day))
        if before or tick == TICKED:
            last = steps[-1].change
            if change is not last and (change, last) != (Change.UNTICKED, Change.APPEARED):
                _add(steps, change, since)
            self._pending.pop(number, None)


def advanced(file: FileHistory, tasks: TaskList, day: date) -> FileHistory:
    """Return the history of a page with an uncommitted change on a day."""
    page = PageTicks.of(file, "committed")
    page.change("committed", "now", tasks, day)
    return replace(page.history(file.path, "now"), dirty=True)


def task_list_of(file: FileHistory) -> TaskList:
    """Return the tasks that are on a page now."""
    live = [task for task in file.tasks if task.line is not None]
    outline = Outline(
        tuple([task.text for task in live]),
        tuple([task.heading for task in live]),
        tuple([task.line for task in live if task.line is not None]),
    )
    return TaskList(outline, "".join(TICKED if task.is_ticked else " " for task in live))


def _add(steps: list[Step], change: Change, day: date) -> None:
    """Add a step, no earlier than the last one: clocks can be wrong, and rebases reorder."""
    steps.append(Step(max(day, steps[-1].day) if steps else day, change))
