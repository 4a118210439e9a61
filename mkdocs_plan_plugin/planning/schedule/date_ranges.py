"""Compute the planned and the actual date ranges of a plan and its phases."""

from __future__ import annotations

import math
from datetime import date, timedelta

from mkdocs_plan_plugin.model import Actual, Location, Plan
from mkdocs_plan_plugin.planning.schedule.variance import planned_end


def planned_range(plan: Plan) -> tuple[date, date] | None:
    """Return the first and the last planned day, or None if nothing has dates."""
    schedule = plan.dated
    if not schedule or not schedule.origin:
        return None
    ends = [end for bar in schedule.bars if (end := planned_end(bar, schedule))]
    starts = [bar.start for bar in schedule.bars if bar.start is not None]
    if not ends:
        return None
    return schedule.origin + timedelta(days=math.floor(min(starts))), max(ends)


def phase_ranges(plan: Plan) -> dict[Location, tuple[date, date]]:
    """Return the first and the last planned day of phases, by each of their headings."""
    schedule = plan.dated
    if not schedule or not schedule.origin:
        return {}
    found: dict[Location, tuple[date, date]] = {}
    for bar in schedule.bars:
        if bar.location and bar.line is None and (end := planned_end(bar, schedule)):
            start = schedule.origin + timedelta(days=math.floor(bar.start or 0))
            found.setdefault(bar.location, (start, end))
    for phase in plan.phases:
        if planned := found.get(phase.location):
            found.update((heading, planned) for heading in phase.also)
    return found


def actual_range(plan: Plan) -> Actual | None:
    """Return the days on which the first and the last task were completed, or None."""
    found = [phase.actual for phase in plan.phases if phase.actual]
    first = min((actual.first for actual in found), default=None)
    last = max((actual.last for actual in found), default=None)
    return Actual(first, last) if first and last else None
