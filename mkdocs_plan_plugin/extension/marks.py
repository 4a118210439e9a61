"""Marks headings for widgets in the tree of a page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER_RE, STX

from mkdocs_plan_plugin.extension.page import RenderedPage
from mkdocs_plan_plugin.rendering.page import slot

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PERMALINKS = ("headerlink", "headeranchor-link")
_ATTRIBUTES = re.compile(r"\{:?[^{}]*\}\s*\Z")
_SHORTCODE = re.compile(r":[\w+-]+:")
_ESCAPED = re.compile(rf"{STX}(\d+){ETX}")
_MARKS = re.compile(r"[\W_]+")


class PageMarker(Treeprocessor):
    """Marks headings."""

    def __init__(self, md: Markdown, page: RenderedPage) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: etree.Element) -> None:
        """Go through the page, whose headings have their ids by now."""
        page = self._page
        if page.sections:
            self._mark_headings(root, page)

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
