"""The rows of a timeline with what really happened beside what was planned."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mkdocs_plan_plugin.model import Actual, Bar, Phase, Schedule
from mkdocs_plan_plugin.planning.schedule.scheduling import starting
from mkdocs_plan_plugin.planning.schedule.task_rows import phase_row

_OVERDUE = 0.5
"""How far, as a share of its length, an axis may go on to show a plan that is late on it."""


def with_actual_rows(
    schedule: Schedule | None, phases: Sequence[Phase], today: date
) -> Schedule | None:
    """Make the axis hold what happened, and add the phases that only happened.

    Args:
        schedule: What was planned, on an axis of dates; None: nothing.
        phases: The plan's phases, each with its actual days if any are known.
        today: The as-of date, which the axis holds if a plan is late that day.

    Returns:
        The schedule. Without one the phases alone, if there are two of them and more than a
        day between the first tick and the last.
    """
    shown = {bar.place for bar in schedule.bars} if schedule else set()
    others = [phase for phase in phases if phase.place not in shown and (phase.actual or not shown)]
    days = {day for phase in others if phase.actual for day in _days(phase.actual)}
    if not schedule and (len(others) < 2 or len(days) < 2):
        return None
    added = tuple(map(phase_row, others)) if days else ()
    return _on_one_axis(schedule, added, today)


def _days(actual: Actual) -> tuple[date, date]:
    return actual.first, actual.last


def _on_one_axis(schedule: Schedule | None, added: Sequence[Bar], today: date) -> Schedule:
    bars = (*(schedule.bars if schedule else ()), *added)
    days = [day for bar in bars if bar.actual for day in _days(bar.actual)]
    planned = [schedule.origin] if schedule and schedule.origin else []
    found = starting(schedule, min([*planned, *days]))
    origin = found.origin or today
    length = max([math.ceil(found.length), *((day - origin).days + 1 for day in days)])
    now = (today - origin).days + 1
    is_open = any(bar.progress and bar.progress.done < bar.progress.total for bar in bars)
    if is_open and length < now <= length * (1 + _OVERDUE):
        length = now
    return replace(found, bars=(*found.bars, *added), length=length)
