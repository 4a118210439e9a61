"""What the history of a plan's pages tells of its tasks: when they were ticked, and how fast."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from mkdocs_plan_plugin.history import Change, FileHistory, TaskHistory
from mkdocs_plan_plugin.model import (
    Activity,
    Actual,
    BurnUpPoint,
    CompletedTask,
    CountedTask,
    Location,
    Phase,
    Progress,
    Unit,
)
from mkdocs_plan_plugin.reading import ReadingRules
from mkdocs_plan_plugin.reading.tasks import CheckRules

_WEEK, _MONTH = timedelta(days=7), timedelta(days=30)


class Past:
    """What is known of the past of a site's pages.

    Args:
        files: The history of each page that has one, by its path.
        rules: How pages are read, for what is on none of them now.
        earlier: What a page said at the end of a day, where that is known.
    """

    def __init__(
        self,
        files: Mapping[str, FileHistory],
        rules: ReadingRules,
        earlier: Callable[[str, date], str | None] = lambda _, __: None,
    ) -> None:
        self.files = files
        self.rules = rules
        self.earlier = earlier
        self._at = {
            path: {task.line: task for task in file.tasks if task.line is not None}
            for path, file in files.items()
        }

    def of(self, paths: Iterable[str]) -> tuple[object, ...]:
        """What is known of the past of some pages, to be compared with what was known before."""
        return self.rules, [self.files.get(path) for path in paths]

    def task(self, entry: CountedTask) -> TaskHistory | None:
        """The history of a task that is on a page."""
        return self._at.get(entry.path, {}).get(entry.task.line)


def with_actuals(phases: Iterable[Phase], past: Past) -> tuple[Phase, ...]:
    """Tell of each phase when the first and the last of its tasks were ticked."""
    return tuple(replace(phase, actual=_actual(phase.entries, past)) for phase in phases)


def activity_of(
    phases: Sequence[Phase], paths: Iterable[str], progress: Progress, past: Past, today: date
) -> Activity | None:
    """Tell how a plan came to its number; None where none of its pages has a history.

    Args:
        phases: Its phases, whose entries are what counts.
        paths: Its pages that tasks are on, or were.
        progress: Its number.
        past: What is known of the pages.
        today: The as-of date, from which the last week and month are counted back.
    """
    files = [past.files[path] for path in paths if path in past.files]
    if not files:
        return None
    entries = [entry for phase in phases for entry in phase.entries]
    found = [(entry, past.task(entry)) for entry in entries]
    known = [task for _, task in found if task]
    ticked = [(day, entry) for entry, task in found if task and (day := task.ticked_on)]
    days = [day for day, _ in ticked]
    knows_all = len(known) == len(entries) and progress.unit is Unit.TASKS
    removed = _removed(files, past.rules.tasks.checks)
    return Activity(
        burn_up=_burn_up([*known, *removed], progress) if knows_all and entries else (),
        last_tick=max(days, default=None),
        last_change=max(file.last_activity for file in files),
        week=sum(day > today - _WEEK for day in days),
        month=sum(day > today - _MONTH for day in days),
        recent=_recent(ticked, today - _MONTH),
    )


def _recent(ticked: Iterable[tuple[date, CountedTask]], since: date) -> tuple[CompletedTask, ...]:
    """What was ticked after a day, the latest first."""
    found = [
        CompletedTask(
            day, entry.task.text, Location(entry.path, entry.task.section), entry.task.line
        )
        for day, entry in ticked
        if day > since
    ]
    return tuple(sorted(found, key=lambda each: each.day, reverse=True))


def _actual(entries: Iterable[CountedTask], past: Past) -> Actual | None:
    tasks = (past.task(entry) for entry in entries)
    days = [day for task in tasks if task and (day := task.ticked_on)]
    return Actual(min(days), max(days)) if days else None


def _removed(files: Iterable[FileHistory], checks: CheckRules) -> Iterator[TaskHistory]:
    """Tasks that were part of the plan while they were there."""
    every = chain.from_iterable(file.tasks for file in files)
    return (
        task for task in every if task.line is None and not checks.is_check("", (task.heading,))
    )


def _burn_up(tasks: Iterable[TaskHistory], progress: Progress) -> tuple[BurnUpPoint, ...]:
    """Count by day; nothing where that does not come to the plan's own number."""
    total: dict[date, int] = {}
    done: dict[date, int] = {}
    for task in tasks:
        was_there = was_done = False
        for day, change in task.steps:
            is_there, is_done = change is not Change.REMOVED, change is Change.TICKED
            total[day] = total.get(day, 0) + is_there - was_there
            done[day] = done.get(day, 0) + is_done - was_done
            was_there, was_done = is_there, is_done
    standings: list[BurnUpPoint] = []
    in_scope = finished = 0
    for day in sorted(total):
        in_scope += total[day]
        finished += done[day]
        if (total[day], done[day]) != (0, 0):
            standings.append(BurnUpPoint(day, in_scope, finished))
    return tuple(standings) if (in_scope, finished) == (progress.total, progress.done) else ()
