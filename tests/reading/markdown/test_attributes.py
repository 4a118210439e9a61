"""Attribute lists are told from other text in braces."""

from __future__ import annotations

import re

import pytest

from mkdocs_plan_plugin.reading import read_document
from mkdocs_plan_plugin.reading.markdown import ATTRIBUTE_LIST

LISTS = {
    "{.wide}": ".wide",
    "{ .wide .tall }": ".wide .tall ",
    "{#own}": "#own",
    "{: #own }": "#own ",
    "{:.wide}": ".wide",
    "{: hidden }": "hidden ",
    "{: any-word }": "any-word ",
    "{ width=300 loading=lazy }": "width=300 loading=lazy ",
    '{ title="a } b" }': 'title="a } b" ',
    "{ data-preview }": "data-preview ",
    "{ download }": "download ",
    "{ .btn download }": ".btn download ",
}
TEXTS = (
    "{id}",
    "{ id }",
    "{true,false}",
    "{a|b}",
    "{...}",
    "{.5}",
    "{i=1}",
    "{n==2}",
    "{key=}",
    "{:ok, value}",
    "{downloads}",
    "{{ name }}",
    "{% if x %}",
    "{}",
    "{.wide",
)


@pytest.mark.parametrize(("text", "attributes"), LISTS.items())
def test_attribute_lists(text: str, attributes: str) -> None:
    match = re.fullmatch(ATTRIBUTE_LIST, text)
    assert match is not None
    assert match[1] == attributes


@pytest.mark.parametrize("text", TEXTS)
def test_other_text(text: str) -> None:
    assert not re.match(ATTRIBUTE_LIST, text)


def test_a_title_has_no_attribute_list() -> None:
    text = "# Lamp {#lamp}\n\n## GET /lamps/ {id}\n\n## Oil { data-search-exclude }\n"
    titles = [section.title for section in read_document("plan.md", text).sections]
    assert titles == ["Lamp", "GET /lamps/ {id}", "Oil"]
