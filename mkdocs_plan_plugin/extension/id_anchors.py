"""Gives the definitions of ids an anchor each, and leaves room for what serves them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_plan_plugin.extension.anchors import TaskAnchors
from mkdocs_plan_plugin.extension.page import DefinedId, RenderedPage
from mkdocs_plan_plugin.model import DefinitionForm
from mkdocs_plan_plugin.reading.definitions import criteria_prefix, lead_of
from mkdocs_plan_plugin.reading.ids import IdRules
from mkdocs_plan_plugin.rendering.page import served_slot

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LISTS = frozenset(("ol", "ul"))
_FORMS = {
    "li": DefinitionForm.ITEM,
    "p": DefinitionForm.PARAGRAPH,
    "tr": DefinitionForm.ROW,
    **dict.fromkeys(_HEADINGS, DefinitionForm.HEADING),
}
_HEAD = 100
"""As much of a text is looked at to find the id that leads it."""
_WORDS = 40
"""No id is longer, with what stands before it."""
_FIGURE = re.compile(r"\d")


class _Lead(NamedTuple):
    element: etree.Element
    form: DefinitionForm
    key: str


class IdAnchors(Treeprocessor):
    """Sets the anchors, right after tasks have got theirs."""

    def __init__(self, md: Markdown, page: RenderedPage, others: TaskAnchors) -> None:
        super().__init__(md)
        self._page = page
        self._others = others
        self._defined: Sequence[DefinedId] = page.defined_ids
        self._rules = page.id_rules

    def run(self, root: etree.Element) -> None:
        """Find the element of each id: the n-th of its form that the id leads."""
        wanted = {(each.form, each.key, each.ordinal): each for each in self._defined}
        taken = self._others.taken
        seen: Counter[tuple[DefinitionForm, str]] = Counter()
        for lead in [*_leads(root, self._rules)]:
            found = wanted.get((lead.form, lead.key, seen[lead.form, lead.key]))
            seen[lead.form, lead.key] += 1
            if found:
                del wanted[lead.form, lead.key, found.ordinal]
                _anchor(lead.element, found.anchor, taken)
                if found.slot is not None:
                    _leave_slot(root, lead.element, served_slot(found.slot))
        missing = (each.anchor for each in wanted.values())
        self._page.missing_anchors.update(each for each in missing if each not in taken)


def _leads(root: etree.Element, rules: IdRules) -> Iterator[_Lead]:
    """The elements that an id leads, or that are a numbered criterion, in order."""
    prefix: str | None = None
    titles: list[tuple[int, str]] = []
    inner = {id(p) for item in root.iter("li") if len(item) for p in item.iter("p")}
    for element in root.iter():
        form = _FORMS.get(element.tag)  # a comment has a function for a tag
        if not form or (element.tag == "p" and id(element) in inner):
            continue
        if form is DefinitionForm.ITEM and "task-list-item" in element.get("class", ""):
            continue
        if prefix is None and form is not DefinitionForm.HEADING and not _may_lead(element):
            continue
        text = _head(element)
        if not _FIGURE.search(text) and form is not DefinitionForm.HEADING and prefix is None:
            continue
        if form is DefinitionForm.HEADING:
            level = int(element.tag[1])
            titles = [(above, title) for above, title in titles if above < level]
            titles.append((level, text))
            prefix = criteria_prefix([title for _, title in reversed(titles)])
        for key in lead_of(text, form, rules) if _FIGURE.search(text) else ():
            yield _Lead(element, form, key)
        if prefix is not None and element.tag == "li":
            number = _number(root, element)
            if number is not None:
                key = f"Requirement {prefix}.{number}" if prefix else f"AC{number}"
                yield _Lead(element, DefinitionForm.ITEM, key)


def _may_lead(element: etree.Element) -> bool:
    """Whether the first words of an element hold a figure, as an id does; most do not."""
    text = element.text
    if text and len(text) > _WORDS and not text.isspace():
        return _FIGURE.search(text, 0, _HEAD) is not None
    return True


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
