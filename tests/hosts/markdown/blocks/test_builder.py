"""Islands of MkDocs' own syntax among GitHub's blocks."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from mkdocs_plan_plugin.reading import read_document
from tests.hosts.markdown.shapes import SITE, render

EXTENSIONS = (
    *SITE,
    "footnotes",
    "pymdownx.blocks.admonition",
    "pymdownx.blocks.details",
    "pymdownx.blocks.html",
    "pymdownx.blocks.tab",
)

SAME_AS_PLAIN = {
    "lazy line of a note": "Text[^1].\n\n[^1]: First\nlazy\n\nAfter\n",
    "note of several blocks": "Text[^1].\n\n[^1]: First\n    more\n\n    - a\n\n    After\n",
    "two notes": "A[^1] b[^2].\n\n[^1]: One\n[^2]: Two\n",
    "lazy line of a definition": "Term\n:   Text\nlazy\n\nafter\n",
    "two definitions": "Term\n: One\n: Two\n\nafter\n",
    "options of a block": "/// details | D\n    open: true\n    type: warning\n\n- a\n///\n",
    "options of a tab": "/// tab | A\nx\n///\n\n/// tab | B\n    select: true\n\ny\n///\n",
    "options of a nested block": "//// note\n/// details | D\n    open: true\n\nx\n///\n////\n",
    "text in a block": "/// html | p\ntext *x*\n///\n",
    "raw text in a block": "/// html | div\n    markdown: raw\n\na *b*\n///\n",
    "element of text": '<div markdown="span">\na *b* - c\n</div>\n',
    "element of text with blank lines": '<p align="center" markdown>\n**x**\n\ny</p>\n\nafter\n',
    "figure of text": '<figure markdown="span">\n![x](a)\n<figcaption>C</figcaption>\n</figure>\n',
    "element on a line": "<div markdown>*text*</div>\n\nafter\n",
    "closed behind text": "<div markdown>\ntext\n\nmore</div>\n\nafter\n",
    "tag over several lines": '<div\n  class="grid" markdown>\n\n- a\n- b\n\n</div>\n\nafter\n',
    "text behind the tag": '<details markdown="1"><summary>S</summary>\n\n- a\n\n</details>\n',
    "caption in an element": "<figure markdown>\n![x](a)\n<figcaption>C</figcaption>\n</figure>\n",
    "elements in each other": "<div markdown>\n<div markdown>\n- x\n</div>\n</div>\n\nafter\n",
    "closing tag in code": "<div markdown>\n\n```\n</div>\n```\n\n- a\n\n</div>\n\nb\n",
    "element that is never closed": "<div markdown>\n\n- a\n\ntext\n",
    "markdown in an inline tag": "A <b markdown>x</b>\n\n<b markdown>x</b> y\n",
    "no markdown wanted": '<div markdown="0">\n*x*\n</div>\n',
}


@pytest.mark.parametrize("text", SAME_AS_PLAIN.values(), ids=SAME_AS_PLAIN)
def test_mkdocs_syntax_is_shown_as_without_the_plugin(text: str) -> None:
    plain = Markdown(extensions=list(EXTENSIONS)).convert(text)
    assert _shape(render(text, EXTENSIONS)) == _shape(plain)


def _shape(html: str) -> list[str]:
    """The tags of a page with their attributes, and its words, without white space."""
    return BeautifulSoup(html, "html.parser").prettify().split()


TASKS = {
    "definition in an item": (
        "- a\n\n    Term\n    :   Def\n\n        - [ ] x\n\n- b\n",
        "li dd li",
    ),
    "element in an item": (
        "- a\n\n    <div markdown>\n\n    - [ ] x\n\n    </div>\n\n- b\n",
        "li > div > ul > li",
    ),
    "block with options": ("/// details | D\n    open: true\n\n- [ ] x\n///\n", "details[open] li"),
    "behind a tag of several lines": ('<div\n class="c" markdown>\n- [ ] x\n</div>\n', "div.c li"),
    "tab in an admonition in an item": (
        '- a\n\n    !!! note\n\n        === "One"\n\n            - [ ] x\n\n- b\n',
        "li .admonition .tabbed-set li",
    ),
    "element without blank lines in an admonition": (
        "!!! note\n    <div markdown>\n    - [ ] x\n    </div>\n",
        ".admonition div li",
    ),
}


@pytest.mark.parametrize(("text", "selector"), TASKS.values(), ids=TASKS)
def test_tasks_in_mkdocs_syntax_are_counted_and_shown_in_place(text: str, selector: str) -> None:
    document = read_document("plan.md", text)
    assert [task.text for task in document.tasks] == ["x"]
    soup = BeautifulSoup(render(text, EXTENSIONS, document), "html.parser")
    assert [item["id"] for item in soup.select(selector)] == ["x"]
    assert len(soup.select(f"{selector} > input")) == 1


def test_text_of_an_element_holds_no_tasks() -> None:
    text = '<div markdown="span">\n- [ ] x\n\n- [ ] y\n</div>\n\n- [ ] z\n'
    document = read_document("plan.md", text)
    assert [task.text for task in document.tasks] == ["z"]
    soup = BeautifulSoup(render(text, document=document), "html.parser")
    assert [item.get("id") for item in soup.select("li")] == ["z"]


def test_mkdocs_syntax_within_html_is_html() -> None:
    html = render('<div class="raw">\n!!! note\n    x\n</div>\n')
    assert html.split() == ["<div", 'class="raw">', "!!!", "note", "x", "</div>"]


@pytest.mark.parametrize(
    "text",
    [
        "<!--\ndraft\n\n!!! tip\n    - [ ] x\n\n-->\n",
        "<!--\n/// note\n- [ ] x\n///\n-->\n",
        "<!--\n<div markdown>\n\n- [ ] x\n\n</div>\n-->\n",
        "- <!-- draft\n\n    !!! tip\n        - [ ] x\n\n  -->\n",
        "<!-- draft\n\n!!! tip\n    - [ ] x\n",
        "<pre>\n\n!!! tip\n    - [ ] x\n\n</pre>\n",
        "<?draft\n\n!!! tip\n    - [ ] x\n\n?>\n",
    ],
)
def test_mkdocs_syntax_that_is_commented_out_holds_no_tasks(text: str) -> None:
    text = f"{text}\n" if text.endswith("x\n") else f"{text}\n- [ ] y\n"
    document = read_document("plan.md", text)
    assert [task.text for task in document.tasks] == ["y"] * text.count("y\n")
    soup = BeautifulSoup(render(text, EXTENSIONS, document), "html.parser")
    assert len(soup.select("input")) == text.count("y\n")


@pytest.mark.parametrize("depth", [10, 60, 200])
def test_nesting_of_mkdocs_syntax_is_limited(depth: int) -> None:
    heads = "".join(f"{' ' * 4 * level}!!! note\n" for level in range(depth))
    elements = "<div markdown>\n" * depth + "- [ ] x\n" + "</div>\n" * depth
    for text in (f"{heads}{' ' * 4 * depth}x\n", elements):
        soup = BeautifulSoup(render(text), "html.parser")
        assert "x" in soup.get_text()
        assert "plan:" not in soup.get_text()
