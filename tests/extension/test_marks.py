"""Marks in headings, links around names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from markdown import Markdown

from mkdocs_plan_plugin.extension import PlanExtension, RenderedPage
from mkdocs_plan_plugin.reading import read_document


def convert(
    text: str,
    *,
    code: Mapping[str, str] | None = None,
    placeholders: Mapping[str, str] | None = None,
    extensions: tuple[Any, ...] = ("toc",),
) -> tuple[str, RenderedPage]:
    """Convert a page as MkDocs does."""
    ours = PlanExtension()
    page = RenderedPage(
        sections=read_document("a.md", text).sections,
        marked=range(99),
        is_github=True,
        code_links=code or {},
        placeholders=placeholders or {},
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
def test_headings_are_known_whatever_the_contents_do(extension: dict[str, Any]) -> None:
    ((name, settings),) = extension.items()
    ours = PlanExtension()
    text = "# A\n\n## B\n"
    ours.page = page = RenderedPage(sections=read_document("a.md", text).sections, is_github=True)
    Markdown(extensions=[name, ours], extension_configs={name: settings}).convert(text)
    assert page.anchors == {0: "a", 1: "b"}


def test_a_heading_that_only_the_page_has_is_passed_over() -> None:
    text = "# A\n\n<h2 id='raw'>Raw</h2>\n\n    ## Code\n\n## B\n"
    _, page = convert(text, extensions=("toc", "md_in_html"))
    assert list(page.anchors.values()) == ["a", "b"]


def test_headings_in_the_dialect_of_mkdocs_are_known() -> None:
    text = "# A\n\n!!! note\n\n    ## Inside\n\n## B\n"
    _, page = convert(text, extensions=("toc", "admonition"))
    assert list(page.anchors.values()) == ["a", "inside", "b"]


@pytest.mark.parametrize(
    "extensions", [("fenced_code",), ("pymdownx.inlinehilite", "pymdownx.superfences")]
)
@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See `b.md`.", 1),
        ("- `b.md`\n- **bold `b.md`**\n", 2),
        ("| a |\n|---|\n| `b.md` |", 1),
        ("> `b.md`", 1),
        ("[`b.md`](c.md)", 0),
        ("## `b.md`", 0),
        ("    b.md", 0),
        ("```\nb.md\n```", 0),
        ("`c.md`", 0),
        ("b.md", 0),
    ],
)
def test_names_become_links(text: str, links: int, extensions: tuple[str, ...]) -> None:
    html, _ = convert(text, code={"b.md": "x/b.md"}, extensions=("tables", *extensions))
    assert html.count('href="x/b.md"') == links


def test_text_around_a_name_stays() -> None:
    html, _ = convert("one `b.md` two `b.md` three", code={"b.md": "b.md"})
    link = '<a href="b.md" data-plan-link=""><code>b.md</code></a>'
    assert html.replace(' data-plan-link="" href="b.md"', ' href="b.md" data-plan-link=""') == (
        f"<p>one {link} two {link} three</p>"
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- [Link to spec]", True),
        ("- see [Link to spec] now", True),
        ("[Link to spec]", True),
        ("- [Link to moon]", False),
        ("- `[Link to spec]`", False),
        ("- [Link to spec](x.md)", False),
        ("- [Link to spec", False),
    ],
)
def test_placeholders_become_links(text: str, found: bool) -> None:
    html, _ = convert(text, placeholders={"Link to spec": "spec.md"})
    assert (">Link to spec</a>" in html and 'href="spec.md"' in html) is found


def test_instances_that_are_made_meanwhile_are_left_alone() -> None:
    """As mkdocstrings makes them for docstrings, with all extensions of the site."""
    ours = PlanExtension()
    seen: list[str] = []
    sections = read_document("a.md", "# A").sections
    ours.page = RenderedPage(reread=seen.append, sections=sections, marked=(0,), is_github=True)
    outer = Markdown(extensions=[ours])
    assert Markdown(extensions=[ours]).convert("# A") == "<h1>A</h1>"
    assert outer.convert("# A") == "<h1>A<!--plan-section 0--></h1>"
    assert [text.strip() for text in seen] == ["# A"]
