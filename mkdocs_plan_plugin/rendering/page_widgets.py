"""The widgets that are inserted into plan pages without a directive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from mkdocs_plan_plugin.planning import Portfolio
from mkdocs_plan_plugin.rendering.context import RenderContext
from mkdocs_plan_plugin.rendering.insertion import PageWidgets, Spot
from mkdocs_plan_plugin.rendering.register import PAGE_WIDGETS


def render_widgets(page: str, context: RenderContext) -> PageWidgets:
    """Return the widgets of a plan's page as HTML, by position."""
    placed: dict[Spot, dict[int | None, str]] = {spot: defaultdict(str) for spot in Spot}
    for widget in PAGE_WIDGETS:
        for number, html in widget.render(context, page).items():
            placed[widget.spot][number] += html
    return placed


def inputs_of_widgets(page: str, portfolio: Portfolio) -> Iterator[object]:
    """Yield what the widgets show, except URLs, to compare with the last build's."""
    yield portfolio.plans_of[page]
    for widget in PAGE_WIDGETS:
        yield widget.inputs(portfolio, page)


def links_of_widgets(page: str, portfolio: Portfolio) -> Iterator[str]:
    """Yield the paths of the pages that the widgets link to, with all pages of the plans."""
    yield page
    for widget in PAGE_WIDGETS:
        yield from widget.links(portfolio, page)
    for plan in portfolio.plans_of[page]:
        yield plan.path
        yield from (member.path for member in plan.members)
