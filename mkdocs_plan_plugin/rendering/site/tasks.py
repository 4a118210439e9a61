"""Render lists of tasks: ready and open ones by plan, recently completed ones by week."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from mkdocs_plan_plugin.model import CompletedTask, Plan
from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.page_links import Link
from mkdocs_plan_plugin.rendering.plan_order import by_name, most_urgent_first
from mkdocs_plan_plugin.rendering.site.weeks import WEEKS, monday_of, weeks_of

_MOST_COMPLETED = 50
"""How many completed tasks a week lists."""
_MOST_PLANS = 25
"""How many plans list their ready tasks."""
_UNFOLDED = 5
"""How many ready tasks of a plan are shown at once."""
_WEEK, _MONTH = 7, 30
"""The days that are listed; `Activity.recent` goes back for the longer time."""


def ready(context: RenderContext, request: Request) -> str:
    """Return the tasks that are ready, by plan."""
    plans = [plan for plan in request.plans if plan.upcoming]
    shown = sorted(plans, key=most_urgent_first)[:_MOST_PLANS]
    found = [
        (
            context.links.plan(plan, request.page),
            [context.links.task(task, request.page) for task in plan.upcoming],
            plan.ready - len(plan.upcoming),
        )
        for plan in shown
    ]
    return context.render(
        "ready", plans=found, unfolded=_UNFOLDED, more_plans=len(plans) - len(shown)
    )


def open_tasks(context: RenderContext, request: Request) -> str:
    """Return all open tasks, by plan."""
    found = [
        (
            context.links.plan(plan, request.page),
            [context.links.entry(each, request.page) for each in entries],
            0,
        )
        for plan in sorted(request.plans, key=by_name)
        if (entries := [e for phase in plan.phases for e in phase.entries if not e.is_done])
    ]
    most = max((len(tasks) for _, tasks, _ in found), default=0)
    return context.render("ready", plans=found, unfolded=most, more_plans=0)


@dataclass(frozen=True, slots=True)
class CompletedWeek:
    """The tasks completed in a week, by plan, how many there are, and how many are not listed.

    `first` and `last` are the days that are looked at, of the earliest and the latest week perhaps
    not all.
    """

    first: date
    last: date
    count: int
    plans: list[tuple[Link, list[tuple[Link, date]]]]
    more: int


def completed(context: RenderContext, request: Request, days: int = _MONTH) -> str:
    """Return recently completed tasks, or those of the last `days`, latest first."""
    activities = [plan.activity for plan in request.plans if plan.activity]
    ticks = (day for activity in activities for day in activity.ticks)
    return context.render(
        "completed",
        weeks=[*_completed_weeks(context, request, days)],
        strip=weeks_of(ticks, context.today) if days > _WEEK else [],
        number=WEEKS,
    )


def completed_this_week(context: RenderContext, request: Request) -> str:
    """Return the tasks completed in the last 7 days."""
    return completed(context, request, _WEEK)


def _completed_weeks(
    context: RenderContext, request: Request, days: int
) -> Iterator[CompletedWeek]:
    since = context.today - timedelta(days=days - 1)
    found = [
        (task, plan)
        for plan in request.plans
        for task in (plan.activity.recent if plan.activity else ())
        if task.day >= since
    ]
    found.sort(key=lambda each: monday_of(each[0].day), reverse=True)
    for monday, group in groupby(found, key=lambda each: monday_of(each[0].day)):
        tasks = sorted(group, key=lambda each: by_name(each[1]))
        shown = _by_plan(context, tasks[:_MOST_COMPLETED], request.page)
        more = max(0, len(tasks) - _MOST_COMPLETED)
        last = min(monday + timedelta(days=6), context.today)
        yield CompletedWeek(max(monday, since), last, len(tasks), shown, more)


def _by_plan(
    context: RenderContext, tasks: Sequence[tuple[CompletedTask, Plan]], page: str
) -> list[tuple[Link, list[tuple[Link, date]]]]:
    """Return tasks by plan, each with its day."""
    return [
        (
            context.links.plan(plan, page),
            [(context.links.task(task, page), task.day) for task, _ in found],
        )
        for plan, found in groupby(tasks, key=lambda each: each[1])
    ]
