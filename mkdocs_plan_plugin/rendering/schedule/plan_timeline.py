"""Render the timeline of a plan: planned and actual dates, and the burn-up."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.schedule.burn_up import burn_up_of
from mkdocs_plan_plugin.rendering.schedule.chart_maker import linked_chart
from mkdocs_plan_plugin.rendering.schedule.roadmap import roadmap


def timeline(context: RenderContext, request: Request) -> str:
    """Return the timeline of a plan, or of several plans on one axis."""
    if len(request.plans) == 1:
        return plan_timeline(context, request.plans[0], request.page)
    return roadmap(context, request)


def own_timeline(context: RenderContext, page: str) -> dict[int | None, str]:
    """Return the timeline of the plan that a page heads, by the section it goes below."""
    plan = context.portfolio.headed_by(page)
    if not plan:
        return {}
    section = plan.timeline.section if plan.timeline else None
    return {section: plan_timeline(context, plan, page)}


def plan_timeline(context: RenderContext, plan: Plan, page: str) -> str:
    """Return the charts of planned and actual dates; empty when neither is known.

    Args:
        context: What widgets are rendered with.
        plan: The plan.
        page: The page that they are on.
    """
    charts = [
        linked_chart(context, schedule, page)
        for schedule in (plan.schedule, plan.actual_schedule)
        if schedule
    ]
    burn_up = burn_up_of(plan, context.dates)
    if not charts and not burn_up:
        return ""
    is_planned = any(chart.has_planned for chart, _ in charts)
    return context.render(
        "timeline",
        charts=charts,
        total=plan.schedule.total if plan.schedule else "",
        burn_up=burn_up,
        script=context.locator.asset_url("today.js"),
        folds_chart=not is_planned and not _has_heading(plan),
        folds_burn_up=not _has_heading(plan),
        today=context.today,
    )


def _has_heading(plan: Plan) -> bool:
    """Whether the text has a heading for the timeline."""
    return plan.timeline is not None and plan.timeline.section is not None
