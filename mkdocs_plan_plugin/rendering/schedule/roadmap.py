"""Render the roadmap: plans on one axis."""

from __future__ import annotations

from mkdocs_plan_plugin.planning.schedule import roadmap_of
from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.localization import Words
from mkdocs_plan_plugin.rendering.plan_order import group_name
from mkdocs_plan_plugin.rendering.schedule.chart_maker import linked_chart


def roadmap(context: RenderContext, request: Request) -> str:
    """Return plans on one axis, grouped by status or by a key of their front matter."""
    page, key = request.page, request.key
    found = roadmap_of(request.plans, context.portfolio.documents, context.today, key)
    return context.render(
        "roadmap",
        charts=[linked_chart(context, found.schedule, page)] if found.schedule else [],
        groups=[_key_name(group, key, context.words) for group in found.groups],
        script=context.locator.asset_url("today.js"),
        undated=[context.links.plan(plan, page) for plan in found.undated],
        today=context.today,
    )


def _key_name(group: str, key: str, words: Words) -> str:
    if key:
        return group or words("roadmap.other", key=key)
    return group_name(group, words)
