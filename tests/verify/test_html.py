"""What is read of a finished page, also of one that is not well made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.verify.html import read_page

BOX = '<input type="checkbox" checked/>'
ITEM = '<li class="task-list-item" id="a">'


@pytest.mark.parametrize(
    ("html", "boxes"),
    [
        (f"<ul>{ITEM}{BOX} A</li></ul>", [("a", "done", "A")]),
        (f"<ul>{ITEM}<p>{BOX} A <b>b</b></p></li></ul>", [("a", "done", "A b")]),
        (f"<ul>{ITEM}{BOX} A<ul><li>b</li></ul> c</li></ul>", [("a", "done", "A c")]),
        (f"<ul>{ITEM}{BOX} A {BOX} B</li></ul>", [("a", "done", "A B")]),
        ('<li id="a"><input type="checkbox"> A</li>', [("a", "open", "A")]),
        ('<h2 id="a"><i data-plan-extra data-state="open"></i>A</h2>', [("a", "open", "A")]),
        ('<tr id="a"><td><i data-plan-extra data-state="x"></i>A</td></tr>', [("a", "x", "A")]),
        (f"<nav><ul>{ITEM}{BOX} A</li></ul></nav>", []),
        (f"<blockquote><ul>{ITEM}{BOX} A</li></ul></blockquote>", []),
        (f"<section data-plan-widget=summary><ul>{ITEM}{BOX}</li></ul></section>", []),
        (f"<p>{BOX} A</p>", []),
        (f"<tr id=a><td>{BOX} A</td></tr>", []),
        (f"<nav><li></nav>{ITEM}{BOX} A</li>", [("a", "done", "A")]),
        (f"</p></ul>{ITEM}{BOX} A", [("a", "done", "A")]),
    ],
)
def test_boxes(html: str, boxes: list[tuple[str, str, str]]) -> None:
    found = read_page("p.html", html).boxes
    assert [(box.id, box.state, box.text) for box in found] == boxes


def test_where_a_box_stands() -> None:
    html = f'<h1 id="t">T</h1><h2 id="p">P</h2><h3 id="q">Q</h3><h2 id="r">R</h2><ul>{ITEM}{BOX}'
    inner = read_page("p.html", f'{html}<ul><li id="b">{BOX} B</li></ul></li></ul>').boxes[1]
    assert (inner.sections, inner.around) == (("t", "r"), ("a",))


def test_widgets_are_trees() -> None:
    html = (
        '<h2 id="p">P<small data-plan-widget="phase"><svg><rect width="2"/><rect width="3"/></svg>'
        '<span class="plan-count x">1 of<br>\n 2</span></small></h2><p><a data-plan-link href="q">'
    )
    page = read_page("p.html", html)
    (widget,) = page.widgets
    assert (widget.name, widget.heading) == ("phase", "p")
    assert [rect["width"] for rect in widget.root.find("rect")] == ["2", "3"]
    count = widget.root.first(cls="plan-count")
    assert count
    assert count.text == "1 of 2"
    assert page.links == ["q"]


@pytest.mark.parametrize("html", ["<div>", "<p>x", "<ul><li>x", f"<ul>{ITEM}{BOX}<b>"])
def test_elements_may_be_left_open(html: str) -> None:
    """Also so many that they are nested deeper than Python calls functions."""
    page = read_page("p.html", html * 2000 + "<a data-plan-link href=q>")
    assert page.links == ["q"]


def test_of_two_values_the_first_counts() -> None:
    assert read_page("p.html", '<a data-plan-link href="q" href="r">').links == ["q"]


@pytest.mark.parametrize(
    "html", ['<?xml version="1.0"?><p id="a">', "a.html", "https://a.example/"]
)
def test_nothing_is_said_of_odd_pages(html: str, recwarn: pytest.WarningsRecorder) -> None:
    read_page("p.html", html)
    assert not recwarn


@given(
    st.lists(st.sampled_from([*"<>/=\"' a1", "<li>", "</li>", BOX, "<h2 id=x>", "<!--", "<nav>"]))
)
def test_no_text_is_too_bad(parts: list[str]) -> None:
    read_page("p.html", "".join(parts))
