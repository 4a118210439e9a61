"""Headings are tasks where check boxes are only their criteria."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading import read_document

CRITERIA = "**Acceptance Criteria**\n\n- [{0}] It blinks\n- [{1}] It sleeps\n\n"


def work(text: str) -> list[tuple[str, State]]:
    tasks = read_document("tasks.md", text).tasks
    return [(task.text, task.state) for task in tasks if not task.is_check]


@pytest.mark.parametrize("name", ["T001", "TASK-001", "Task 1"])
@pytest.mark.parametrize(
    ("heading", "boxes", "state"),
    [
        ("{}: Blink", "xx", State.DONE),
        ("{}: Blink", "x ", State.OPEN),
        ("{}: Blink ✅", "  ", State.DONE),
        ("{}: Blink\n\n**Status**: In progress", "xx", State.IN_PROGRESS),
    ],
)
def test_states(name: str, heading: str, boxes: str, state: State) -> None:
    text = f"# Tasks\n\n### {heading.format(name)}\n\n{CRITERIA.format(*boxes)}"
    assert [found for _, found in work(text)] == [state]


@pytest.mark.parametrize(
    "text",
    [
        "### T001: Blink\n\nText.\n\n## Acceptance Criteria\n\n- [x] It blinks\n",
        "### FR-001: Blink\n\n" + CRITERIA,
        "### Blink\n\n" + CRITERIA,
    ],
)
def test_other_headings_are_no_tasks(text: str) -> None:
    assert work(f"# Tasks\n\n{text}") == []


def test_boxes_that_are_work_count_themselves() -> None:
    text = f"# Tasks\n\n### T001: Blink\n\n- [x] wire\n\n{CRITERIA}"
    assert work(text) == [("wire", State.DONE)]
