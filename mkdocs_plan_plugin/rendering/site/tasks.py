"""Lists of tasks: what is ready, what is open, what was ticked lately."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from mkdocs_plan_plugin.model import CompletedTask, Plan
from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.page_links import Link
from mkdocs_plan_plugin.rendering.plan_order import by_name, most_urgent_first

_MOST_TICKED = 50
_MOST_PLANS = 25
"""As many have their tasks listed, if not all open ones are asked for."""
_WEEK = 7


def ready(context: RenderContext, asked: Request) -> str:
    """The tasks that somebody can work on, by plan."""
    found = [
        (
            context.links.plan(plan, asked.page),
            [context.links.task(task, asked.page) for task in plan.upcoming],
            plan.ready - len(plan.upcoming),
        )
        for plan in sorted(asked.plans, key=most_urgent_first)
        if plan.upcoming
    ]
    shown = found[:_MOST_PLANS]
    return context.render("ready", plans=shown, more_plans=len(found) - len(shown))


def open_tasks(context: RenderContext, asked: Request) -> str:
    """Every task that is still to do, by plan."""
    found = [
        (
            context.links.plan(plan, asked.page),
            [context.links.entry(each, asked.page) for each in entries],
            0,
        )
        for plan in sorted(asked.plans, key=by_name)
        if (entries := [one for ph in plan.phases for one in ph.entries if not one.is_done])
    ]
    return context.render("ready", plans=found, more_plans=0)


def completed(context: RenderContext, asked: Request, days: int | None = None) -> str:
    """What was ticked lately, or in as many last days, by day, the last day first."""
    found = [
        (task, plan)
        for plan in asked.plans
        for task in (plan.activity.recent if plan.activity else ())
        if days is None or (context.today - task.day).days < days
    ]
    found.sort(key=lambda each: (-each[0].day.toordinal(), by_name(each[1])))
    shown = found[:_MOST_TICKED]
    by_day = [
        (day, _ticked_on(context, [*tasks], asked.page))
        for day, tasks in groupby(shown, key=lambda each: each[0].day)
    ]
    return context.render("completed", days=by_day, more=len(found) - len(shown))


def ticked_this_week(context: RenderContext, asked: Request) -> str:
    """What was ticked in the last 7 days."""
    return completed(context, asked, _WEEK)


def _ticked_on(
    context: RenderContext, tasks: Sequence[tuple[CompletedTask, Plan]], page: str
) -> list[tuple[Link, list[Link]]]:
    """The tasks of a day by their plan."""
    return [
        (context.links.plan(plan, page), [context.links.task(task, page) for task, _ in found])
        for plan, found in groupby(tasks, key=lambda each: each[1])
    ]
