"""Slots for widgets in headings."""

from __future__ import annotations

from typing import Any

import pytest
from markdown import Markdown

from mkdocs_plan_plugin.hosts.markdown import PlanExtension, RenderedPage
from mkdocs_plan_plugin.reading import read_document


def convert(
    text: str,
    *,
    extensions: tuple[Any, ...] = ("toc",),
) -> tuple[str, RenderedPage]:
    """Convert a page as MkDocs does."""
    ours = PlanExtension()
    page = RenderedPage(
        sections=read_document("a.md", text).sections,
        marked=range(99),
        is_github=True,
    )
    ours.page = page
    html = Markdown(extensions=[*extensions, ours]).convert(text)
    return html, page


def test_headings_are_marked_and_their_ids_kept() -> None:
    html, page = convert("# A\n\n## B `c` & \\_d\n\ntext\n\n## B `c` & \\_d\n")
    assert page.anchors == {0: "a", 1: "b-c-_d", 2: "b-c-_d_1"}
    assert html.count("<!--plan-section") == 3
    assert '<h1 id="a">A<!--plan-section 0--></h1>' in html


@pytest.mark.parametrize(
    "extension",
    [{"toc": {"permalink": True}}, {"toc": {"anchorlink": True}}, {"toc": {"baselevel": 2}}],
)
def test_headings_are_found_with_any_table_of_contents(extension: dict[str, Any]) -> None:
    ((name, settings),) = extension.items()
    ours = PlanExtension()
    text = "# A\n\n## B\n"
    ours.page = page = RenderedPage(sections=read_document("a.md", text).sections, is_github=True)
    Markdown(extensions=[name, ours], extension_configs={name: settings}).convert(text)
    assert page.anchors == {0: "a", 1: "b"}


def test_a_heading_that_was_not_read_is_skipped() -> None:
    text = "# A\n\n<h2 id='raw'>Raw</h2>\n\n    ## Code\n\n## B\n"
    _, page = convert(text, extensions=("toc", "md_in_html"))
    assert list(page.anchors.values()) == ["a", "b"]


def test_headings_in_the_dialect_of_mkdocs_are_found() -> None:
    text = "# A\n\n!!! note\n\n    ## Inside\n\n## B\n"
    _, page = convert(text, extensions=("toc", "admonition"))
    assert list(page.anchors.values()) == ["a", "inside", "b"]


def test_other_markdown_instances_are_not_changed() -> None:
    """One is created by mkdocstrings for docstrings, with all extensions of the site."""
    ours = PlanExtension()
    seen: list[str] = []
    sections = read_document("a.md", "# A").sections
    ours.page = RenderedPage(reread=seen.append, sections=sections, marked=(0,), is_github=True)
    outer = Markdown(extensions=[ours])
    assert Markdown(extensions=[ours]).convert("# A") == "<h1>A</h1>"
    assert outer.convert("# A") == "<h1>A<!--plan-section 0--></h1>"
    assert [text.strip() for text in seen] == ["# A"]
