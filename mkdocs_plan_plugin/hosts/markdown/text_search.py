"""Finds elements by their words, on pages that belong to no plan: the host has built them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from mkdocs_plan_plugin.model import DefinitionForm

_FORMS = {
    "li": DefinitionForm.ITEM,
    "p": DefinitionForm.PARAGRAPH,
    "tr": DefinitionForm.ROW,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), DefinitionForm.HEADING),
}
_LISTS = frozenset(("ol", "ul"))
_PERMALINKS = ("headerlink", "headeranchor-link")
_SIGNS = re.compile(r"[\W_]+")
_LONGEST = 40
"""As much of two texts is compared."""


class ElementsByText:
    """The elements of a page by form and words; each is found once, in order."""

    def __init__(self, root: etree.Element) -> None:
        self._elements: dict[tuple[DefinitionForm, str], list[etree.Element]] = {}
        for element in reversed([*root.iter()]):
            if form := _FORMS.get(element.tag):
                heads = element[:2] if element.tag == "tr" else [element]
                key = _key("".join(text for head in heads for text in _texts(head)))
                self._elements.setdefault((form, key), []).append(element)

    def next(self, form: DefinitionForm, text: str) -> etree.Element | None:
        """The next element of a form with this text, that of a row being its first two cells'."""
        found = self._elements.get((form, _key(text)))
        return found.pop() if found else None


def _key(text: str) -> str:
    """What a text has in common however it is marked up."""
    return _SIGNS.sub("", text).casefold()[:_LONGEST]


def _texts(element: etree.Element) -> Iterator[str]:
    """The text of an element, without that of lists in it."""
    yield element.text or ""
    for child in element:
        tag: object = child.tag
        if tag in _LISTS:
            return
        if isinstance(tag, str) and child.get("class") not in _PERMALINKS:
            yield from _texts(child)
        yield child.tail or ""
