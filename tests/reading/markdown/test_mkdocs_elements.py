"""Elements with the attribute `markdown`."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading import read_document
from mkdocs_plan_plugin.reading.markdown.mkdocs_elements import Element, Elements


def _found(text: str) -> tuple[list[str], Element | None]:
    lines = text.split("\n")
    return lines, Elements(lines).at(0)


@pytest.mark.parametrize(
    ("text", "opening", "content", "closing"),
    [
        ("<div markdown>\na\n</div>", "<div markdown>", ["", "a", ""], "</div>"),
        ("<div markdown>a</div> b", "<div markdown>", ["a"], "</div> b"),
        ("<div\n id='x' markdown>\na</div>", "<div\n id='x' markdown>", ["", "", "a"], "</div>"),
        (
            "<div markdown>\n<div>\n</div>\n</div>\n</div>",
            "<div markdown>",
            ["", "<div>", "</div>", ""],
            "</div>",
        ),
        (
            "<div markdown>\n```\n</div>\n```\n</div>",
            "<div markdown>",
            ["", "```", "</div>", "```", ""],
            "</div>",
        ),
    ],
)
def test_parts_of_an_element(text: str, opening: str, content: list[str], closing: str) -> None:
    lines, element = _found(text)
    assert element is not None
    assert element.holds_blocks
    assert element.opening(lines) == opening
    assert element.content(lines) == content
    assert element.closing(lines) == closing


@pytest.mark.parametrize(
    ("tag", "holds_blocks"),
    [
        ("div markdown", True),
        ('div markdown="1"', True),
        ("div markdown='block'", True),
        ('div markdown="span"', False),
        ('div markdown="0"', False),
        ("p markdown", False),
        ('p markdown="block"', True),
        ("pre markdown", False),
    ],
)
def test_what_an_element_holds(tag: str, holds_blocks: bool) -> None:
    name = tag.split(maxsplit=1)[0]
    _, element = _found(f"<{tag}>\na\n</{name}>")
    assert element is not None
    assert element.holds_blocks is holds_blocks


@pytest.mark.parametrize(
    "text",
    [
        "<div>\na\n</div>",
        "<b markdown>\nx\n</b>",
        "<div markdown",
        "<div class='markdown'>",
        "<div markdown>a",
    ],
)
def test_others_are_none(text: str) -> None:
    assert _found(text)[1] is None


def test_what_mkdocs_shows_raw_is_read_all_the_same() -> None:
    document = read_document("plan.md", '<div markdown="0">\n\n- [ ] x\n\n</div>\n')
    assert [task.text for task in document.tasks] == ["x"]


def test_of_one_that_is_never_closed_the_tag_is_left() -> None:
    lines, element = _found("<div markdown>\na\n")
    assert element is not None
    assert (element.last, element.holds_blocks, element.opening(lines)) == (0, False, lines[0])
