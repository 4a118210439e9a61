"""Makes links of what running text names: ids, and pages."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_plan_plugin.extension.page import RenderedPage
from mkdocs_plan_plugin.reading.ids import find_ids
from mkdocs_plan_plugin.reading.page_names import announces_pages, find_names, find_placeholders

_NO_LINKS = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "a", "abbr", "button", "code", "kbd", "label", "pre")
) | frozenset(("script", "style", "summary", "textarea"))
_INLINE = frozenset(("b", "em", "i", "ins", "mark", "small", "span", "strong", "sub", "sup", "u"))
_CONTEXT = 60
"""As much of what stands before a text may tell what it means: "Requirements:" in bold."""
_LETTERS = re.compile(r"[A-Z]{2,}")


class _Link(NamedTuple):
    """A piece of a text that becomes a link, with its own `text` if that is another one."""

    start: int
    end: int
    attributes: Mapping[str, str]
    text: str = ""


class TextLinker(Treeprocessor):
    """Makes links, when all that they may lead to on the page has its anchor."""

    def __init__(self, md: Markdown, page: RenderedPage) -> None:
        super().__init__(md)
        self._page = page
        self._before = ""
        self._is_labelled = False
        self._signs = _signs(page)

    def run(self, root: etree.Element) -> None:
        """Go through the page, if it names anything at all."""
        search = self._signs.search
        if any(
            (element.text and search(element.text)) or (element.tail and search(element.tail))
            for element in root.iter()
        ):
            self._link_below(root, frozenset())

    def _link_below(self, parent: etree.Element, inside: frozenset[str]) -> None:
        """Link what an element holds; not to what stands `inside` of it."""
        if anchor := parent.get("id"):
            inside |= {anchor}
        if parent.tag not in _INLINE:
            self._before = ""
            self._is_labelled = False
        if parent.text:
            for at, link in enumerate(self._link_text(parent, None, parent.text, inside)):
                parent.insert(at, link)
        for child in list(parent):
            tag: object = child.tag
            if isinstance(tag, str) and tag not in _NO_LINKS:
                self._link_below(child, inside)
            elif isinstance(tag, str):
                self._before += "…"
            if child.tail:
                links = self._link_text(parent, child, child.tail, inside)
                at = list(parent).index(child) + 1 if links else 0
                for number, link in enumerate(links):
                    parent.insert(at + number, link)

    def _link_text(
        self, parent: etree.Element, child: etree.Element | None, text: str, inside: frozenset[str]
    ) -> list[etree.Element]:
        """Cut a text where links go; it keeps what stands before the first one."""
        before = self._before
        self._before = text[-_CONTEXT:] if len(text) > _CONTEXT else (before + text)[-_CONTEXT:]
        if not self._is_labelled and self._page.name_links:
            self._is_labelled = announces_pages(before + text)
        if not self._signs.search(text):
            return []
        links: list[etree.Element] = []
        at = 0
        for found in sorted(self._found(before, text, inside)):
            if found.start < at:
                continue
            _follow(parent, child, links, text[at : found.start])
            link = etree.Element("a", dict(found.attributes))
            link.text = found.text or text[found.start : found.end]
            links.append(link)
            at = found.end
        if links:
            links[-1].tail = text[at:] or None
        return links

    def _found(self, before: str, text: str, inside: frozenset[str]) -> Iterator[_Link]:
        named = chain(self._placeholders(before, text), self._names(before, text))
        return chain(named, self._ids(before, text, inside))

    def _placeholders(self, before: str, text: str) -> Iterator[_Link]:
        links = self._page.placeholders
        for match in find_placeholders(before + text) if links and "[" in text else ():
            start = match.start() - len(before)
            if match[1] in links and start >= 0:
                attributes = {"href": links[match[1]], "data-plan-link": ""}
                yield _Link(start, match.end() - len(before), attributes, match[1])

    def _names(self, before: str, text: str) -> Iterator[_Link]:
        links = self._page.name_links
        if not links:
            return
        for name, start, end in find_names(before + text, is_labelled=self._is_labelled):
            if name in links and start >= len(before):
                yield _Link(
                    start - len(before),
                    end - len(before),
                    {"href": links[name], "data-plan-link": ""},
                )

    def _ids(self, before: str, text: str, inside: frozenset[str]) -> Iterator[_Link]:
        links = self._page.id_links
        if not links:
            return
        for key, start, end in find_ids(before + text, self._page.id_rules):
            link = links.get(key) if start >= len(before) else None
            is_here = link and link.href.startswith("#")
            if link and not (is_here and link.href[1:] in inside | self._page.missing_anchors):
                attributes = {"class": "plan-id", "href": link.href, "data-plan-link": ""}
                if link.title:
                    attributes["title"] = link.title
                if self._page.previews:
                    attributes["data-preview"] = ""
                yield _Link(start - len(before), end - len(before), attributes)


def _signs(page: RenderedPage) -> re.Pattern[str]:
    """What a text that is to become a link holds one of: ids as they may begin, and `.md`."""
    found = {r"\.md\b"} if page.name_links else set()
    found |= {r"\[[Ll]ink"} if page.placeholders else set()
    for key in page.id_links:
        letters = _LETTERS.match(key)
        # `US1` may be written "User Story 1", and a number may stand behind a word in bold.
        is_code = letters and letters[0] not in ("US", "AC")
        found.add(re.escape(key) if is_code else r"\d")
    return re.compile("|".join(sorted(found)) or r"(?!)")


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
