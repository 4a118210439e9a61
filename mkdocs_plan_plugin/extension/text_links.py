"""Makes links of the pages that running text names, and of placeholders for links."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from mkdocs_plan_plugin.reading.page_names import announces_pages, find_names, find_placeholders
from mkdocs_plan_plugin.rendering.no_links import NO_LINKS

_INLINE = frozenset(("b", "em", "i", "ins", "mark", "small", "span", "strong", "sub", "sup", "u"))
_HEAD = 80
_CONTEXT = 60
"""As much of what stands before a text may tell what it means: "Requirements:" in bold."""
_SIGN = re.compile(r"\.md\b|\[link", re.IGNORECASE)


class _Link(NamedTuple):
    """A piece of a text that becomes a link, with its own `text` if that is another one."""

    start: int
    end: int
    href: str
    text: str = ""


class TextLinker:
    """Makes links in the text of a page.

    Args:
        names: What each name of a page becomes.
        placeholders: What each placeholder becomes.
    """

    def __init__(self, names: Mapping[str, str], placeholders: Mapping[str, str]) -> None:
        self._names = names
        self._placeholders = placeholders
        self._before = ""
        self._head = ""

    def link(self, root: etree.Element) -> None:
        """Go through the page, if it names anything at all."""
        search = _SIGN.search
        if any(
            (element.text and element.tag not in NO_LINKS and search(element.text))
            or (element.tail and search(element.tail))
            for element in root.iter()
        ):
            self._link_below(root)

    def _link_below(self, parent: etree.Element) -> None:
        """Link what an element holds."""
        if parent.tag not in _INLINE:
            self._before = ""
        if parent.text:
            for at, link in enumerate(self._link_text(parent, None, parent.text)):
                parent.insert(at, link)
        for child in list(parent):
            tag: object = child.tag
            if isinstance(tag, str) and tag not in NO_LINKS:
                self._link_below(child)
            elif isinstance(tag, str):
                self._before += "…"
            if child.tail:
                links = self._link_text(parent, child, child.tail)
                at = list(parent).index(child) + 1 if links else 0
                for number, link in enumerate(links):
                    parent.insert(at + number, link)

    def _link_text(
        self, parent: etree.Element, child: etree.Element | None, text: str
    ) -> list[etree.Element]:
        """Cut a text where links go; it keeps what stands before the first one."""
        before = self._before
        self._before = text if len(text) > _CONTEXT else before + text
        if not before:
            self._head = text
        if not _SIGN.search(text):
            return []
        before = before[-_CONTEXT:]
        links: list[etree.Element] = []
        at = 0
        for found in sorted(
            chain(self._find_placeholders(before, text), self._find_names(before, text)),
            key=lambda link: link.start,
        ):
            if found.start < at:
                continue
            _follow(parent, child, links, text[at : found.start])
            link = etree.Element("a", {"href": found.href, "data-plan-link": ""})
            link.text = found.text or text[found.start : found.end]
            links.append(link)
            at = found.end
        if links:
            links[-1].tail = text[at:] or None
        return links

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
                yield _Link(start - len(before), end - len(before), links[name])


def _follow(
    parent: etree.Element, child: etree.Element | None, links: list[etree.Element], text: str
) -> None:
    """Keep the text before a link: behind the link before it, or where it was."""
    if links:
        links[-1].tail = text or None
    elif child is not None:
        child.tail = text or None
    else:
        parent.text = text or None
