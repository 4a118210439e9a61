"""The widgets that stand on the pages of plans by themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from mkdocs_plan_plugin.planning import Portfolio
from mkdocs_plan_plugin.rendering.context import RenderContext
from mkdocs_plan_plugin.rendering.insertion import PageWidgets, Spot
from mkdocs_plan_plugin.rendering.register import PAGE_WIDGETS


def render_widgets(page: str, context: RenderContext) -> PageWidgets:
    """Render the widgets of a page that is part of a plan."""
    placed: dict[Spot, dict[int | None, str]] = {spot: defaultdict(str) for spot in Spot}
    for widget in PAGE_WIDGETS:
        for number, html in widget.render(context, page).items():
            placed[widget.spot][number] += html
    return placed


def inputs_of_widgets(page: str, portfolio: Portfolio) -> Iterator[object]:
    """All that they tell of, but for addresses, to be compared with the last build's."""
    yield portfolio.plans_of[page]
    for widget in PAGE_WIDGETS:
        yield widget.inputs(portfolio, page)


def links_of_widgets(page: str, portfolio: Portfolio) -> Iterator[str]:
    """The pages whose addresses they tell, among them those of all their plans."""
    yield page
    for widget in PAGE_WIDGETS:
        yield from widget.links(portfolio, page)
    for plan in portfolio.plans_of[page]:
        yield plan.path
        yield from (member.path for member in plan.members)
