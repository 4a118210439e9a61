"""Where widgets go in the HTML of a page."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.rendering.insertion import (
    PageWidgets,
    Spot,
    _under_title,
    fill_directives,
    insert_widgets,
    link_tasks,
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


def test_rows_that_are_tasks_have_a_link_in_their_first_cell() -> None:
    box = '<td><span class="plan-box" data-state="done"></span>Done</td>'
    rows = f'<tr id="t-1">\n<td>Dig</td>{box}</tr><tr id="own"><td>Text</td></tr><tr>{box}</tr>'
    link = '<a class="plan-task-link" href="#t-1" aria-label="Link"></a>'
    assert link_tasks(rows, "Link") == rows.replace("<td>Dig", f"<td>{link}Dig")
