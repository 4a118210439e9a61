"""Symbols are check boxes where they stand for them, and decoration elsewhere."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Form, State
from mkdocs_plan_plugin.reading import read_document


def states(text: str) -> list[State]:
    tasks = read_document("plan.md", f"# Plan\n\n{text}").tasks
    return [task.state for task in tasks if task.form is Form.SYMBOL]


@pytest.mark.parametrize("done", ["✅", "✔️", "☑", ":white_check_mark:", ":heavy_check_mark:"])
@pytest.mark.parametrize("still_open", ["☐", "⬜", "🔲", ":white_large_square:"])
def test_signs_beside_open_boxes(done: str, still_open: str) -> None:
    assert states(f"- {done} cut\n- {still_open} sew\n") == [State.DONE, State.OPEN]


def test_signs_of_several_states_are_boxes_on_a_page_without_others() -> None:
    assert states("- ✅ cut\n- 🚧 join\n- ⏳ sew\n") == [
        State.DONE,
        State.IN_PROGRESS,
        State.IN_PROGRESS,
    ]
    assert states("- ✅ cut\n- 🚧 join\n\n## More\n\n- [ ] sew\n") == []


def test_a_finished_phase_of_signs_counts_where_the_page_uses_them() -> None:
    text = "## Phase 1\n\n- ✅ cut\n- ✅ join\n\n## Phase 2\n\n- ☐ sew\n"
    assert states(text) == [State.DONE, State.DONE, State.OPEN]


@pytest.mark.parametrize(
    "text",
    [
        "- ✅ It is light\n- ✅ It is cheap\n",
        "- ✅ It is light\n- It is cheap\n- 🚧 It is new\n",
        "## Benefits\n\n- ✅ It is light\n\n## Phase 1\n\n- [ ] sew\n",
        "- ☐ = open\n- ☑ = done\n",
        "> - ☐ sew\n",
    ],
)
def test_decoration(text: str) -> None:
    assert states(text) == []


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ('[ ] <input type="checkbox" checked>', State.OPEN),
        ('[x] <input type="checkbox">', State.DONE),
        ('<input type="checkbox"> <input type="checkbox" checked>', State.OPEN),
    ],
)
def test_the_first_of_two_boxes_is_that_of_the_item(written: str, state: State) -> None:
    (task,) = read_document("plan.md", f"- {written} cut\n").tasks
    assert task.state is state


def test_a_box_in_html_is_one() -> None:
    text = '- <input type="checkbox" checked disabled> cut\n- <input type=checkbox> sew\n'
    found = read_document("plan.md", text).tasks
    assert [(task.text, task.state) for task in found] == [
        ("cut", State.DONE),
        ("sew", State.OPEN),
    ]
