"""Checks that what we made leads somewhere, and nowhere outside."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from mkdocs_plan_plugin.verify.finding import Finding
from mkdocs_plan_plugin.verify.html import Element, Page
from mkdocs_plan_plugin.verify.pages import Pages, is_outside

_ACCOUNT = "plan-breakdown"


def check_links(page: Page, pages: Pages) -> Iterator[Finding]:
    """Check the links of ours on a page, in widgets and in its text."""
    hrefs = dict.fromkeys(page.links)
    for widget in page.widgets:
        sources = {link for part in widget.root.find(cls=_ACCOUNT) for link in _sources(part)}
        links = (link for link in widget.root.find("a") if link not in sources)
        hrefs |= dict.fromkeys(link["href"] for link in links)
    for href in hrefs:
        if problem := _problem(page, href, pages):
            yield Finding(page.path, f"the link {href!r} {problem}")


def _sources(breakdown: Element) -> Iterator[Element]:
    """The links of an account that lead to a line in the repository, and say which."""
    for link in breakdown.find("a"):
        href, line = link["href"], link.text
        if urlsplit(href).scheme in ("http", "https") and line.isdigit() and href.endswith(line):
            yield link


def _problem(page: Page, href: str, pages: Pages) -> str:
    if is_outside(href):
        return "leads outside"
    target = pages.target(page, href)
    if target.page is None:
        return "leads to no page"
    if target.id and target.id not in target.page.ids:
        return "leads to no place on its page"
    return ""


def check_ids(page: Page) -> Iterator[Finding]:
    """Check that each task's id stands on its page once."""
    for task in dict.fromkeys(box.id for box in page.boxes if box.id):
        if page.ids[task] > 1:
            yield Finding(page.path, f"the id {task!r} of a task stands on the page twice")
