"""Find the day by which a plan should be done, if the text gives one for all of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mkdocs_plan_plugin.model import Bar, Phase, Plan, Schedule, Status
from mkdocs_plan_plugin.planning.schedule.variance import known_end


def due(plan: Plan) -> date | None:
    """Return the day by which a plan should be done, None if it is not known.

    This is its deadline, or else its end: the stated one, or the last one of its rows. Where a row
    or a phase without an end is still open, the others don't tell when the plan should be done.
    """
    if plan.deadline:
        return plan.deadline
    schedule = plan.dated
    ends = [end for bar in schedule.bars if (end := known_end(bar, schedule))] if schedule else []
    if plan.end:
        return max([plan.end, *ends])
    if not schedule or not ends or _has_open_end(plan, schedule):
        return None
    return max(ends)


def _has_open_end(plan: Plan, schedule: Schedule) -> bool:
    """Whether a row or a phase has no end; in a plan that is not done, only open ones count."""
    every = plan.status is Status.DONE
    rows = (bar for bar in schedule.bars if bar.written and (every or not bar.is_done))
    return any(not known_end(bar, schedule) for bar in rows) or any(
        every or phase.progress.status is not Status.DONE
        for phase in _without_end(plan.phases, schedule)
    )


def _without_end(phases: Iterable[Phase], schedule: Schedule) -> Iterable[Phase]:
    """The phases that no row gives an end to; a schedule without phases is that of all tasks."""
    if not any(map(_has_tasks, schedule.bars)):
        return ()
    dated = [bar for bar in schedule.bars if known_end(bar, schedule)]
    places = {bar.location for bar in dated if bar.line is None}
    lines = {(bar.location.path, bar.line) for bar in dated if bar.location}
    return (
        phase
        for phase in phases
        if places.isdisjoint((phase.location, *phase.also)) and not _is_covered(phase, lines)
    )


def _has_tasks(bar: Bar) -> bool:
    return bool(bar.progress)


def _is_covered(phase: Phase, lines: set[tuple[str, int | None]]) -> bool:
    """Whether each open task of a phase has an end of its own."""
    tasks = [entry for entry in phase.entries if not entry.is_done]
    return bool(phase.entries) and all((task.path, task.task.line) in lines for task in tasks)
