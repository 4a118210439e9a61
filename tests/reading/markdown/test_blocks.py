"""What is found on a page, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import ReferenceKind
from mkdocs_plan_plugin.reading.markdown.blocks import read_blocks
from tests.support.work import work


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- [ ] a\n- [x] b\n- [X] c\n", [("a", 1, False), ("b", 2, True), ("c", 3, True)]),
        ("1. [ ] one\n2) [x] two\n", [("one", 1, False), ("two", 2, True)]),
        ("* [ ] star\n+ [x] plus\n", [("star", 1, False), ("plus", 2, True)]),
        ("- [ ] a\n\n- [x] b\n", [("a", 1, False), ("b", 3, True)]),
        ("- [ ] a\n  - [x] b\n    more\n- [ ] c\n", [("a", 1, 0), ("b more", 2, 1), ("c", 4, 0)]),
        ("- plain\n  - [x] b\n", [("b", 2, True)]),
        ("> - [ ] quoted\n", []),
        ("- [ ] a\n\n  detail\n\n- [ ] b\n", [("a", 1, False), ("b", 5, False)]),
        ("- [ ] a\n  ```\n  - [ ] no\n  ```\n  more\n", [("a", 1, False)]),
        ("- [ ] a\n  > said\n", [("a", 1, False)]),
        ("- [ ] a\n  <div>\n  x\n  </div>\n", [("a", 1, False)]),
        ("- [ ] a\n\n  | x |\n  |---|\n  | y |\n\n- [x] b\n", [("a", 1, False), ("b", 7, True)]),
        ("- [ ] **bold** `code` [link](x.md) ~~gone~~\n", [("bold code link gone", 1, False)]),
        ("Text:\n- [x] no blank line before\n", [("no blank line before", 2, True)]),
        ("```\n- [ ] in a fence\n", []),
        ("    - [ ] indented code\n", []),
        ("- [-] other\n- [ ]* other\n- \\[ ] other\n- [ ]none\n", []),
        ("| a |\n|---|\n| [ ] cell |\n", []),
        ("-\t[ ] tab\n\t- [x] nested\n", [("tab", 1, False), ("nested", 2, True)]),
        ("\n\n# é 日本\n\n- [ ] 日本語\n- [x] 🎉\n", [("日本語", 5, False), ("🎉", 6, True)]),
    ],
)
def test_boxes(text: str, expected: list[tuple[str, int, bool]]) -> None:
    items = [item for item in read_blocks(text).items if item.ticked is not None]
    assert [(item.text, item.line, item.ticked) for item in items if not item.is_quoted] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n  - b\n- c\n", [("a", 1), ("b", 2), ("c", 3)]),
        ("- a\n  ```\n  x\n  ```\n  more\n", [("a", 1)]),
        ("- ```\n  x\n  ```\n  text\n", [("text", 1)]),
        ("- > quoted\n", [("quoted", 1)]),
        ("- a\n\n  second\n", [("a", 1)]),
    ],
)
def test_items(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(item.text, item.line) for item in read_blocks(text).items] == expected


def test_quoted_items() -> None:
    items = read_blocks("- a\n  > b\n- > c\n  - d\n\n> - e\n").items
    assert [item.text for item in items if item.is_quoted] == ["c", "e"]


def test_sections_know_their_parents() -> None:
    found = read_blocks("# A\n\n## B\n\n#### C\n\nD\n---\n\n# E\n").sections
    assert [(section.title, section.level, section.line, section.parent) for section in found] == [
        ("A", 1, 1, None),
        ("B", 2, 3, 0),
        ("C", 4, 5, 1),
        ("D", 2, 7, 0),
        ("E", 1, 10, None),
    ]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("## Phase 1: [Spec](spec.md) `x`", "Phase 1: Spec x"),
        ("## Setup {#setup .big}", "Setup"),
        ("## Setup {: data-x=1 }", "Setup"),
        ("## GET /users/{id}", "GET /users/{id}"),
        ("## Use {{ name }}", "Use {{ name }}"),
        ("## **Bold** ✅ ##", "Bold ✅"),
    ],
)
def test_heading_text(heading: str, title: str) -> None:
    assert read_blocks(heading).sections[0].title == title


def test_an_item_belongs_to_the_section_in_which_it_begins() -> None:
    blocks = read_blocks("# T\n\n- [ ] a\n\n  ## Inner\n\n  - [x] b\n")
    assert [(item.text, item.section) for item in blocks.items] == [("a", 0), ("b", 1)]


def test_items_know_the_item_around() -> None:
    items = read_blocks("- a\n  - b\n    - c\n- - d\n").items
    assert [item.text for item in items] == ["a", "b", "c", "", "d"]
    assert [item.outer for item in items] == [None, 0, 1, None, 3]
    assert [item.begins for item in items] == [1, 2, 3, 1, 4]


def test_tables() -> None:
    (table,) = read_blocks("# T\n\n| A | B |\n|---|---|\n| `x` | **y** |\n| z |\n").tables
    assert (table.header, table.section) == (("A", "B"), 0)
    assert table.rows == (("x", "y"), ("z", ""))
    assert table.lines == (5, 6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See [it](spec.md#a).\n", [("spec.md#a", ReferenceKind.LINK, 1)]),
        ("[it][r]\n\n[r]: ../spec.md\n", [("../spec.md", ReferenceKind.LINK, 1)]),
        ("## `plan.md` and [b](b.md)\n", [("plan.md", "code", 1), ("b.md", "link", 1)]),
        ("| `a.md` |\n|---|\n| [b](b.md) |\n", [("a.md", "code", 1), ("b.md", "link", 3)]),
        ("`cat a.md` `a.txt`\n\n```\n`b.md` [c](c.md)\n```\n", []),
    ],
)
def test_references(text: str, expected: list[tuple[str, str, int]]) -> None:
    found = read_blocks(text).references
    assert [(found.target, found.kind, found.line) for found in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!-- plan:overview -->\n", [("overview", 1)]),
        ("a\nb <!--plan:overview--> c\n", [("overview", 2)]),
        ("# H <!-- plan:h -->\n\n- i <!-- plan:i -->\n", [("h", 1), ("i", 3)]),
        ("<div>\n<!-- plan:x -->\n</div>\n", [("x", 2)]),
        ("`<!-- plan:x -->`\n\n```\n<!-- plan:y -->\n```\n\n    <!-- plan:z -->\n", []),
        ("<!-- see plan:x -->\n<!-- plan: x, y -->\n", []),
        ("<!-- plan: x -->\n\n<!-- Plan:Y -->\n", [("x", 1), ("y", 3)]),
        ("<!-- plan: see the appendix -->\n", []),
    ],
)
def test_directives(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(found.name, found.line) for found in read_blocks(text).directives] == expected


@given(st.lists(st.sampled_from(["- [ ] a\n", "  - [x] b\n", "# h\n", "\n", "> q\n", "text é\n"])))
def test_lines_are_those_of_the_text(parts: list[str]) -> None:
    lines = "".join(parts).split("\n")
    blocks = read_blocks("".join(parts))
    assert all("-" in lines[item.line - 1] for item in blocks.items)
    assert all("#" in lines[section.line - 1] for section in blocks.sections)


@pytest.mark.parametrize(
    ("start", "part", "count"),
    [
        ("", "- [ ] task with `spec.md` and [l](x.md)\n  - [x] nested\n\n    detail\n", 400),
        ("", "<!-- plan:x ", 7500),
        ("", "[", 25_000),
        ("# ", ". ", 25_000),
        ("", ">", 12_500),
    ],
)
def test_four_times_the_page_is_not_sixteen_times_the_work(
    start: str, part: str, count: int
) -> None:
    page, longer = (start + part * times for times in (count, 4 * count))
    assert work(lambda: read_blocks(longer)) < 10 * work(lambda: read_blocks(page))
