"""Assess a plan's health: on track, at risk, late, stalled or done, each with its reason.

The user guide states these rules. What is not known is not assessed: whether a plan is late or on
track follows only from an end that the text gives, whether a row is overdue from its own.
"""

from __future__ import annotations

import math
from datetime import date

from mkdocs_plan_plugin.model import Health, HealthAssessment, Percent, Plan, Schedule, Status
from mkdocs_plan_plugin.planning.schedule import (
    due,
    known_end,
    overdue_days,
    planned_end,
    planned_rows,
    planned_tasks,
)

STALLED_DAYS = 30
"""Days without a completed task after which a started plan is stalled."""
_TOLERANCE = 0.15
"""How far the share of completed tasks may lag behind the planned share."""


def assess_health(
    plan: Plan, today: date, stalled_days: float = STALLED_DAYS
) -> HealthAssessment | None:
    """Assess a plan's health.

    The first rule that applies: the plan is done; its deadline or end has passed (late); no task
    was completed for `stalled_days` (stalled); a row is overdue, or less is done than planned
    (at risk); its deadline or end is to come, or it has no dates but completed tasks (on track).

    Args:
        plan: The plan, with its schedule and activity.
        today: The as-of date.
        stalled_days: Days without a completed task.
    """
    if plan.status in (Status.DONE, Status.AWAITING_CHECKS):
        return _done(plan)
    if not plan.progress:
        return _overdue(plan.dated, today) if plan.dated else None
    return (
        _late(plan, today)
        or _stalled(plan, today, stalled_days)
        or _at_risk(plan, today)
        or _on_track(plan, today)
    )


def _done(plan: Plan) -> HealthAssessment | None:
    if plan.status is not Status.DONE:
        return None
    last = plan.activity.last_tick if plan.activity else None
    end = due(plan)
    if not last or not end or last == end:
        return HealthAssessment(Health.DONE, "", {})
    key = "health.done.late" if last > end else "health.done.early"
    return HealthAssessment(Health.DONE, key, {"days": abs((last - end).days), "date": end})


def _late(plan: Plan, today: date) -> HealthAssessment | None:
    end = due(plan)
    if not end or end >= today:
        return None
    key = "health.late.deadline" if plan.deadline else "health.late.end"
    return HealthAssessment(Health.LATE, key, {"days": (today - end).days, "date": end})


def _stalled(plan: Plan, today: date, stalled_days: float) -> HealthAssessment | None:
    last = plan.activity.last_tick if plan.activity else None
    if not last or (today - last).days <= stalled_days:
        return None
    return HealthAssessment(
        Health.STALLED, "health.stalled.since", {"days": (today - last).days, "date": last}
    )


def _at_risk(plan: Plan, today: date) -> HealthAssessment | None:
    schedule = plan.dated
    if not schedule or not schedule.origin:
        return None
    if overdue := _overdue(schedule, today):
        return overdue
    planned, done = _shares(plan, schedule, (today - schedule.origin).days)
    if planned - done <= _TOLERANCE:
        return None
    values = {
        "planned": Percent(math.floor(100 * planned)),
        "done": Percent(math.floor(100 * done)),
    }
    return HealthAssessment(Health.AT_RISK, "health.at-risk.share", values)


def _overdue(schedule: Schedule, today: date) -> HealthAssessment | None:
    """Whether the end of a row has passed that is known not to be done."""
    for bar in schedule.bars:
        if days := overdue_days(bar, schedule, today):
            values = {"phase": bar.title, "days": days, "date": known_end(bar, schedule)}
            return HealthAssessment(Health.AT_RISK, "health.at-risk.phase", values)
    return None


def _shares(plan: Plan, schedule: Schedule, now: float) -> tuple[float, float]:
    """The planned and the actual share of completed tasks, among the rows with dates."""
    rows = planned_rows(plan, schedule)
    total = sum(row.progress.total for row in rows)
    if not total:
        return 0.0, 0.0
    return planned_tasks(rows, now) / total, sum(row.progress.done for row in rows) / total


def _on_track(plan: Plan, today: date) -> HealthAssessment | None:
    if end := due(plan):
        days = (end - today).days
        return HealthAssessment(Health.ON_TRACK, "health.on-track.end", {"days": days, "date": end})
    last = plan.activity.last_tick if plan.activity else None
    schedule = plan.dated
    is_planned = schedule and any(planned_end(bar, schedule) for bar in schedule.bars)
    if not last or is_planned:
        return None
    return HealthAssessment(Health.ON_TRACK, "health.on-track.completed", {"date": last})
