"""Gives the definitions of ids anchors, and leaves slots for the widgets of their coverage."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_plan_plugin.hosts.markdown.anchors import TaskAnchors
from mkdocs_plan_plugin.hosts.markdown.page import RenderedPage
from mkdocs_plan_plugin.hosts.markdown.parents import Parents
from mkdocs_plan_plugin.hosts.markdown.text_search import ElementsByText
from mkdocs_plan_plugin.model import DefinitionForm
from mkdocs_plan_plugin.rendering import coverage_slot

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LISTS = frozenset(("ol", "ul"))
_TAGS = {
    DefinitionForm.ITEM: "li",
    DefinitionForm.PARAGRAPH: "p",
    DefinitionForm.ROW: "tr",
    DefinitionForm.HEADING: "h",
}
_LONGEST = 60
"""How many lines a paragraph may have."""


class IdAnchors(Treeprocessor):
    """Sets the anchors of ids, right after those of tasks."""

    def __init__(self, md: Markdown, page: RenderedPage, others: TaskAnchors) -> None:
        super().__init__(md)
        self._page = page
        self._others = others

    def run(self, root: etree.Element) -> None:
        """Find the element of each id: by its line, or by its text where the host has built it."""
        taken = self._others.taken
        page = self._page
        by_text = None if page.is_github else ElementsByText(root)
        parents = Parents(root)
        for defined in page.defined_ids:
            element = (
                by_text.next(defined.form, defined.text)
                if by_text
                else self._at(defined.line, defined.form)
            )
            if element is not None:
                _anchor(element, defined.anchor, taken)
                if defined.slot is not None:
                    _leave_slot(parents, element, coverage_slot(defined.slot))
            elif defined.anchor not in taken:
                page.missing_anchors.add(defined.anchor)

    def _at(self, line: int, form: DefinitionForm) -> etree.Element | None:
        """Return the element at a line, or the paragraph that it is in."""
        elements, tag = self._page.elements, _TAGS[form]
        before = _LONGEST if form is DefinitionForm.PARAGRAPH else 1
        found = (elements.get((at, tag)) for at in range(line, line - before, -1))
        return next((element for element in found if element is not None), None)


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


def _leave_slot(parents: Parents, element: etree.Element, text: str) -> None:
    """Leave a comment for a widget: outside paragraphs, and before lists within the element."""
    slot = etree.Comment(text)
    if element.tag in _HEADINGS or element.tag == "p":
        if (parent := parents.of(element)) is not None:
            slot.tail, element.tail = element.tail, None
            parent.insert(list(parent).index(element) + 1, slot)
        return
    holder = next(iter(element), element) if element.tag == "tr" else element
    if len(holder) and holder[0].tag == "p":
        at = 1
    else:
        at = next((at for at, child in enumerate(holder) if child.tag in _LISTS), len(holder))
    holder.insert(at, slot)
