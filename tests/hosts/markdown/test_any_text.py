"""Whatever is written: nothing raises, normalising is stable, the page shows what is counted."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Form, State, Task
from mkdocs_plan_plugin.reading import read_document
from tests.hosts.markdown.shapes import render

_EXAMPLES = settings(max_examples=250, deadline=None)
# A box that an item begins with on GitHub, for what stands before it there is not shown.
_BEHIND_A_DEFINITION = re.compile(r"\]: .*\n *\d+[.)] \[")
_CHANGED = re.compile(r"[\s\\>]+")

words = st.sampled_from(
    [
        "dig",
        "**bold** text",
        "`code`",
        "[Lamp]: bright",
        "#12 is due",
        "2. no item",
        "ein Wort",
        "任务",
        "a_b_c",
        "> no quote",
    ]
)
boxes = st.sampled_from(["", "", "[ ] ", "[x] ", "[X] ", "[-] ", "[~] ", "[ ]* ", "☐ "])
markers = st.sampled_from(["- ", "* ", "1. ", "2) ", "-   "])
ends = st.sampled_from(["\n", "\n", "\n\n"])


def _indented(text: str, columns: int) -> str:
    return "".join(
        f"{' ' * columns}{line}" if line.strip() else line
        for line in text.splitlines(keepends=True)
    )


def _items(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """An item whose content is indented somehow."""
    item = st.tuples(markers, boxes, words, ends, children, st.integers(2, 5))
    return item.map(lambda i: f"{i[0]}{i[1]}{i[2]}{i[3]}{_indented(i[4], i[5])}")


def _mkdocs_syntax() -> st.SearchStrategy[str]:
    """A part in MkDocs' own dialect.

    Without blank lines in its lists: Python-Markdown's admonitions take such apart themselves.
    Those within items are tested by example: few indentations mean one there to both readers.
    """
    heads = st.sampled_from(['!!! note "N"\n', "??? tip\n", '=== "A"\n\n'])
    lines = st.tuples(st.sampled_from(["", "  "]), boxes, words)
    lists = st.lists(lines.map(lambda i: f"{i[0]}- {i[1]}{i[2]}\n"), min_size=1).map("".join)
    return st.tuples(heads, lists).map(lambda i: f"{i[0]}{_indented(i[1].lstrip(), 4)}\n")


leaves = st.sampled_from(
    [
        "",
        "text\n",
        "text\nmore\n\n",
        "```\n- [ ] no task\n```\n",
        "```py\nx\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
        "\n| a |\n|---|\n| 1 |\n\n",
        "## Head\n",
        "Two\n===\n",
        "> quote\n",
        "> - [ ] sample\n",
        "<details>\n\n",
        "</details>\n\n",
        "<!-- c -->\n",
        "***\n",
        "    code\n\n",
    ]
)
github = st.recursive(
    st.lists(leaves, max_size=2).map("".join),
    lambda inner: st.lists(_items(inner) | leaves, max_size=4).map("".join),
    max_leaves=8,
)
blocks = st.lists(
    github | _mkdocs_syntax().map("\n{}".format) | st.just("\nTerm\n:   Definition\n\n"), max_size=3
).map("".join)
texts = blocks | st.text(alphabet="-*1.) []x#>`|:\n\t ab<!=", max_size=60) | st.text(max_size=60)


def _shown(html: str) -> list[bool]:
    """For each box on a page, whether it is ticked."""
    soup = BeautifulSoup(html, "html.parser")
    boxes = [
        box
        for box in soup.select("li input[type=checkbox], [data-plan-extra]")
        if not box.find_parent("blockquote")
    ]
    return [box.get("data-state") == "done" or box.has_attr("checked") for box in boxes]


def _counted(task: Task) -> bool:
    return task.state is State.DONE


@given(blocks)
@example("- [ ] a\n  b\n  ===\n")  # a box before a heading
@example("- [ ] a\n  b\n  ===\n  text\n")  # and none before what follows it
@example("- a\n  > - [ ] b\n    c\n\n- [-] d\n  - [ ] `c`\n")  # a quoted box is no task
@example("1. a\n  1. [~] b\n    - [~] b\n  - [x] b\n    - [-] b\n")  # nor one struck through
@example('- a\n1. b\n  ```py\n  x\n\n!!! note "N"\n    - [ ] c\n')  # all of it is code
@_EXAMPLES
def test_the_page_shows_the_tasks_that_are_counted(text: str) -> None:
    assume(not _BEHIND_A_DEFINITION.search(text))
    document = read_document("plan.md", text)
    assert all(task.form is not Form.ROW for task in document.tasks)
    shown = _shown(render(text, document=document))
    assert shown == [_counted(task) for task in document.tasks]


@given(texts)
@_EXAMPLES
def test_nothing_raises(text: str) -> None:
    render(text, document=read_document("plan.md", text))
