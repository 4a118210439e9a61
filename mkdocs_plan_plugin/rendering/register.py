"""Register of all widgets: those of directives, and those that plan pages get by themselves.

To add a widget, add an entry here. Parsing directives, reporting mistakes in them, inserting
widgets and caching them between builds all rely on these entries.
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
    completed_this_week,
    issues,
    open_tasks,
    overview,
    pages,
    ready,
    totals,
)

Render = Callable[[RenderContext, Request], str]


def _own(portfolio: Portfolio, page: str) -> tuple[Plan, ...]:
    """Return the plans that a page is part of, or else all active plans."""
    return portfolio.plans_of.get(page) or portfolio.active


def _active(portfolio: Portfolio, _: str) -> tuple[Plan, ...]:
    return portfolio.active


def _every(portfolio: Portfolio, _: str) -> tuple[Plan, ...]:
    return portfolio.plans


@dataclass(frozen=True, slots=True)
class Widget:
    """A widget for directives, on any page: `<!-- plan:tasks specs/001 open -->`.

    Attributes:
        render: Renders its HTML.
        plans: The plans it shows when the directive names none.
        kinds: Words that may end the argument, and what renders the widget then.
        has_key: Whether an argument that is no filter is a key of the front matter.
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
    "tasks": Widget(ready, kinds={"next": ready, "open": open_tasks, "done": completed_this_week}),
    "links": Widget(pages),
    "matrix": Widget(matrix),
}
"""By name, as in directives."""


@dataclass(frozen=True, slots=True)
class PageWidget:
    """A widget that plan pages get without a directive.

    Attributes:
        spot: Where it is inserted.
        render: Renders its HTML for a page, by the number of the section or the line.
        inputs: What it shows besides the page's plans; compared with the last build's.
        links: The pages that it links to besides those of the plans.
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
"""In order of appearance where several have the same spot."""
