"""Extend an axis to today, so that the chart shows how late something is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mkdocs_plan_plugin.model import Schedule
from mkdocs_plan_plugin.planning.schedule.scheduling import starting
from mkdocs_plan_plugin.planning.schedule.variance import overdue_days

_NEAR = 0.5
"""How far an axis is extended to today while work is open, as a share of its length."""


def up_to_today(schedule: Schedule, today: date, *, is_late: bool = False) -> Schedule:
    """Extend an axis of dates to today if work is late, overdue, or open and nearly over.

    Args:
        schedule: The rows.
        today: The as-of date.
        is_late: Whether the plan of these rows is late.
    """
    if not schedule.origin:
        return schedule
    now = (today - schedule.origin).days + 1
    if now <= schedule.length:
        return starting(schedule, today) if is_late else schedule
    is_near = now <= schedule.length * (1 + _NEAR)
    is_open = is_near and any(bar.is_done is False for bar in schedule.bars)
    if not (is_late or is_open or any(overdue_days(bar, schedule, today) for bar in schedule.bars)):
        return schedule
    return replace(schedule, length=now)
