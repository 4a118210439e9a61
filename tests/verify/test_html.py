"""What is read of a finished page, also of one that is not well made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.verify.html import Page
from mkdocs_plan_plugin.verify.html import read_page as read

BOX = '<input type="checkbox" checked/>'
ITEM = '<li class="task-list-item" id="a">'


def read_page(html: str) -> Page:
    return read("p.html", html.encode())


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
        (f"<section data-plan-widget=summary><ul>{ITEM}{BOX}</li></ul></section>", []),
        (f"<p>{BOX} A</p>", []),
        (f"<tr id=a><td>{BOX} A</td></tr>", [("a", "done", "A")]),
        (
            f'<ul><li id="a" data-plan-state="cancelled">{BOX} A</li></ul>',
            [("a", "cancelled", "A")],
        ),
        (f"<nav><li></nav>{ITEM}{BOX} A</li>", [("a", "done", "A")]),
        (f"</p></ul>{ITEM}{BOX} A", [("a", "done", "A")]),
    ],
)
def test_boxes(html: str, boxes: list[tuple[str, str, str]]) -> None:
    found = read_page(html).boxes
    assert [(box.id, box.state, box.text) for box in found] == boxes


@pytest.mark.parametrize(
    "html",
    [
        f"<blockquote><ul>{ITEM}{BOX} A</li></ul></blockquote>",
        f"<blockquote><div></blockquote><ul>{ITEM}{BOX} A</li></ul>",  # lxml leaves both open
        f"<ul>{ITEM}<input type=checkbox data-plan-quoted> A {BOX}</li></ul>",
    ],
)
def test_a_quoted_box_need_not_be_listed(html: str) -> None:
    assert [box.is_item for box in read_page(html).boxes] == [False]


def test_where_a_box_stands() -> None:
    html = f'<h1 id="t">T</h1><h2 id="p">P</h2><h3 id="q">Q</h3><h2 id="r">R</h2><ul>{ITEM}{BOX}'
    inner = read_page(f'{html}<ul><li id="b">{BOX} B</li></ul></li></ul>').boxes[1]
    assert (inner.sections, inner.around) == (("t", "r"), ("a",))


def test_widgets_are_trees() -> None:
    html = (
        '<h2 id="p">P<small data-plan-widget="phase"><svg><rect width="2"/><rect width="3"/></svg>'
        '<span class="plan-count x">1 of<br>\n 2</span></small></h2><p><a data-plan-link href="q">'
    )
    page = read_page(html)
    (widget,) = page.widgets
    assert (widget.name, widget.heading) == ("phase", "p")
    assert [rect["width"] for rect in widget.root.find("rect")] == ["2", "3"]
    count = widget.root.first(cls="plan-count")
    assert count
    assert count.text == "1 of 2"
    assert page.links == ["q"]


LEFT_OPEN = ["<div>", "<p>x", "<ul><li>x", f"<ul>{ITEM}{BOX}<b>"]


@pytest.mark.parametrize("html", LEFT_OPEN)
def test_elements_may_be_left_open(html: str) -> None:
    """Also so many that they are nested deeper than Python calls functions, or browsers show."""
    page = read_page(html * 600 + "<a data-plan-link href=q>")
    assert page.links == ["q"]
    assert page.is_whole


@pytest.mark.parametrize("html", ["<div>", f"<ul>{ITEM}{BOX}<b>"])
def test_truncated_html_is_reported(html: str) -> None:
    assert not read_page(html * 5000).is_whole


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (f"<ul>{ITEM}<p>{BOX} A</p>\n<div>b</div> c</li></ul>", "A b c"),
        (f"<ul>{ITEM}<p>{BOX} A<div>b</div>c</li></ul>", "Abc"),  # a block ends the paragraph
        (f"<ul>{ITEM}{BOX} A <!-- no --> b<?no?> c</li></ul>", "A b c"),
        (f"<ul>{ITEM}{BOX} A<script>no</script><style>no</style> b</li></ul>", "A b"),
        (f"<ul>{ITEM}{BOX} A<i data-plan-widget=x>no</i> b</li></ul>", "A b"),
        (f"<ul>{ITEM}{BOX} A<svg><path d=''/><title>t</title></svg> b</li></ul>", "At b"),
        (f"<ul>{ITEM}{BOX} A<br>b<hr/>c</li></ul>", "Abc"),
        (f"<ul>{ITEM}{BOX} A &amp; &uuml;&nbsp;b</li></ul>", "A & ü b"),
        (f"<ul>{ITEM}{BOX} A<ul><li>b<li>c</ul>d<li>e</ul>", "Ad"),
        (f"<ul>{ITEM}{BOX} A\x00b</li></ul>", "A\ufffdb"),
    ],
)
def test_what_is_read_beside_a_box(html: str, text: str) -> None:
    assert [box.text for box in read_page(html).boxes] == [text]


def test_bytes_that_are_no_utf_8_spoil_only_themselves() -> None:
    page = read("p.html", b"<meta charset=latin1><p id='\xc3\xa4'>\xff\xe9<p id=b>")
    assert dict(page.ids) == {"ä": 1, "b": 1}


@pytest.mark.parametrize("html", [b"", b" \n", b"<!-- a -->", b"<!doctype html>"])
def test_a_page_may_be_empty(html: bytes) -> None:
    assert read("p.html", html).ids == {}


def test_of_two_values_the_first_counts() -> None:
    assert read_page('<a data-plan-link href="q" href="r">').links == ["q"]


@pytest.mark.parametrize(
    "html", ['<?xml version="1.0"?><p id="a">', "a.html", "https://a.example/"]
)
def test_nothing_is_said_of_odd_pages(html: str, recwarn: pytest.WarningsRecorder) -> None:
    read_page(html)
    assert not recwarn


@given(
    st.lists(st.sampled_from([*"<>/=\"' a1", "<li>", "</li>", BOX, "<h2 id=x>", "<!--", "<nav>"]))
)
def test_no_text_is_too_bad(parts: list[str]) -> None:
    read_page("".join(parts))
