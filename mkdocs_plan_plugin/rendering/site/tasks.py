"""Render lists of tasks: ready, open and recently completed ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from mkdocs_plan_plugin.model import CompletedTask, Plan
from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.page_links import Link
from mkdocs_plan_plugin.rendering.plan_order import by_name, most_urgent_first

_MOST_COMPLETED = 50
_MOST_PLANS = 25
"""How many plans list their ready tasks."""
_WEEK = 7


def ready(context: RenderContext, request: Request) -> str:
    """Return the tasks that are ready, by plan."""
    found = [
        (
            context.links.plan(plan, request.page),
            [context.links.task(task, request.page) for task in plan.upcoming],
            plan.ready - len(plan.upcoming),
        )
        for plan in sorted(request.plans, key=most_urgent_first)
        if plan.upcoming
    ]
    shown = found[:_MOST_PLANS]
    return context.render("ready", plans=shown, more_plans=len(found) - len(shown))


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
    return context.render("ready", plans=found, more_plans=0)


def completed(context: RenderContext, request: Request, days: int | None = None) -> str:
    """Return recently completed tasks, or those of the last `days`, latest first."""
    found = [
        (task, plan)
        for plan in request.plans
        for task in (plan.activity.recent if plan.activity else ())
        if days is None or (context.today - task.day).days < days
    ]
    found.sort(key=lambda each: (-each[0].day.toordinal(), by_name(each[1])))
    shown = found[:_MOST_COMPLETED]
    by_day = [
        (day, _completed_on(context, [*tasks], request.page))
        for day, tasks in groupby(shown, key=lambda each: each[0].day)
    ]
    return context.render("completed", days=by_day, more=len(found) - len(shown))


def completed_this_week(context: RenderContext, request: Request) -> str:
    """Return the tasks completed in the last 7 days."""
    return completed(context, request, _WEEK)


def _completed_on(
    context: RenderContext, tasks: Sequence[tuple[CompletedTask, Plan]], page: str
) -> list[tuple[Link, list[Link]]]:
    """Return the tasks of a day by plan."""
    return [
        (context.links.plan(plan, page), [context.links.task(task, page) for task, _ in found])
        for plan, found in groupby(tasks, key=lambda each: each[1])
    ]
