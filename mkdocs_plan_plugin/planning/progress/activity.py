"""Derive a plan's activity from the history of its pages: completed tasks and burn-up."""

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

_WEEK, _MONTH, _HALF_YEAR = (timedelta(days=days) for days in (7, 30, 26 * 7))


class Past:
    """The history of a site's pages.

    Args:
        files: The history of each page that has one, by path.
        rules: How to read earlier versions of pages.
        earlier: Returns the text of a page at the end of a day, or None if it is unknown.
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
        """Return the history of some pages in a form to compare with that of the last build."""
        return self.rules, [self.files.get(path) for path in paths]

    def task(self, entry: CountedTask) -> TaskHistory | None:
        """Return the history of a task, or None."""
        return self._at.get(entry.path, {}).get(entry.task.line)


def with_actuals(phases: Iterable[Phase], past: Past) -> tuple[Phase, ...]:
    """Add to each phase the days on which the first and the last of its tasks were completed."""
    return tuple(replace(phase, actual=_actual(phase.entries, past)) for phase in phases)


def activity_of(
    phases: Sequence[Phase], paths: Iterable[str], progress: Progress, past: Past, today: date
) -> Activity | None:
    """Return a plan's activity, or None if none of its pages has a history.

    Args:
        phases: The plan's phases with their counted tasks.
        paths: Its pages that have or had tasks.
        progress: Its progress.
        past: The history of the pages.
        today: The as-of date, on which the last week and month end.
    """
    files = [past.files[path] for path in paths if path in past.files]
    if not files:
        return None
    entries = [entry for phase in phases for entry in phase.entries]
    found = [(entry, past.task(entry)) for entry in entries]
    histories = [history for _, history in found if history]
    ticked = [(day, entry) for entry, history in found if history and (day := history.ticked_on)]
    days = [day for day, _ in ticked]
    is_complete = len(histories) == len(entries) and progress.unit is Unit.TASKS
    removed = _removed(files, past.rules.tasks.checks)
    return Activity(
        burn_up=_burn_up([*histories, *removed], progress) if is_complete and entries else (),
        last_tick=max(days, default=None),
        last_change=max(file.last_activity for file in files),
        week=sum(day > today - _WEEK for day in days),
        month=sum(day > today - _MONTH for day in days),
        recent=_recent(ticked, today - _MONTH),
        ticks=tuple(sorted(day for day in days if day > today - _HALF_YEAR)),
    )


def _recent(ticked: Iterable[tuple[date, CountedTask]], since: date) -> tuple[CompletedTask, ...]:
    """The tasks completed after a day, the latest first."""
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
    """The removed tasks that counted while they were on a page."""
    every = chain.from_iterable(file.tasks for file in files)
    return (
        task for task in every if task.line is None and not checks.is_check("", (task.heading,))
    )


def _burn_up(tasks: Iterable[TaskHistory], progress: Progress) -> tuple[BurnUpPoint, ...]:
    """Count tasks by day; return nothing if the last count is not the plan's progress."""
    total: dict[date, int] = {}
    done: dict[date, int] = {}
    for task in tasks:
        was_there = was_done = False
        for day, change in task.steps:
            is_there, is_done = change is not Change.REMOVED, change is Change.TICKED
            total[day] = total.get(day, 0) + is_there - was_there
            done[day] = done.get(day, 0) + is_done - was_done
            was_there, was_done = is_there, is_done
    points: list[BurnUpPoint] = []
    in_scope = finished = 0
    for day in sorted(total):
        in_scope += total[day]
        finished += done[day]
        if (total[day], done[day]) != (0, 0):
            points.append(BurnUpPoint(day, in_scope, finished))
    return tuple(points) if (in_scope, finished) == (progress.total, progress.done) else ()
