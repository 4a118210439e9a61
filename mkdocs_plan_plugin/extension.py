"""The host Python-Markdown: sees the final text of a page, links names, marks headings.

Its links are to source files, as an author would write them; the host makes addresses of them.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER, HTML_PLACEHOLDER_RE, STX

from mkdocs_plan_plugin.model import Section
from mkdocs_plan_plugin.rendering.page import slot

# After pymdownx.snippets (32) has put included text in and normalize_whitespace (30) has
# evened it, before superfences (25) takes code out.
_BEFORE_FENCES = 28
# After `toc` (5) has given headings their ids and MkDocs has read the title (1), before
# MkDocs' `relpath` (0) turns links to source files into links to pages.
_BEFORE_RELPATH = 0.5

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NO_LINKS = _HEADINGS | {"a", "button", "code", "pre", "summary"}
_PERMALINKS = ("headerlink", "headeranchor-link")
_ATTRIBUTES = re.compile(r"\{:?[^{}]*\}\s*\Z")
_SHORTCODE = re.compile(r":[\w+-]+:")
_ESCAPED = re.compile(rf"{STX}(\d+){ETX}")
_MARKS = re.compile(r"[\W_]+")


@dataclass(slots=True)
class RenderedPage:
    """What the extension needs to know of the page in hand, and what it learns.

    Attributes:
        sections: The page's headings as they were read; none when nobody asks for them.
        marked: The sections whose headings are to be marked.
        code_links: Names in code spans and the link each becomes.
        placeholders: Texts in square brackets and the link each becomes.
        reread: Called with the page's final text; returns its headings if they are others now,
            and then all of them are marked.
        anchors: Filled with the id of each section's heading.
    """

    sections: Sequence[Section]
    marked: Container[int]
    code_links: Mapping[str, str]
    placeholders: Mapping[str, str]
    reread: Callable[[str], Sequence[Section] | None]
    anchors: dict[int, str] = field(default_factory=dict)


class PlanExtension(Extension):
    """Hands `page`, the one to come, to the next Markdown instance that is made.

    Only to that one: instances that others make with the same extensions while it works, for
    docstrings or blog excerpts, get no page and are left alone.
    """

    page: RenderedPage | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the host's name)
        """Register the processors, if there is a page for them."""
        page, self.page = self.page, None
        if page:
            md.preprocessors.register(_TextReader(md, page), "plan_text", _BEFORE_FENCES)
            md.treeprocessors.register(_PageMarker(md, page), "plan_marks", _BEFORE_RELPATH)


class _TextReader(Preprocessor):
    """Shows the page's final text to whom it concerns."""

    def __init__(self, md: Markdown, page: RenderedPage) -> None:
        super().__init__(md)
        self._page = page

    def run(self, lines: list[str]) -> list[str]:
        sections = self._page.reread("\n".join(lines))
        if sections is not None:
            self._page.sections, self._page.marked = sections, range(len(sections))
        return lines


class _PageMarker(Treeprocessor):
    """Marks headings and makes links."""

    def __init__(self, md: Markdown, page: RenderedPage) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: etree.Element) -> None:
        page = self._page
        if page.sections:
            self._mark_headings(root, page)
        if page.code_links:
            self._link_codes(root, page.code_links)
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
