"""Elements are found by form and words."""

from __future__ import annotations

import xml.etree.ElementTree as etree

import pytest

from mkdocs_plan_plugin.hosts.markdown.text_search import ElementsByText
from mkdocs_plan_plugin.model import DefinitionForm

ROOT = etree.fromstring(
    '<div><h2 id="h">FR-1: <b>Login</b><a class="headerlink">¶</a></h2><p id="p">FR-1: Login</p>'
    '<ul><li id="a">US-1 <code>x_y</code><ul><li id="b">US-2</li></ul>tail</li>'
    '<li id="c"><p id="q">US-2</p></li></ul>'
    '<table><tr id="r"><td>R1</td><td>Text</td><td>more</td></tr></table></div>'
)


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        (DefinitionForm.HEADING, "FR-1: Login", ["h"]),
        (DefinitionForm.PARAGRAPH, "FR-1: **Login**", ["p"]),
        (DefinitionForm.ITEM, "US-1 `x_y`", ["a"]),
        (DefinitionForm.ITEM, "us-2", ["b", "c"]),
        (DefinitionForm.ROW, "R1 Text", ["r"]),
        (DefinitionForm.ROW, "R1 Text more", []),
        (DefinitionForm.ITEM, "US-3", []),
    ],
)
def test_each_is_found_once_in_order(form: DefinitionForm, text: str, found: list[str]) -> None:
    elements = ElementsByText(ROOT)
    ids = []
    while (element := elements.next(form, text)) is not None:
        ids.append(element.get("id"))
    assert ids == found


def test_long_texts_are_compared_by_their_beginning() -> None:
    root = etree.fromstring(f'<div><p id="x">{"a" * 60}</p></div>')
    element = ElementsByText(root).next(DefinitionForm.PARAGRAPH, "a" * 50 + "b")
    assert element is not None
