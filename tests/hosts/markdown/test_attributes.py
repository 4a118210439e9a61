"""Text in braces stays text, and attribute lists apply."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from tests.hosts.markdown.shapes import BARE, SITE, on_github, render


def words(html: str) -> list[str]:
    return BeautifulSoup(html, "html.parser").get_text().split()


@pytest.mark.parametrize(
    "text",
    [
        "**lit**{true,false} and `oil`{low} and *wick*{ short }\n",
        "- `lamp`(id, kind{tall,wide}, **first**{true,false})\n",
        "$$x_{a} \\text{Glow\\%}_{low}$$\n$$\\text{Glow\\%}_{high}$$\n",
        "## Read /lamps/ {id}\n",
        '| a | b |\n|---|---|\n| `"Go to \\`{harbour}\\` now"` | see {id} |\n',
        "Lamps are lit by\n{keeper}\n",
        "- Lamps are lit by\n  {keeper}\n- [x] **all**{ }\n",
        "`one`{two} three {four} five\n",
    ],
)
def test_text_in_braces_is_shown(text: str) -> None:
    assert words(render(text)) == words(on_github(text)) != []


@pytest.mark.parametrize(
    "text",
    [
        "**a**{ .b } and *c*{: hidden } d\n",
        "[a](b.md){ .btn download }\n",
        "## H {#own}\n\n## I { data-x .y }\n",
        "Text\n{: .c }\n",
        '![a](b.png){ width=300 title="x } y" }\n',
        "| a {.n} | b |\n|---|---|\n| 1 { .w } | 2 |\n",
    ],
)
def test_attribute_lists_apply(text: str) -> None:
    assert render(text).split() == Markdown(extensions=list(SITE)).convert(text).split()


def test_text_behind_an_attribute_list_keeps_its_order() -> None:
    """Python-Markdown takes all up to the last brace of the line for the list."""
    found = BeautifulSoup(render("**a**{ .b } one {two} three\n"), "html.parser")
    assert found.get_text().strip() == "a one {two} three"
    assert found.strong is not None
    assert found.strong["class"] == ["b"]


def test_without_the_extension_braces_are_text() -> None:
    assert words(render("**a**{ .b } c\n", BARE)) == ["a{", ".b", "}", "c"]
