"""Compute the planned and the actual date range of a plan."""

from __future__ import annotations

import math
from datetime import date, timedelta

from mkdocs_plan_plugin.model import Actual, Plan
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


def actual_range(plan: Plan) -> Actual | None:
    """Return the days on which the first and the last task were completed, or None."""
    found = [phase.actual for phase in plan.phases if phase.actual]
    first = min((actual.first for actual in found), default=None)
    last = max((actual.last for actual in found), default=None)
    return Actual(first, last) if first and last else None
