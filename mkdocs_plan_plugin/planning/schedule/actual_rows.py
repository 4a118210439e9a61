"""Extend a timeline with actual dates next to the planned ones."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mkdocs_plan_plugin.model import Actual, Bar, Phase, Schedule
from mkdocs_plan_plugin.planning.schedule.groups import phase_row
from mkdocs_plan_plugin.planning.schedule.scheduling import starting


def with_actual_rows(schedule: Schedule | None, phases: Sequence[Phase]) -> Schedule | None:
    """Extend the axis to the actual dates, and add rows for phases with actual dates only.

    Args:
        schedule: The planned rows on an axis of dates, or None if there are none.
        phases: The plan's phases, with their actual dates if known.

    Returns:
        The extended schedule. Without a schedule: rows of the phases if there are at least two
        phases and two different actual dates, else None.
    """
    shown = {bar.location for bar in schedule.bars} if schedule else set()
    others = [
        phase for phase in phases if phase.location not in shown and (phase.actual or not shown)
    ]
    days = {day for phase in others if phase.actual for day in _days(phase.actual)}
    if not schedule and (len(others) < 2 or len(days) < 2):
        return None
    added = tuple(map(phase_row, others)) if days else ()
    return _on_one_axis(schedule, added)


def _days(actual: Actual) -> tuple[date, date]:
    return actual.first, actual.last


def _on_one_axis(schedule: Schedule | None, added: Sequence[Bar]) -> Schedule:
    bars = (*(schedule.bars if schedule else ()), *added)
    days = [day for bar in bars if bar.actual for day in _days(bar.actual)]
    planned = [schedule.origin] if schedule and schedule.origin else []
    first = min([*planned, *days])
    found = starting(schedule, first)
    origin = found.origin or first
    length = max([math.ceil(found.length), *((day - origin).days + 1 for day in days)])
    return replace(found, bars=(*found.bars, *added), length=length)
