"""Where widgets go in the HTML of a page."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.rendering.insertion import (
    PageWidgets,
    Spot,
    _under_title,
    fill_directives,
    insert_widgets,
)


@pytest.mark.parametrize(
    ("content", "placed"),
    [
        ("<h1>T</h1><p>a</p>", "<h1>T</h1>\nW<p>a</p>"),
        ("<p>badge</p><h1 id='t'>T</h1><p>a</p>", "<p>badge</p><h1 id='t'>T</h1>\nW<p>a</p>"),
        ("<h2>S</h2><h1>T</h1>", "\nW<h2>S</h2><h1>T</h1>"),
        ("<p>a</p>", "\nW<p>a</p>"),
        ("<hr><h1>T</H1>", "<hr><h1>T</H1>\nW"),
        ("<h1>never closed", "\nW<h1>never closed"),
    ],
)
def test_under_the_title(content: str, placed: str) -> None:
    assert _under_title(content, "W") == placed


def test_each_widget_has_its_place() -> None:
    content = (
        "<h1>T<!--plan-section 0--></h1>\n<h2>P<!--plan-section 1--></h2>\n<p>a</p>"
        "<h2>Q<!--plan-section 2--></h2>\n<p><!--plan-covered 7--></p><p><!--plan-covered 8--></p>"
    )
    widgets: PageWidgets = {
        Spot.HEADING: {1: "[bar]"},
        Spot.BELOW: {None: "[summary]", 2: "[charts]", 9: "[lost]"},
        Spot.REQUIREMENT: {7: "[coverage]"},
    }
    assert insert_widgets(content, widgets) == (
        "<h1>T</h1>\n[summary][lost]\n<h2>P[bar]</h2>\n<p>a</p>"
        "<h2>Q</h2>\n[charts]\n<p>[coverage]</p><p></p>"
    )


def test_a_bar_is_next_to_the_text_of_its_heading_not_behind_the_permalink() -> None:
    link = '<a class="headerlink" href="#p">&para;</a>'
    widgets: PageWidgets = {
        Spot.HEADING: {1: "[bar]", 2: "[bar]"},
        Spot.BELOW: {},
        Spot.REQUIREMENT: {},
    }
    content = (
        f"<h2>O{link}</h2><p><a>x</a></p><h2>P{link}<!--plan-section 1--></h2>"
        '<h2>Q <a href="x">R</a><!--plan-section 2--></h2>'
    )
    assert insert_widgets(content, widgets) == (
        f'<h2>O{link}</h2><p><a>x</a></p><h2>P[bar]{link}</h2><h2>Q <a href="x">R</a>[bar]</h2>'
    )


@pytest.mark.parametrize(
    ("content", "filled"),
    [
        ("<!-- plan:overview -->", "W"),
        ("<!--plan:overview-->", "W"),
        ("<!-- plan: overview -->", "W"),
        ("<p><!-- Plan:Overview --></p>", "W"),
        ("<!-- plan: overview of it all -->", "<!-- plan: overview of it all -->"),
        ("<p>\n<!-- plan:overview -->\n</p>", "W"),
        ("<p>a <!-- plan:overview --></p>", "<p>a W</p>"),
        ("<!-- plan:other -->", "<!-- plan:other -->"),
        ("&lt;!-- plan:overview --&gt;", "&lt;!-- plan:overview --&gt;"),
    ],
)
def test_directives(content: str, filled: str) -> None:
    widget = lambda name, _: "W" if name == "overview" else None  # noqa: E731
    assert fill_directives(content, widget) == filled


def test_a_directive_may_have_an_argument() -> None:
    def widget(name: str, argument: str) -> str | None:
        return None if argument == "unknown plan" else f"{name} by {argument or 'status'}"

    assert fill_directives("<!-- plan:roadmap -->", widget) == "roadmap by status"
    assert fill_directives("<p><!-- plan:roadmap team --></p>", widget) == "roadmap by team"
    assert fill_directives("<!-- plan:tasks a&amp;b open -->", widget) == "tasks by a&b open"
    unknown = "<!-- plan:roadmap unknown plan -->"
    assert fill_directives(unknown, widget) == unknown
