"""Find elements by their words, on pages whose blocks the Markdown instance has built itself."""

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
"""The number of characters that are compared."""


class ElementsByText:
    """Indexes the elements of a page by form and words; each is found once, in order."""

    def __init__(self, root: etree.Element) -> None:
        self._elements: dict[tuple[DefinitionForm, str], list[etree.Element]] = {}
        for element in reversed([*root.iter()]):
            if form := _FORMS.get(element.tag):
                heads = element[:2] if element.tag == "tr" else [element]
                key = _key("".join(text for head in heads for text in _texts(head)))
                self._elements.setdefault((form, key), []).append(element)

    def next(self, form: DefinitionForm, text: str) -> etree.Element | None:
        """Return the next element of a form with this text; of a row, the first two cells count."""
        found = self._elements.get((form, _key(text)))
        return found.pop() if found else None


def _key(text: str) -> str:
    """Normalize a text, so that it is equal however it is marked up."""
    return _SIGNS.sub("", text).casefold()[:_LONGEST]


def _texts(element: etree.Element) -> Iterator[str]:
    """Return the text of an element without the lists in it."""
    yield element.text or ""
    for child in element:
        tag: object = child.tag
        if tag in _LISTS:
            return
        if isinstance(tag, str) and child.get("class") not in _PERMALINKS:
            yield from _texts(child)
        yield child.tail or ""
