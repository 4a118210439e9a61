"""Marks headings for widgets, and makes links of names, in the tree of a page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER, HTML_PLACEHOLDER_RE, STX

from mkdocs_plan_plugin.extension.page import RenderedPage
from mkdocs_plan_plugin.rendering.page import slot

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NO_LINKS = _HEADINGS | {"a", "button", "code", "pre", "summary"}
_PERMALINKS = ("headerlink", "headeranchor-link")
_ATTRIBUTES = re.compile(r"\{:?[^{}]*\}\s*\Z")
_SHORTCODE = re.compile(r":[\w+-]+:")
_ESCAPED = re.compile(rf"{STX}(\d+){ETX}")
_MARKS = re.compile(r"[\W_]+")


class PageMarker(Treeprocessor):
    """Marks headings and makes links."""

    def __init__(self, md: Markdown, page: RenderedPage) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: etree.Element) -> None:
        """Go through the page, whose headings have their ids by now."""
        page = self._page
        if page.sections:
            self._mark_headings(root, page)
        if page.code_links:
            self._link_codes(root, page.code_links)
        if page.mended:
            _mend(root, page.mended)
        if page.placeholders:
            _link_placeholders(root, page.placeholders)

    def _mark_headings(self, root: etree.Element, page: RenderedPage) -> None:
        """Keep the ids of the headings that were read, and leave comments where widgets go."""
        keys = [_key(section.title) for section in page.sections]
        at = 0
        for element in root.iter():
            if element.tag not in _HEADINGS:
                continue
            try:
                section = keys.index(_key(self._text(element)), at)
            except ValueError:  # a heading that only MkDocs' dialect has
                continue
            at = section + 1
            if anchor := element.get("id"):
                page.anchors[section] = anchor
            if section in page.marked:
                element.append(etree.Comment(slot(section)))

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

    def _text(self, element: etree.Element) -> str:
        """An element's text, with what Python-Markdown keeps elsewhere put back in."""
        text = unescape("".join(part for part in _texts(element) if part))
        if STX not in text:
            return text
        text = HTML_PLACEHOLDER_RE.sub(self._stashed, text.replace(AMP_SUBSTITUTE, "&"))
        return _ESCAPED.sub(lambda match: chr(int(match[1])), text)

    def _stashed(self, match: re.Match[str]) -> str:
        """Code that an extension has put in the stash; an icon that it has put there is no text."""
        block = str(self.md.htmlStash.rawHtmlBlocks[int(match[1])])
        return "" if block.startswith("<") else unescape(block)


def _texts(element: etree.Element) -> Iterator[str | None]:
    yield element.text
    for child in element:
        if _is_element(child) and child.get("class") not in _PERMALINKS:
            yield from _texts(child)
        yield child.tail


def _is_element(node: etree.Element) -> bool:
    """Not a comment, which has a function for a tag."""
    tag: object = node.tag
    return isinstance(tag, str)


@lru_cache(maxsize=1024)
def _key(title: str) -> str:
    """What two readings of a heading have in common; most often they are the same."""
    return _MARKS.sub("", _SHORTCODE.sub("", _ATTRIBUTES.sub("", title))).casefold()


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
