"""Links of code, names, placeholders, and repaired links."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from markdown import Markdown

from mkdocs_plan_plugin.hosts.markdown import PlanExtension, RenderedPage
from mkdocs_plan_plugin.model import ReferenceKind
from tests.support.references import CODE, LINK, PLACEHOLDER


def convert(text: str, kind: ReferenceKind, links: Mapping[str, str], *extensions: str) -> str:
    """Convert a page whose references of a kind become links."""
    ours = PlanExtension()
    ours.page = RenderedPage(links={kind: links})
    return Markdown(extensions=[*extensions, ours]).convert(text)


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
    html = convert(text, CODE, {"b.md": "x/b.md"}, "tables", *extensions)
    assert html.count('href="x/b.md"') == links


def test_text_around_a_name_stays() -> None:
    html = convert("one `b.md` two `b.md` three", CODE, {"b.md": "b.md"})
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
    html = convert(text, PLACEHOLDER, {"Link to spec": "spec.md"})
    assert (">Link to spec</a>" in html and 'href="spec.md"' in html) is found


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[x](a%20b.md)", '<a data-plan-repaired="" href="c.md">x</a>'),
        ("![x](gone.png)", '<span data-plan-repaired="">x</span>'),
        ("[x](gone.md)", '<span data-plan-repaired="">x</span>'),
        ("[x](right.md)", '<a href="right.md">x</a>'),
    ],
)
def test_links_are_repaired_or_become_text(text: str, html: str) -> None:
    links = {"a b.md": "c.md", "gone.png": "", "gone.md": ""}
    found = convert(text, LINK, links)
    assert found.replace(
        'href="c.md" data-plan-repaired=""', 'data-plan-repaired="" href="c.md"'
    ) == (f"<p>{html}</p>")
