"""Ids in the tree of a page: definitions get an anchor, what names them becomes a link."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_plan_plugin.extension.page import DefinedId, RenderedPage
from mkdocs_plan_plugin.model import DefinitionForm
from mkdocs_plan_plugin.reading.ids import IdRules, find_ids
from mkdocs_plan_plugin.reading.traces import criteria_prefix, lead_of
from mkdocs_plan_plugin.rendering.page import served_slot

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NO_LINKS = _HEADINGS | {"a", "abbr", "button", "code", "kbd", "label", "pre", "script", "style"}
_NO_LINKS |= {"summary", "textarea"}
_INLINE = frozenset(("b", "em", "i", "ins", "mark", "small", "span", "strong", "sub", "sup", "u"))
_LISTS = frozenset(("ol", "ul"))
_FORMS = {
    "li": DefinitionForm.ITEM,
    "p": DefinitionForm.PARAGRAPH,
    "tr": DefinitionForm.ROW,
    **dict.fromkeys(_HEADINGS, DefinitionForm.HEADING),
}
_HEAD = 100
"""As much of a text is looked at to find the id that leads it."""
_CONTEXT = 40
"""As much of what stands before a text may belong to an id in it: "Requirements:" in bold."""
# What every id has: letters and a figure, or a figure behind a word that says what it counts.
_SIGN = re.compile(r"\d")


class _Lead(NamedTuple):
    element: etree.Element
    form: DefinitionForm
    key: str


class IdMarker(Treeprocessor):
    """Sets anchors and makes links, when tasks have their own anchors."""

    def __init__(self, md: Markdown, page: RenderedPage) -> None:
        super().__init__(md)
        self._page = page
        self._links = page.id_links
        self._rules = page.id_rules
        self._before = ""

    def run(self, root: etree.Element) -> None:
        """Go through the page."""
        if self._page.defined_ids:
            self._set_anchors(root, self._page.defined_ids)
        if self._links:
            self._link_below(root, frozenset())

    # Definitions

    def _set_anchors(self, root: etree.Element, defined: Sequence[DefinedId]) -> None:
        wanted = {(each.form, each.key, each.ordinal): each for each in defined}
        taken = {element.get("id") for element in root.iter()}
        seen: Counter[tuple[DefinitionForm, str]] = Counter()
        for lead in [*_leads(root, self._rules)]:
            found = wanted.get((lead.form, lead.key, seen[lead.form, lead.key]))
            seen[lead.form, lead.key] += 1
            if found:
                _anchor(lead.element, found.anchor, taken)
                if found.slot is not None:
                    _leave_slot(root, lead.element, served_slot(found.slot))

    # Links

    def _link_below(self, parent: etree.Element, inside: frozenset[str]) -> None:
        """Link what an element holds; not to what stands `inside` of it."""
        if anchor := parent.get("id"):
            inside |= {anchor}
        if parent.tag not in _INLINE:
            self._before = ""
        if parent.text:
            for at, link in enumerate(self._link_text(parent, None, parent.text, inside)):
                parent.insert(at, link)
        for child in list(parent):
            tag: object = child.tag
            if isinstance(tag, str) and tag not in _NO_LINKS:
                self._link_below(child, inside)
            elif isinstance(tag, str):
                self._before = ""
            if child.tail:
                links = self._link_text(parent, child, child.tail, inside)
                at = list(parent).index(child) + 1 if links else 0
                for number, link in enumerate(links):
                    parent.insert(at + number, link)

    def _link_text(
        self, parent: etree.Element, child: etree.Element | None, text: str, inside: frozenset[str]
    ) -> list[etree.Element]:
        """Cut a text where links go; it keeps what stands before the first one."""
        before, self._before = self._before, (self._before + text)[-_CONTEXT:]
        if not _SIGN.search(text):
            return []
        links: list[etree.Element] = []
        at = 0
        for found in find_ids(before + text, self._rules):
            start, end = found.start - len(before), found.end - len(before)
            link = self._links.get(found.key) if start >= at else None
            if not link or (link.href.startswith("#") and link.href[1:] in inside):
                continue
            _follow(parent, child, links, text[at:start])
            made = etree.Element("a", {"class": "plan-id", "href": link.href, "data-plan-link": ""})
            if link.title:
                made.set("title", link.title)
            if self._page.previews:
                made.set("data-preview", "")
            made.text = text[start:end]
            links.append(made)
            at = end
        if links:
            links[-1].tail = text[at:] or None
        return links


def _follow(
    parent: etree.Element, child: etree.Element | None, links: list[etree.Element], text: str
) -> None:
    if links:
        links[-1].tail = text or None
    elif child is not None:
        child.tail = text or None
    else:
        parent.text = text or None


def _leads(root: etree.Element, rules: IdRules) -> Iterator[_Lead]:
    """The elements that an id leads, or that are a numbered criterion, in order."""
    prefix: str | None = None
    titles: list[tuple[int, str]] = []
    inner = {id(p) for item in root.iter("li") for p in item.iter("p")}
    for element in root.iter():
        form = _FORMS.get(element.tag)  # a comment has a function for a tag
        if not form or (element.tag == "p" and id(element) in inner):
            continue
        if "task-list-item" in element.get("class", ""):
            continue
        text = _head(element)
        if form is DefinitionForm.HEADING:
            level = int(element.tag[1])
            titles = [(above, title) for above, title in titles if above < level]
            titles.append((level, text))
            prefix = criteria_prefix([title for _, title in reversed(titles)])
        for key in lead_of(text, form, rules):
            yield _Lead(element, form, key)
        if prefix is not None and element.tag == "li":
            number = _number(root, element)
            if number is not None:
                key = f"Requirement {prefix}.{number}" if prefix else f"AC{number}"
                yield _Lead(element, DefinitionForm.ITEM, key)


def _number(root: etree.Element, item: etree.Element) -> int | None:
    """The number of an item of an ordered list that is in no other list."""
    for numbered in root:
        if numbered.tag == "ol" and item in list(numbered):
            return int(numbered.get("start", "1")) + list(numbered).index(item)
    return None


def _head(element: etree.Element) -> str:
    """The beginning of an element's own text; of a row the first cell."""
    if element.tag == "tr":
        element = next(iter(element), element)
    parts: list[str] = []
    length = 0
    for part in _texts(element):
        parts.append(part)
        length += len(part)
        if length > _HEAD:
            break
    return " ".join("".join(parts).split())


def _texts(element: etree.Element) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:
        tag: object = child.tag
        if tag in _LISTS:
            return
        if isinstance(tag, str):
            yield from _texts(child)
        if child.tail:
            yield child.tail


def _anchor(element: etree.Element, anchor: str, taken: set[str | None]) -> None:
    if anchor in taken:
        return
    taken.add(anchor)
    if element.tag not in _HEADINGS and not element.get("id"):
        element.set("id", anchor)
        return
    mark = etree.Element("span", {"id": anchor})
    mark.tail, element.text = element.text, None
    element.insert(0, mark)


def _leave_slot(root: etree.Element, element: etree.Element, text: str) -> None:
    """Leave a comment where a widget goes: in no paragraph, and before lists within the element."""
    slot = etree.Comment(text)
    if element.tag in _HEADINGS or element.tag == "p":
        parent = next((each for each in root.iter() if element in list(each)), None)
        if parent is not None:
            slot.tail, element.tail = element.tail, None
            parent.insert(list(parent).index(element) + 1, slot)
        return
    holder = next(iter(element), element) if element.tag == "tr" else element
    if len(holder) and holder[0].tag == "p":
        at = 1
    else:
        at = next((at for at, child in enumerate(holder) if child.tag in _LISTS), len(holder))
    holder.insert(at, slot)
