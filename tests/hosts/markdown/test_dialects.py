"""Pages are shown with the structure that GitHub shows, and MkDocs' own dialect keeps working."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from mkdocs_plan_plugin.reading import read_document
from tests.hosts.markdown.shapes import BARE, SITE, on_github, render, shape_of

SHAPES = {
    "list after a paragraph": "Steps:\n- [ ] dig\n- [x] fill\n",
    "list after a bold label": "**Steps**:\n1. [ ] dig\n2. [x] fill\n",
    "two columns": "- [ ] a\n  - [x] b\n    - [ ] c\n      - [x] d\n- e\n",
    "three columns": "1. a\n   - b\n   - c\n2. d\n   1. e\n",
    "four columns": "- a\n    - b\n        - c\n- d\n",
    "mixed columns": "- a\n   - b\n     - c\n  - d\n - e\n",
    "tabs": "-\ta\n\t- [ ] b\n\t\t- c\n",
    "bracket after the number": "1) a\n2) b\n   - c\n",
    "begins at three": "3. a\n4. b\n",
    "markers change": "- a\n* b\n+ c\n\n1. d\n2) e\n",
    "bullets, then numbers": "- a\n- b\n\n1. c\n2. d\n",
    "lazy lines": "- a\nlazy\n  - b\nlazy too\n",
    "loose": "- a\n\n- b\n\n  more of b\n\n- c\n",
    "loose inside tight": "- a\n  - b\n\n  - c\n- d\n",
    "fence in an item": "- [ ] a\n  ```python\n  x = 1\n\n  - no item\n  ```\n- [ ] b\n",
    "fence after a blank line in an item": "1. a\n\n   ```\n   code\n   ```\n\n   more\n2. b\n",
    "fence on the marker's line": "- ```\n  code\n  ```\n- b\n",
    "fence that is never closed": "- a\n\n```\n- [ ] no task\n",
    "fence with a long info": "```python:src/main.py (new)\n- no item\n```\n\n- a\n",
    "fence in a longer fence": "````md\n```\n- no item\n```\n````\n- a\n",
    "fence in a quote in an item": "- a\n  > ```\n  > - no item\n  > ```\n- b\n",
    "closing fence farther in": "```\ncode\n   ```\n\n- a\n",
    "indented code in an item": "- a\n\n      code\n      - no item\n\n- b\n",
    "indented code": "Text\n\n    - [ ] no task\n\n- a\n",
    "table without a blank line": "Text\n| a | b |\n|---|---|\n| 1 | 2 |\n- a\n",
    "table in an item": "- a\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n- b\n",
    "numbers that are no items": "It took\n2. and more\n\n- a\n  2. and more\n",
    "numbers with a hash": "#123 is not a heading\n\n- #5 neither\n",
    "heading after a list": "- a\n# H\n- b\n### I\n",
    "heading in an item": "- # H\n  text\n- b\n",
    "rules": "- a\n\n* * *\n\n- b\n\n- - -\n\n- c\n",
    "setext heading of two lines": "- a\n\nTwo\nlines\n---\n\n- b\n",
    "empty items": "- a\n-\n  - b\n- c\n",
    "item in an item": "- - a\n  - b\n- 1. c\n",
    "quotes": "> - a\n>   - b\n>\n> text\n\n- c\n  > - d\n",
    "lazy quote": "> - a\n- b\n",
    "wide numbers": "99. a\n100. b\n     - c\n",
    "details": "<details>\n<summary>More</summary>\n\n- [ ] a\n  - [x] b\n\n</details>\n\n- c\n",
    "div that is never closed": '<div align="center">\n\n- a\n\n- b\n',
    "comment": "<!-- note\n\n- [ ] no task\n-->\n- a\n",
    "words in angle brackets": "<exit_criteria>\n- a\n- b\n\n</exit_criteria>\n\n- c\n",
    "other writing": "**משימות**:\n- [ ] אחת\n  - [x] שתיים\n\n任务：\n- [ ] 一\n  1. 二\n",
    "box at every depth": "1. [x] a\n   - [ ] b\n     * [x] c\n\n       - [ ] d\n",
    "text after a nested list": "- a\n  - b\n\n  more of a\n- c\n",
    "two lists and a comment": "- a\n\n<!-- -->\n\n- b\n",
}


@pytest.mark.parametrize("extensions", [SITE, BARE], ids=["site", "bare"])
@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_the_structure_is_that_of_github(text: str, extensions: tuple[str, ...]) -> None:
    assert shape_of(render(text, extensions)) == shape_of(on_github(text))


def test_plain_mkdocs_does_not_show_it_so() -> None:
    """Else the test above could not fail."""
    wrong = [
        text
        for text in SHAPES.values()
        if shape_of(Markdown(extensions=list(SITE)).convert(text)) != shape_of(on_github(text))
    ]
    assert len(wrong) > len(SHAPES) / 2


@pytest.mark.parametrize(
    "text",
    [
        "- [Lamp]: [Shines]\n- [Mast 2]: holds the lamp\n",
        "### Parts\n- [Lamp]: bright\n- [Lamp] and [Mast]\n",
        "[Lamp]: bright\n[Mast]: <tall>\n[Oil]:\n",
    ],
)
def test_definitions_of_links_are_hidden_as_on_github(text: str) -> None:
    ours, theirs = (BeautifulSoup(html(text), "html.parser") for html in (render, on_github))
    assert ours.get_text().split() == theirs.get_text().split()


@pytest.mark.parametrize(
    "text",
    [
        "See [the spec] and [this][1].\n\n[the spec]: spec.md\n[1]: https://example.org/a\n",
        "- See [a]\n\n    [a]: <b.md>\n",
        "Text[^1].\n\n[^1]: A note.\n",
    ],
)
def test_definitions_of_links_stay(text: str) -> None:
    plain = Markdown(extensions=[*SITE, "footnotes"]).convert(text)
    links = [link["href"] for link in BeautifulSoup(plain, "html.parser").select("a[href]")]
    ours = BeautifulSoup(render(text, (*SITE, "footnotes")), "html.parser")
    assert [link["href"] for link in ours.select("a[href]")] == links != []


ISLANDS = {
    "admonition": ('!!! note "N"\n    - [ ] a\n        - [x] b\n\n    - [ ] c\n', ".admonition li"),
    "details": ("??? tip\n    Do:\n    - [x] a\n      - [ ] b\n    - [ ] c\n", "details.tip li"),
    "tabs": ('=== "A"\n\n    - [ ] a\n\n=== "B"\n\n    - [x] b\n    - [ ] c\n', ".tabbed-set li"),
    "in an item": (
        "- x\n\n    !!! note\n        - [ ] a\n          - [x] b\n        - [ ] c\n",
        "li li",
    ),
    "definition": ("Term\n:   Text\n\n    - [ ] a\n      - [x] b\n    - [ ] c\n", "dd li"),
    "in each other": (
        "!!! note\n    !!! tip\n        - [ ] a\n          - [x] b\n    - [ ] c\n",
        ".admonition li",
    ),
    "element": ('<div class="m" markdown>\n- [ ] a\n\n- [x] b\n- [ ] c\n\n</div>\n', "div.m li"),
}


@pytest.mark.parametrize(("text", "selector"), ISLANDS.values(), ids=ISLANDS)
def test_tasks_in_the_dialect_of_mkdocs(text: str, selector: str) -> None:
    document = read_document("plan.md", text)
    assert [task.text for task in document.tasks] == ["a", "b", "c"]
    soup = BeautifulSoup(render(text, document=document), "html.parser")
    assert len(soup.select(f"{selector} input[type=checkbox]")) == 3
    assert [item["id"] for item in soup.select("li.task-list-item")] == ["a", "b", "c"]


RIGHT = [
    "# T\n\nText *a*.\n\n- a\n- b\n    - c\n    - d\n",
    "- a\n\n    more\n\n    ```python\n    x = 1\n    ```\n\n- b\n\n    > quote\n",
    '!!! note "N"\n    Text\n\n    - a\n    - b\n\nText\n',
    '=== "A"\n\n    1. x\n\n=== "B"\n\n    y\n',
    "| a | b |\n|---|---|\n| `x|y` | 2 |\n\nTerm\n:   Definition\n",
    "Text { .cls }\n{: #here }\n\n## H {#own}\n\n- item\n{: .c }\n",
    "<div>\n<p>raw\n\n</p>\n</div>\n\n<!-- c -->\n\nText <b>x</b>\n",
    "1. a\n\n    - b\n\n    - c\n\n2. d\n",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_shown_right_is_shown_the_same(text: str) -> None:
    plain = Markdown(extensions=list(SITE)).convert(text)
    assert render(text).split() == plain.split()
