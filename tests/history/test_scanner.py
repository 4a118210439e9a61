"""The quick scan finds what the slow reading of a page finds: boxes, ticks, headings, lines."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_plan_plugin.history.scanner import Scanner
from mkdocs_plan_plugin.history.scans import NOTHING, Scan
from mkdocs_plan_plugin.model import Form, State
from mkdocs_plan_plugin.reading import read_document
from mkdocs_plan_plugin.reading.states import StateRules
from mkdocs_plan_plugin.reading.task_ids import anchor_of

Found = list[tuple[int, str, bool, str]]


def scanned(text: str, rules: StateRules | None = None) -> Found:
    """Line, key, tick and heading of each box by the quick way."""
    return _found(Scanner(rules or StateRules()).scan(text))


def _found(scan: Scan) -> Found:
    texts, headings, lines = scan.outline
    return [
        (line, anchor_of(text), tick == "x", heading)
        for line, text, tick, heading in zip(lines, texts, scan.ticks, headings, strict=True)
    ]


def read(text: str) -> Found:
    """The same by the slow way."""
    document = read_document("page.md", text)
    titles = [section.title for section in document.sections]
    return [
        (
            task.line,
            anchor_of(task.text),
            task.state is State.DONE,
            "" if task.section is None else titles[task.section],
        )
        for task in document.tasks
        if task.form is not Form.ROW
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("- [ ] a\n- [x] b\n- [X] c\n* [x] d\n+ [ ] e\n\n1. [X] f\n2) [ ] g\n", 7),
        (
            "# Title\n\n- [ ] a\n\n## **Phase** 1: `x` {#a}\n\n- [x] b\n\n### In ###\n- [ ] c\n",
            3,
        ),
        ("Title\n=====\n\n- [ ] a\n\nPart\nof two\n---\n\n- [x] b\n", 2),
        ("- [ ] a\n  - [x] b\n    - [ ] c\n\n      text\n\n    - [ ] d\n- [ ] e\n", 5),
        ("- plain\n  - [x] b\n      - [ ] deep\n", 2),
        ("text\n- [ ] a\n2. [ ] b\n\ntext\n2. [ ] no item\n\n2. [ ] c\n", 3),
        ("- [ ] a\n| no | table |\n- [ ] b\n\n| c | d |\n|---|---|\n| e | f |\n---\n- [ ] g\n", 3),
        ("- [ ] a\nlazy [x] text\n  goes on\n\n  no more\n- [x] b\n  of `two` lines\n", 2),
        ("1. [ ] a\n   - [ ] b\n   ```\n   - [ ] c\n   ```\n2. [x] d\n", 3),
        # Code
        ("```\n- [ ] a\n```\n- [x] b\n", 1),
        ("~~~~ md\n- [ ] a\n~~~\n- [ ] b\n~~~~\n- [x] c\n", 1),
        ("````\n```\n- [ ] a\n```\n````\n- [x] c\n", 1),
        ("- [ ] a\n  ```\n  - [ ] b\n- [x] c\n", 2),
        ("```\n- [ ] a\n", 0),
        ("text\n\n    - [ ] code\n\n- [x] b\n", 1),
        ("- a\n\n      - [ ] code\n\n-     [ ] code\n- [ ] b\n", 1),
        ("``no`` `fence`\n- [ ] a\n``` `no`\n- [ ] b\n", 2),
        # Comments and HTML
        ("<!-- a\n- [ ] b\n-->\n- [x] c\n", 1),
        ("<!-- one line --> \n- [x] c <!-- id: 7 -->\n", 1),
        ("- [x] c <!-- [ ] -->\n  <!--\n- [ ] out of it\n", 2),
        ("<details>\n- [ ] raw\n\n- [x] b\n\n</details>\n- [ ] raw\n", 1),
        ('<div class="a" markdown="1">\n- [ ] a\n</div>\n- [x] b\n', 2),
        ("<pre>\n- [ ] a\n\n- [ ] b\n</pre>\n- [x] c\n", 1),
        ("<custom-tag>\n- [ ] a\n\n- [ ] b\ntext\n<custom-tag>\n- [ ] c\n", 2),
        # Quotes, tables, rules
        ("> - [ ] a\n> - [x] b\n\n- [x] c\n", 1),
        ("| a | b |\n|---|---|\n| [ ] | - [x] |\n\n- [x] c\n", 1),
        ("- [ ] a\n\n---\n\n- [x] b\n* * *\n- [ ] c\n", 3),
        # Islands
        ('!!! note "Title"\n    - [ ] a\n    - [x] b\n\n- [ ] c\n', 3),
        ('=== "Tab"\n\n    - [ ] a\n        - [x] b\n\n=== "Other"\n\n    - [x] c\n', 3),
        # Other boxes
        ("- [~] a\n- [-] b\n- [!] c\n- [✅] d\n- [N/A] e\n- [P] no\n- [link](x) no\n", 5),
        ("- **P1.3** [ ] a\n- **T1:** [x] b\n- T2 [ ] c\n- Some words [ ] no\n", 3),
        ("- [ ]* 2.2 a\n- [x]\\* b\n- ☐ c\n- ☑ d\n", 4),
        ("## [x] Step: one\n\n- [ ] a\n\n### T003 [ ] Two\n\n- [x] b\n", 4),
        # What is no task
        ("- [x] = done\n- [ ] – open\n- [X] days\n- [ ]\n- [ ]   \n- [x]no\n- \\[ ] no\n", 0),
        ("- [x] Completed\n  all of it now\n", 1),
        # Front matter
        ("---\ntitle: x\ntasks:\n  - '[ ] a'\n---\n\n- [ ] a\n", 1),
        ("---\n# Title\n- [ ] a\n---\n- [x] b\n", 2),
        ("---\n- [ ] a\n", 1),
        # Words
        ("- [ ] **Bold** and *it* and `co_de` [text](http://x.org/a_b) &amp; <b>more</b>\n", 1),
        ("- [ ] See ![a picture](x.png) at <https://example.org/> \\*not\\* snake_case_name\n", 1),
        ("- [ ] `T001` _first_ __second__ ~~third~~ 2 * 3 * 4\n", 1),
        ("-\t[ ] a\n\t- [x] b\n", 2),
        ("- - [ ] a\n- # Head\n- > [ ] quoted\n- [ ] b\n", 2),
        ("No boxes [here] at all\n", 0),
        ("", 0),
    ],
)
def test_like_the_slow_reading(text: str, count: int) -> None:
    assert len(scanned(text)) == count
    assert scanned(text) == read(text)


def test_own_marks() -> None:
    rules = StateRules({"!": State.DONE, "q": State.DONE})
    text = "- [!] a\n- [q] b\n- [x] c\n"
    assert [tick for _, _, tick, _ in scanned(text, rules)] == [True, True, True]
    assert [key for _, key, *_ in scanned(text)] == ["a", "c"]


_LINES = st.sampled_from(
    [
        *("", "", "text", "  text", "# Title", "## Phase 1", "---", "===", "```", "~~~"),
        *("- [ ] one", "- [x] two", "* [X] three", "1. [ ] four", "2. [x] five", "- item"),
        *("  - [ ] nested", "    - [x] nested more", "      - [ ] deep", "   - [x] three in"),
        *("- [~] mark", "- **P1** [ ] inner", "- ☑ sign", "> - [ ] quoted", "<!--", "-->"),
        *(
            "<!-- all -->",
            "| a | b |",
            "|---|---|",
            "* * *",
            "    code",
            "  ```",
            "- ",
            "### [x] Step",
        ),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(_LINES, max_size=12))
@example(["| a | b |", "|---|---|", "===", "text", "---", "- [ ] one"])  # all one table
def test_boxes_of_any_lines(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    assert scanned(text) == read(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(_LINES, min_size=3, max_size=6), max_size=6), st.data())
def test_what_was_scanned_before_does_not_matter(
    pages: list[list[str]], data: st.DataObject
) -> None:
    """Also where a text differs from the last one in a tick, or in what only looks like one."""
    scanner = Scanner(StateRules())
    for lines in pages:
        text = "\n".join(lines)
        for old, new in data.draw(
            st.lists(st.permutations(["[ ]", "[x]", "[X]", "[~]"]).map(lambda two: two[:2]))
        ):
            text = text.replace(old, new, 1)
            assert _found(scanner.scan(text)) == scanned(text)


def test_versions_share_what_they_have_in_common() -> None:
    scanner = Scanner(StateRules())
    one, other = scanner.scan("- [ ] a\n- [ ] b\n"), scanner.scan("- [ ] a\n- [x] b\n")
    assert one.outline is other.outline
    assert (one.ticks, other.ticks) == ("  ", " x")
    assert scanner.scan("nothing") is NOTHING
