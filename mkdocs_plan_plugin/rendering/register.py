"""Every widget that there is: those that comments ask for, and those that stand by themselves.

Whoever adds a widget adds an entry here; who reads comments, tells of mistakes in them, places
widgets or keeps them for the next build goes by these entries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.planning import Portfolio
from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.insertion import Spot
from mkdocs_plan_plugin.rendering.links import covered, matrix
from mkdocs_plan_plugin.rendering.progress import (
    inputs_in_headings,
    inputs_under_title,
    links_under_title,
    phases,
    progress,
    under_title,
)
from mkdocs_plan_plugin.rendering.schedule import own_timeline, roadmap, timeline
from mkdocs_plan_plugin.rendering.site import (
    board,
    completed,
    issues,
    open_tasks,
    overview,
    pages,
    ready,
    ticked_this_week,
    totals,
)

Render = Callable[[RenderContext, Request], str]


def _own(portfolio: Portfolio, page: str) -> tuple[Plan, ...]:
    """The plans that a page is part of, else all that are active."""
    return portfolio.plans_of.get(page) or portfolio.active


def _active(portfolio: Portfolio, _: str) -> tuple[Plan, ...]:
    return portfolio.active


def _every(portfolio: Portfolio, _: str) -> tuple[Plan, ...]:
    return portfolio.plans


@dataclass(frozen=True, slots=True)
class Widget:
    """A widget that a comment may ask for, on any page: `<!-- plan:tasks specs/001 open -->`.

    Attributes:
        render: Makes its HTML.
        plans: Which plans it shows where the comment names none.
        kinds: Words that may stand last in the comment, and what makes the widget then.
        has_key: Whether what stands there and is no filter is a key of the front matter.
    """

    render: Render
    plans: Callable[[Portfolio, str], tuple[Plan, ...]] = _own
    kinds: Mapping[str, Render] = field(default_factory=dict)
    has_key: bool = False


WIDGETS: Mapping[str, Widget] = {
    "overview": Widget(overview, _every),
    "roadmap": Widget(roadmap, _active, has_key=True),
    "board": Widget(board, _active),
    "totals": Widget(totals, _active),
    "ready": Widget(ready, _active),
    "completed": Widget(completed, _active),
    "issues": Widget(issues, _active),
    "progress": Widget(progress),
    "timeline": Widget(timeline),
    "tasks": Widget(ready, kinds={"next": ready, "open": open_tasks, "done": ticked_this_week}),
    "links": Widget(pages),
    "matrix": Widget(matrix),
}
"""By the names that comments call them."""


@dataclass(frozen=True, slots=True)
class PageWidget:
    """A widget that stands on the pages of plans by itself.

    Attributes:
        spot: Where it stands.
        render: Makes its HTML for a page, by the number of the section or the line.
        tells_of: All that it tells besides the page's plans, to be compared with the last build's.
        links_to: The pages that it links to besides those of the plans.
    """

    spot: Spot
    render: Callable[[RenderContext, str], Mapping[int, str] | Mapping[int | None, str]]
    inputs: Callable[[Portfolio, str], object] = lambda _, __: None
    links: Callable[[Portfolio, str], Iterable[str]] = lambda _, __: ()


PAGE_WIDGETS = (
    PageWidget(Spot.BELOW, under_title, inputs_under_title, links_under_title),
    PageWidget(Spot.BELOW, own_timeline),
    PageWidget(Spot.HEADING, phases, inputs_in_headings),
    PageWidget(Spot.REQUIREMENT, covered),
)
"""In the order in which they stand where several stand at one place."""
