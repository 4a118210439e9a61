"""Render the totals of plans as tiles, with a bar."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Health, Status
from mkdocs_plan_plugin.planning import progress_of
from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.plan_order import known_health
from mkdocs_plan_plugin.rendering.progress import segments_of

_NEEDS_ATTENTION = (Health.LATE, Health.AT_RISK, Health.STALLED)


def totals(context: RenderContext, request: Request) -> str:
    """Return the totals of plans."""
    plans = request.plans
    activity = [plan.activity for plan in plans if plan.activity]
    progress = progress_of(plans)
    in_progress = sum(plan.status is Status.IN_PROGRESS for plan in plans)
    needs_attention = sum(known_health(plan) in _NEEDS_ATTENTION for plan in plans)
    ready = sum(plan.ready for plan in plans)
    week = sum(each.week for each in activity)
    tiles = [
        (len(plans), context.words("tile.plans", len(plans))),
        (in_progress, context.words("tile.in-progress", in_progress)),
    ]
    if any(plan.assessment for plan in plans):
        tiles.append((needs_attention, context.words("tile.needs-attention", needs_attention)))
    tiles.append((ready, context.words("tile.ready", ready)))
    if activity:
        tiles.append((week, context.words("tile.week", week)))
    segments = segments_of(progress, (progress,)) if progress else ()
    return context.render(
        "totals", tiles=tiles, progress=progress, segments=segments, today=context.today
    )
