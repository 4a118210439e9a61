"""Verify that the plugin's links resolve within the site, and that task ids are unique."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from mkdocs_plan_plugin.verify.finding import Finding
from mkdocs_plan_plugin.verify.html import Element, Page
from mkdocs_plan_plugin.verify.pages import Pages, is_outside

_BREAKDOWN = "plan-breakdown"
_ISSUES = "issues"


def verify_links(page: Page, pages: Pages) -> Iterator[Finding]:
    """Verify the plugin's links on a page, in widgets and in the text."""
    hrefs = dict.fromkeys(page.links)
    for widget in page.widgets:
        parts = [widget.root] if widget.name == _ISSUES else widget.root.find(cls=_BREAKDOWN)
        sources = {link for part in parts for link in _sources(part)}
        links = (link for link in widget.root.find("a") if link not in sources)
        hrefs |= dict.fromkeys(link["href"] for link in links)
    for href in hrefs:
        if problem := _problem(page, href, pages):
            yield Finding(page.path, f"the link {href!r} {problem}")


def _sources(part: Element) -> Iterator[Element]:
    """The links of a part to a line in the repository, whose text is the line's number."""
    for link in part.find("a"):
        href, line = link["href"], link.text
        if urlsplit(href).scheme in ("http", "https") and line.isdigit() and href.endswith(line):
            yield link


def _problem(page: Page, href: str, pages: Pages) -> str:
    if is_outside(href):
        return "leads outside the site"
    target = pages.target(page, href)
    if target.page is None:
        return "leads to no page of the site"
    if target.id and target.id not in target.page.ids:
        return "leads to an id that is not on the page"
    return ""


def verify_ids(page: Page) -> Iterator[Finding]:
    """Verify that each task's id is unique on its page."""
    for task in dict.fromkeys(box.id for box in page.boxes if box.id):
        if page.ids[task] > 1:
            yield Finding(page.path, f"the task id {task!r} is not unique on the page")
