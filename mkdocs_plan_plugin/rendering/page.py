"""Where widgets go in the finished HTML of a page.

The Markdown extension leaves a comment in each heading (see `slot`); everything else is found
by what MkDocs always writes. Strings, not a tree: a second parse would cost more than all else.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mkdocs_plan_plugin.model import Place, Plan
from mkdocs_plan_plugin.portfolio import Portfolio
from mkdocs_plan_plugin.rendering.widgets import Renderer

_SLOT = re.compile(r"<!--plan-section (\d{1,6})-->(?=</h[1-6]>)")
_FIRST_HEADING = re.compile(r"<h([1-6])\b", re.IGNORECASE)
_TITLE_END = re.compile(r"</h1\s*>", re.IGNORECASE)
_DIRECTIVE = re.compile(r"(<p>\s*)?<!--[ \t]*plan:(?P<name>[\w-]+)[ \t]*-->(?(1)\s*</p>)")


def slot(section: int) -> str:
    """The text of the comment that marks the heading of a section."""
    return f"plan-section {section}"


def insert_widgets(content: str, page: str, portfolio: Portfolio, renderer: Renderer) -> str:
    """Return the HTML of a page with its widgets in place.

    Args:
        content: The HTML of the page's Markdown.
        page: The page's path.
        portfolio: The plans.
        renderer: Renders the widgets.
    """
    plan = portfolio.headed_by(page)
    content = fill_directives(content, {"overview": lambda: renderer.overview(page)})
    if page not in portfolio.plans_of:
        return content
    content = _fill_slots(content, page, plan, portfolio, renderer)
    top = renderer.summary(plan) if plan else renderer.member_strip(page)
    if plan and plan.timeline and plan.timeline.section is None:
        top += renderer.timeline(plan)
    return _under_title(content, top)


def fill_directives(content: str, widgets: dict[str, Callable[[], str]]) -> str:
    """Put widgets where comments such as `<!-- plan:overview -->` ask for them."""
    if "plan:" not in content:
        return content
    return _DIRECTIVE.sub(
        lambda match: widgets[match["name"]]() if match["name"] in widgets else match[0], content
    )


def _under_title(content: str, widget: str) -> str:
    """Put a widget after the page's title; before everything when the page has none."""
    heading = _FIRST_HEADING.search(content)
    title = _TITLE_END.search(content, heading.end()) if heading and heading[1] == "1" else None
    at = title.end() if title else 0
    return f"{content[:at]}\n{widget}{content[at:]}" if widget else content


def _fill_slots(
    content: str, page: str, plan: Plan | None, portfolio: Portfolio, renderer: Renderer
) -> str:
    sections = portfolio.documents[page].sections
    timeline = plan.timeline.section if plan and plan.timeline else None
    parts: list[str] = []
    at = 0
    for match in _SLOT.finditer(content):
        section = int(match[1])
        if section >= len(sections):
            continue  # none of ours
        parts += (
            content[at : match.start()],
            renderer.phase(Place(page, section), sections[section].title),
        )
        at = match.end()
        if plan and section == timeline:
            after = content.index(">", content.index("</h", at)) + 1
            parts += (content[at:after], "\n", renderer.timeline(plan))
            at = after
    return "".join((*parts, content[at:]))
