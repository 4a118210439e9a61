"""Marks headings for widgets, and makes links of names, in the tree of a page."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import unquote

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER

from mkdocs_plan_plugin.extension.page import RenderedPage
from mkdocs_plan_plugin.rendering.page import slot

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NO_LINKS = _HEADINGS | {"a", "button", "code", "pre", "summary"}


class PageMarker(Treeprocessor):
    """Marks headings and makes links."""

    def __init__(self, md: Markdown, page: RenderedPage) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: etree.Element) -> None:
        """Go through the page, whose headings have their ids by now."""
        page = self._page
        if page.sections:
            self._mark_headings(page)
        if page.code_links:
            self._link_codes(root, page.code_links)
        if page.mended:
            _mend(root, page.mended)
        if page.placeholders:
            _link_placeholders(root, page.placeholders)

    def _mark_headings(self, page: RenderedPage) -> None:
        """Keep the ids of the headings that were read, and leave comments where widgets go."""
        for number, section in enumerate(page.sections):
            element = page.elements.get((section.line, "h"))
            if element is None:
                continue
            if anchor := element.get("id"):
                page.anchors[number] = anchor
            if number in page.marked:
                element.append(etree.Comment(slot(number)))

    def _link_codes(self, root: etree.Element, links: Mapping[str, str]) -> None:
        """Make links of the code that names a page, but not where links may not stand."""
        wanted: dict[str | None, str] = dict(self._stashed_names(links))
        wanted.update(links)
        if any(code.text in wanted for code in root.iter("code")):
            _link_below(root, wanted)

    def _stashed_names(self, links: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """The marks that stand for such code where an extension has put it in the stash."""
        for number, block in enumerate(self.md.htmlStash.rawHtmlBlocks):
            if isinstance(block, str) and block in links:
                yield HTML_PLACEHOLDER % number, links[block]


def _link_below(parent: etree.Element, links: Mapping[str | None, str]) -> None:
    for position, child in enumerate(parent):
        if child.tag == "code":
            if href := links.get(child.text):
                parent[position] = _link_around(child, href)
        elif len(child) and child.tag not in _NO_LINKS:
            _link_below(child, links)


def _mend(root: etree.Element, mended: Mapping[str, str]) -> None:
    """Correct the addresses of links and images; what leads nowhere is text."""
    plain = {unquote(written): href for written, href in mended.items()}
    for tag, key in (("a", "href"), ("img", "src")):
        for element in [*root.iter(tag)]:
            href = plain.get(unquote(unescape(element.get(key, ""))))
            if href is None:
                continue
            element.set(key, href)
            if not href:
                _make_text(element, key)
            element.set("data-plan-mended", "")


def _make_text(element: etree.Element, key: str) -> None:
    """Leave of a link its words, and of an image what it is said to show."""
    text = element.text if key == "href" else element.get("alt", "")
    element.tag, element.text = "span", text
    element.attrib.clear()


def _link(href: str) -> etree.Element:
    return etree.Element("a", {"href": href, "data-plan-link": ""})


def _link_around(element: etree.Element, href: str) -> etree.Element:
    link = _link(href)
    link.tail, element.tail = element.tail, None
    link.append(element)
    return link


def _link_placeholders(root: etree.Element, links: Mapping[str, str]) -> None:
    """Turn `[Link to specification]` at the start of list items and paragraphs into links."""
    for element in [*root.iter("li"), *root.iter("p")]:
        before, _, rest = (element.text or "").partition("[")
        written, bracket, after = rest.partition("]")
        href = links.get(written)
        if href and bracket:
            link = _link(href)
            element.text, link.text, link.tail = before, written, after
            element.insert(0, link)
