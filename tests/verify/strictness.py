"""No widget holds what a strict policy forbids, and each bar is drawn as long as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_plan_plugin.verify import Finding
from mkdocs_plan_plugin.verify.html import Element, Page

_FORBIDDEN = ("src", "srcset", "style", "data", "poster", "background")
_FETCHING = ("script", "style", "link", "iframe", "object", "embed")
_LOCAL = "#"
# The only scripts that a widget may ask for: for today's line, the filter, and relative dates.
_OURS = re.compile(r"(?:\./|/|(?:\.\./)+)?assets/plan/(?:today|plans|ages)\.js\?v=[0-9a-f]+")
_NEAR = 0.01


def check_strictness(page: Page) -> Iterator[Finding]:
    """Check the widgets of a page."""
    for widget in page.widgets:
        if any(map(_is_foreign, (widget.root, *widget.root.find()))):
            problem = f"the {widget.name} holds a style attribute, a script or a resource"
            yield Finding(page.path, problem)


def _is_foreign(element: Element) -> bool:
    names = element.attributes
    if element.tag == "script" and _OURS.fullmatch(element["src"]) and not element.text:
        return False
    return (
        element.tag in _FETCHING
        or any(name in names for name in _FORBIDDEN)
        or any(name.startswith("on") for name in names)
        or (element.tag in ("use", "image") and not element["href"].startswith(_LOCAL))
    )


def check_lengths(page: Page) -> Iterator[Finding]:
    """Check how long the bars of a page are drawn."""
    for widget in page.widgets:
        for bar in (widget.root, *widget.root.find()):
            if bar["role"] == "progressbar":
                share = int(bar["aria-valuenow"]) / int(bar["aria-valuemax"])
                drawn = _drawn(bar)
                if abs(drawn - share) > _NEAR:
                    problem = f"the bar {bar['aria-label']!r} is drawn as {drawn:.0%}"
                    yield Finding(page.path, problem)


def _drawn(bar: Element) -> float:
    """The share of a bar or a ring that is drawn as done."""
    ring = bar.first(cls="plan-ring-done")
    if ring:
        return float(ring["stroke-dasharray"].split()[0]) / 100
    return _width(bar, "plan-bar-done") / _width(bar, "plan-bar-todo")


def _width(bar: Element, part: str) -> float:
    return sum(float(rect["width"].removesuffix("%") or 0) for rect in bar.find(cls=part))
