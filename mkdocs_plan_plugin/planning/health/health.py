"""How a plan does: on track, at risk, late, stalled or done, each with its reason.

The user guide states these rules. Nothing is said of a plan that has neither dates nor a history.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from mkdocs_plan_plugin.model import Health, HealthAssessment, Plan, Schedule, Status
from mkdocs_plan_plugin.planning.schedule import planned_end

STALLED_DAYS = 30
"""Days without a tick after which work that has begun is stalled."""
_BEHIND = 0.15
"""How far the share that is done may stay behind the planned one."""


def assess_health(
    plan: Plan, today: date, stalled_days: float = STALLED_DAYS
) -> HealthAssessment | None:
    """Say how a plan does.

    The first of these that holds: it is done; a date that it should be done by has passed; it
    has begun and nothing was ticked for `stalled_days`; a phase should have ended, or less is
    done than planned by now; none of these, and there are dates or ticks to go by.

    Args:
        plan: The plan, with its schedule and activity.
        today: The as-of date.
        stalled_days: Days without a tick.
    """
    if plan.status in (Status.DONE, Status.AWAITING_CHECKS):
        return _done(plan)
    if not plan.progress:
        return None
    found = (
        _late(plan.dated, today),
        _stalled(plan, today, stalled_days),
        _at_risk(plan.dated, today),
    )
    return next((verdict for verdict in found if verdict), None) or _on_track(plan, today)


def due(schedule: Schedule) -> date | None:
    """The day by which a plan with dates should be done: its deadline, else its last row's end."""
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
    if planned - done <= _BEHIND:
        return None
    values = {"planned": math.floor(100 * planned), "done": math.floor(100 * done)}
    return HealthAssessment(Health.AT_RISK, "health.at-risk.share", values)


def _shares(schedule: Schedule, today: date) -> tuple[float, float]:
    """Of the tasks in rows with dates: the share planned to be done by now, and the share done."""
    rows = [*_weighed(schedule, today)]
    total = sum(weight for weight, _, _ in rows)
    if not total:
        return 0.0, 0.0
    return (
        sum(weight * planned for weight, planned, _ in rows) / total,
        sum(done for _, _, done in rows) / total,
    )


def _weighed(schedule: Schedule, today: date) -> Iterator[tuple[int, float, int]]:
    now = (today - schedule.origin).days if schedule.origin else 0
    rows = [bar for bar in schedule.bars if bar.start is not None and bar.progress]
    # What is said of a phase goes for its tasks as well.
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
