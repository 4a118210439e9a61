"""Render the totals of plans as tiles, with a bar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_plan_plugin.model import Plan, Status
from mkdocs_plan_plugin.planning import progress_of
from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.localization import Words
from mkdocs_plan_plugin.rendering.plan_order import needs_attention
from mkdocs_plan_plugin.rendering.progress import segments_of
from mkdocs_plan_plugin.rendering.site.overview import FEWEST_FILTERED


class Tile(NamedTuple):
    """A number and its label; `query` is the part of a URL that filters the list of plans."""

    number: int
    label: str
    query: str = ""
    tone: str = ""


def totals(context: RenderContext, request: Request) -> str:
    """Return the totals of plans."""
    plans = request.plans
    progress = progress_of(plans)
    return context.render(
        "totals",
        tiles=[tile for tile in tiles_of(plans, context.words) if tile.number],
        has_links=len(plans) >= FEWEST_FILTERED and _has_overview(context, request.page),
        progress=progress,
        segments=segments_of(progress, (progress,)) if progress else (),
        today=context.today,
    )


def tiles_of(plans: Sequence[Plan], words: Words) -> Iterator[Tile]:
    """Yield the tiles of plans, what needs attention first."""

    def tile(number: int, name: str, query: str = "", tone: str = "") -> Tile:
        return Tile(number, words(f"tile.{name}", number), query, tone)

    attention = sum(map(needs_attention, plans))
    yield tile(attention, "needs-attention", "health=attention", "bad")
    yield tile(len(plans), "plans")
    in_progress = sum(plan.status is Status.IN_PROGRESS for plan in plans)
    yield tile(in_progress, "in-progress", "status=in-progress")
    yield tile(sum(plan.ready for plan in plans), "ready")
    yield tile(sum(plan.activity.week for plan in plans if plan.activity), "week")


def _has_overview(context: RenderContext, page: str) -> bool:
    """Whether a page has a list of plans, which tiles filter."""
    document = context.portfolio.documents.get(page)
    if document is None:
        return page == context.index
    return any(directive.name == "overview" for directive in document.directives)
