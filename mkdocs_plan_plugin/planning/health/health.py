"""Assess a plan's health: on track, at risk, late, stalled or done, each with its reason.

The user guide states these rules. A plan with neither dates nor a history is not assessed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from mkdocs_plan_plugin.model import Health, HealthAssessment, Plan, Schedule, Status
from mkdocs_plan_plugin.planning.schedule import planned_end

STALLED_DAYS = 30
"""Days without a completed task after which a started plan is stalled."""
_TOLERANCE = 0.15
"""How far the share of completed tasks may lag behind the planned share."""


def assess_health(
    plan: Plan, today: date, stalled_days: float = STALLED_DAYS
) -> HealthAssessment | None:
    """Assess a plan's health.

    The first rule that applies: the plan is done; its end or deadline has passed (late); no task
    was completed for `stalled_days` (stalled); a phase is overdue, or less is done than planned
    (at risk); the plan has dates or completed tasks (on track).

    Args:
        plan: The plan, with its schedule and activity.
        today: The as-of date.
        stalled_days: Days without a completed task.
    """
    if plan.status in (Status.DONE, Status.AWAITING_CHECKS):
        return _done(plan)
    if not plan.progress:
        return None
    return (
        _late(plan.dated, today)
        or _stalled(plan, today, stalled_days)
        or _at_risk(plan.dated, today)
        or _on_track(plan, today)
    )


def due(schedule: Schedule) -> date | None:
    """Return the day by which a plan should be done: its deadline, else the end of its last row."""
    if schedule.deadline:
        return schedule.deadline
    ends = [end for bar in schedule.bars if (end := planned_end(bar, schedule))]
    return max(ends, default=None)


def _done(plan: Plan) -> HealthAssessment | None:
    if plan.status is not Status.DONE:
        return None
    last = plan.activity.last_tick if plan.activity else None
    end = due(plan.dated) if plan.dated else None
    if not last or not end or last == end:
        return HealthAssessment(Health.DONE, "", {})
    key = "health.done.late" if last > end else "health.done.early"
    return HealthAssessment(Health.DONE, key, {"days": abs((last - end).days), "date": end})


def _late(schedule: Schedule | None, today: date) -> HealthAssessment | None:
    end = due(schedule) if schedule else None
    if not schedule or not end or end >= today:
        return None
    key = "health.late.deadline" if schedule.deadline else "health.late.end"
    return HealthAssessment(Health.LATE, key, {"days": (today - end).days, "date": end})


def _stalled(plan: Plan, today: date, stalled_days: float) -> HealthAssessment | None:
    last = plan.activity.last_tick if plan.activity else None
    if not last or (today - last).days <= stalled_days:
        return None
    return HealthAssessment(
        Health.STALLED, "health.stalled.since", {"days": (today - last).days, "date": last}
    )


def _at_risk(schedule: Schedule | None, today: date) -> HealthAssessment | None:
    if not schedule or not schedule.origin:
        return None
    for bar in schedule.bars:
        end = planned_end(bar, schedule)
        if end and end < today and bar.progress and bar.progress.status is not Status.DONE:
            values = {"phase": bar.title, "days": (today - end).days, "date": end}
            return HealthAssessment(Health.AT_RISK, "health.at-risk.phase", values)
    planned, done = _shares(schedule, today)
    if planned - done <= _TOLERANCE:
        return None
    values = {"planned": math.floor(100 * planned), "done": math.floor(100 * done)}
    return HealthAssessment(Health.AT_RISK, "health.at-risk.share", values)


def _shares(schedule: Schedule, today: date) -> tuple[float, float]:
    """The planned and the actual share of completed tasks, among the rows with dates."""
    rows = [*_planned_rows(schedule, today)]
    total = sum(count for count, _, _ in rows)
    if not total:
        return 0.0, 0.0
    return (
        sum(count * planned for count, planned, _ in rows) / total,
        sum(done for _, _, done in rows) / total,
    )


def _planned_rows(schedule: Schedule, today: date) -> Iterator[tuple[int, float, int]]:
    """Each row's tasks, the share of them planned to be done by now, and the completed ones."""
    now = (today - schedule.origin).days if schedule.origin else 0
    rows = [bar for bar in schedule.bars if bar.start is not None and bar.progress]
    # The row of a phase covers its tasks, so rows of tasks would count them twice.
    for bar in [bar for bar in rows if not bar.level] or rows:
        if bar.start is not None and bar.end is not None:
            length = max(bar.end - bar.start, 1.0)
            yield (
                bar.progress.total,
                min(1.0, max(0.0, (now - bar.start) / length)),
                bar.progress.done,
            )


def _on_track(plan: Plan, today: date) -> HealthAssessment | None:
    schedule, activity = plan.dated, plan.activity
    end = due(schedule) if schedule else None
    if end:
        days = (end - today).days
        return HealthAssessment(Health.ON_TRACK, "health.on-track.end", {"days": days, "date": end})
    if activity and activity.last_tick:
        return HealthAssessment(
            Health.ON_TRACK, "health.on-track.completed", {"date": activity.last_tick}
        )
    return None
