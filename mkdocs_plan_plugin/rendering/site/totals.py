"""The tiles of the plans: how many there are, how many are under way, what is ready."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Health, Status
from mkdocs_plan_plugin.planning import progress_of
from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.plan_order import known_health
from mkdocs_plan_plugin.rendering.progress import segments_of

_WORRYING = (Health.LATE, Health.AT_RISK, Health.STALLED)


def totals(context: RenderContext, asked: Request) -> str:
    """What the plans come to, in a line of tiles."""
    plans = asked.plans
    activity = [plan.activity for plan in plans if plan.activity]
    progress = progress_of(plans)
    under_way = sum(plan.status is Status.IN_PROGRESS for plan in plans)
    worrying = sum(known_health(plan) in _WORRYING for plan in plans)
    ready = sum(plan.ready for plan in plans)
    week = sum(each.week for each in activity)
    tiles = [
        (len(plans), context.words("tile.plans", len(plans))),
        (under_way, context.words("tile.in-progress", under_way)),
    ]
    if any(plan.assessment for plan in plans):
        tiles.append((worrying, context.words("tile.needs-attention", worrying)))
    tiles.append((ready, context.words("tile.ready", ready)))
    if activity:
        tiles.append((week, context.words("tile.week", week)))
    segments = segments_of(progress, (progress,)) if progress else ()
    return context.render(
        "totals", tiles=tiles, progress=progress, segments=segments, today=context.today
    )
