"""Links page names in running text, and placeholders for links."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from mkdocs_plan_plugin.hosts.markdown.links.targets import set_target
from mkdocs_plan_plugin.reading.links import announces_pages, find_names, find_placeholders
from mkdocs_plan_plugin.rendering import NO_LINKS

_INLINE = frozenset(("b", "em", "i", "ins", "mark", "small", "span", "strong", "sub", "sup", "u"))
_HEAD = 80
_CONTEXT = 60
"""The length of preceding text that may explain a name, such as "Requirements:" in bold."""
_MARKER = re.compile(r"\.md\b|\[link", re.IGNORECASE)


class _Link(NamedTuple):
    """A part of a text that becomes a link, and the text of the link."""

    start: int
    end: int
    href: str
    text: str


class TextLinker:
    """Creates links in the text of a page.

    Args:
        names: The link of each page name.
        placeholders: The link of each placeholder.
    """

    def __init__(self, names: Mapping[str, str], placeholders: Mapping[str, str]) -> None:
        self._names = names
        self._placeholders = placeholders
        self._before = ""
        self._head = ""

    def link(self, root: etree.Element) -> None:
        """Process the page, if it has any names or placeholders."""
        search = _MARKER.search
        if any(
            (element.text and element.tag not in NO_LINKS and search(element.text))
            or (element.tail and search(element.tail))
            for element in root.iter()
        ):
            self._link_below(root)

    def _link_below(self, parent: etree.Element) -> None:
        """Link the text within an element."""
        if parent.tag not in _INLINE:
            self._before = ""
        children = list(parent)
        if parent.text:
            parent.text, links = self._split(parent.text)
            parent[:0] = links
        for child in children:
            tag: object = child.tag
            if isinstance(tag, str) and tag not in NO_LINKS:
                self._link_below(child)
            elif isinstance(tag, str):
                self._before += "…"
            if child.tail:
                child.tail, links = self._split(child.tail)
                if links:
                    at = list(parent).index(child) + 1
                    parent[at:at] = links

    def _split(self, text: str) -> tuple[str, list[etree.Element]]:
        """Split a text at its links into the text before the first one, and the links."""
        before = self._before
        self._before = text if len(text) > _CONTEXT else before + text
        if not before:
            self._head = text
        if not _MARKER.search(text):
            return text, []
        before = before[-_CONTEXT:]
        found = [*self._find_placeholders(before, text), *self._find_names(before, text)]
        links: list[etree.Element] = []
        rest = text
        # From the end, so that each link's tail is the text up to the next one.
        for start, end, href, name in reversed(_without_overlaps(found)):
            link = etree.Element("a", {"href": "", "data-plan-link": ""})
            set_target(link, href)
            link.text, link.tail = name, rest[end:] or None
            rest = rest[:start]
            links.append(link)
        return rest, links[::-1]

    def _find_placeholders(self, before: str, text: str) -> Iterator[_Link]:
        links = self._placeholders
        for match in find_placeholders(before + text) if links and "[" in text else ():
            start = match.start() - len(before)
            if match[1] in links and start >= 0:
                yield _Link(start, match.end() - len(before), links[match[1]], match[1])

    def _find_names(self, before: str, text: str) -> Iterator[_Link]:
        links = self._names
        if not links or ".md" not in text.lower():
            return
        is_labelled = announces_pages((self._head + before + text)[:_HEAD])
        for name, start, end in find_names(before + text, is_labelled=is_labelled):
            if name in links and start >= len(before):
                yield _Link(start - len(before), end - len(before), links[name], name)


def _without_overlaps(links: Iterable[_Link]) -> list[_Link]:
    """Return links in order, only the first of those that overlap."""
    found: list[_Link] = []
    for link in sorted(links, key=lambda link: link.start):
        if not found or link.start >= found[-1].end:
            found.append(link)
    return found
