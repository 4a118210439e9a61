"""What is read of many versions, part by part, is what the reading of the whole page finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_plan_plugin.history.task_lists import TaskListReader
from mkdocs_plan_plugin.history.versions import NO_TASKS, TaskList
from mkdocs_plan_plugin.model import Form, State
from mkdocs_plan_plugin.reading import TaskRules, read_document
from mkdocs_plan_plugin.reading.tasks.marks import STATES, StateRules
from mkdocs_plan_plugin.reading.tools import DIALECTS

Found = list[tuple[int, str, bool, str]]
_RULES = TaskRules()


def found(tasks: TaskList) -> Found:
    """Line, text, tick and heading of each box; within a text, all boxes are open."""
    texts, headings, lines = tasks.outline
    return [
        (line, _without_ticks(text), tick == "x", heading)
        for line, text, tick, heading in zip(lines, texts, tasks.ticks, headings, strict=True)
    ]


def scanned(text: str, rules: TaskRules = _RULES) -> Found:
    return found(TaskListReader(rules).read(text))


def read(text: str) -> Found:
    """The same, of the whole page."""
    document = read_document("page.md", text)
    titles = [section.title for section in document.sections]
    return [
        (
            task.line,
            _without_ticks(task.text),
            task.state is State.DONE,
            "" if task.section is None else titles[task.section],
        )
        for task in document.tasks
        if task.form is not Form.ROW
    ]


def _without_ticks(text: str) -> str:
    return re.sub(r"\[[xX]\]", "[ ]", text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("- [ ] a\n- [x] b\n- [X] c\n* [x] d\n+ [ ] e\n\n1. [X] f\n2) [ ] g\n", 7),
        ("# Title\n\n- [ ] a\n\n## **Phase** 1: `x` {#a}\n\n- [x] b\n\n### In ###\n- [ ] c\n", 3),
        ("Title\n=====\n\n- [ ] a\n\nPart\nof two\n---\n\n- [x] b\n", 2),
        ("- [ ] a\n# One\n- [x] b\n#\n- [ ] c\n####### No\n- [x] d\n#No\n  # In\n- [ ] e", 5),
        ("- - [ ] a\n- - [x] b\n- # Head\n- > [ ] quoted\n- [ ] b\n", 3),
        # What goes on below a line that looks like a heading
        ("# A\n```\n# - [ ] no\n## B\n- [x] no\n```\n# C\n- [x] yes\n", 1),
        ("# A\n~~~\n" + "# B\n- [ ] no\n" * 9 + "~~~\n# C\n- [x] yes\n", 1),
        ("# A\n```\n# B\n- [ ] never closed\n", 0),
        ("# A\n<!--\n# B\n- [ ] no\n-->\n\n# C\n- [x] yes\n", 1),
        ("# A\n<details>\n# B\n- [ ] no\n\n# C\n- [x] yes\n", 1),
        ("# A\n<pre>\n\n# B\n\n- [ ] no\n</pre>\n# C\n- [x] yes\n", 1),
        ("- a\n  ```\n# out of it\n- [x] yes\n", 1),
        # What bears on other parts
        ("# A\n- [x] see [the map]\n\n# B\n\n[the map]: map.md\n", 1),
        ('<div class="a" markdown="1">\n\n# A\n- [ ] a\n</div>\n- [x] b\n', 2),
        ('!!! note "Title"\n    - [ ] a\n    # In\n    - [x] b\n\n# Out\n- [ ] c\n', 3),
        # Ticks
        ("- [ ]* 2.2 a\n- [x]\\* b\n- ☐ c\n- ☑ d\n- [~] e\n- **P1.3** [x] f\n", 6),
        ("## [x] Step: one\n\n- [ ] a\n\n### T003 [ ] Two\n\n- [x] b\n", 4),
        ("- [x] = done\n- [ ] – open\n- [X] days\n- [x]\n- [x]no\n- \\[x] no\n", 0),
        ("- plain\n  - [x] b\n          - [x] text that goes on\n", 1),
        ("-\t[x] a\n\t- [x] b\n", 2),
        # Front matter
        ("---\ntitle: x\ntasks:\n  - '[x] a'\n---\n\n- [x] a\n", 1),
        ("---\n# Title\n- [ ] a\n---\n- [x] b\n", 2),
        ("No boxes [here] at all\n", 0),
        ("", 0),
    ],
)
def test_like_the_page(text: str, count: int) -> None:
    assert len(scanned(text)) == count
    assert scanned(text) == read(text)


def test_own_marks() -> None:
    text = "- [!] a\n- [q] b\n- [x] c\n"
    rules = TaskRules(StateRules({"!": State.DONE, "q": State.DONE}))
    assert [tick for _, _, tick, _ in scanned(text, rules)] == [True, True, True]
    assert [name for _, name, *_ in scanned(text)] == ["a", "c"]


def test_the_marks_of_tools_change_no_tick() -> None:
    """So a version can be read without regard to its path."""
    for dialect in DIALECTS:
        for mark, state in dialect.marks.items():
            assert mark in STATES
            assert (state is State.DONE) == (STATES[mark] is State.DONE)


_LINES = st.sampled_from(
    [
        *("", "", "text", "  text", "# Title", "## Phase 1", "#", "---", "===", "```", "~~~"),
        *("- [ ] one", "- [x] two", "* [X] three", "1. [ ] four", "2. [x] five", "- item"),
        *("  - [ ] nested", "    - [x] nested more", "      - [ ] deep", "   - [x] three in"),
        *("- [~] mark", "- **P1** [ ] inner", "- ☑ sign", "> - [ ] quoted", "<!--", "-->"),
        *("<!-- all -->", "<div>", "<pre>", "</pre>", "| a | b |", "|---|---|", "* * *"),
        *(
            "    code",
            "  ```",
            "- ",
            "### [x] Step",
            "- ```",
            "[ref]: y",
            "- [x] a [ref]",
            "!!! note",
        ),
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(_LINES, max_size=14))
@example(["| a | b |", "|---|---|", "===", "text", "---", "- [ ] one"])  # all one table
def test_boxes_of_any_lines(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    assert scanned(text) == read(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(_LINES, min_size=3, max_size=6), max_size=6), st.data())
def test_what_was_read_before_does_not_matter(pages: list[list[str]], data: st.DataObject) -> None:
    reader = TaskListReader(_RULES)
    for lines in pages:
        text = "\n".join(lines)
        for old, new in data.draw(
            st.lists(st.permutations(["[ ]", "[x]", "[X]", "[~]"]).map(lambda two: two[:2]))
        ):
            text = text.replace(old, new, 1)
            assert found(reader.read(text)) == scanned(text)


def test_versions_share_what_they_have_in_common() -> None:
    reader = TaskListReader(_RULES)
    one, other = reader.read("- [ ] a\n- [ ] b\n"), reader.read("- [ ] a\n- [x] b\n")
    assert one.outline is other.outline
    assert (one.ticks, other.ticks) == ("  ", " x")
    assert reader.read("nothing") is NO_TASKS


def test_a_part_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one long block that is full of what looks like headings, hardly more often."""
    asked: list[int] = []
    reader = TaskListReader(_RULES)
    whole = reader._read

    def spy(text: str, after: str) -> TaskList | None:
        asked.append(len(text))
        return whole(text, after)

    monkeypatch.setattr(reader, "_read", spy)
    block = "```\n" + "# [ ] No\n" * 1000 + "```\n"
    reader.read(f"# A\n- [ ] a\n# B\n{block}# C\n- [ ] c\n")
    assert sum(asked) < 4 * len(block)
    asked.clear()
    reader.read(f"# A\n- [ ] a\n# B\n{block}# C\n- [ ] d\n")
    assert sum(asked) < 2 * len(block)
    reader.read(f"# A\n- [ ] a\n# B\n{block}# C\n- [ ] d\n")
    asked.clear()
    reader.read(f"# A\n- [x] a\n# B\n{block}# C\n- [ ] d\n")
    assert asked == []
