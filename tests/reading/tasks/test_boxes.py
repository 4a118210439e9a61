"""Boxes that GitHub shows as text, and text that only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Form, State
from mkdocs_plan_plugin.reading.tasks.boxes import Box, is_legend, read_box, read_heading_box
from mkdocs_plan_plugin.reading.tasks.marks import StateRules

RULES = StateRules()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[~] Draw", Box("~", State.IN_PROGRESS, "Draw", Form.MARK)),
        ("[-] 2.1 Draw", Box("-", State.IN_PROGRESS, "2.1 Draw", Form.MARK)),
        ("[N/A] Draw", Box("N/A", State.CANCELLED, "Draw", Form.MARK)),
        ("[✅] Draw", Box("✅", State.DONE, "Draw", Form.MARK)),
        ("[⚠️] Draw", Box("⚠", State.BLOCKED, "Draw", Form.MARK)),
        ("[ x ] Draw", Box("x", State.DONE, "Draw", Form.MARK)),
        ("[ ]* 2.2 Draw", Box(" ", State.OPEN, "2.2 Draw", Form.MARK, is_optional=True)),
        ("[ ]\\* 16. Draw", Box(" ", State.OPEN, "16. Draw", Form.MARK, is_optional=True)),
        ("[x]* Draw", Box("x", State.DONE, "Draw", Form.MARK, is_optional=True)),
        ("[-]* Draw", Box("-", State.IN_PROGRESS, "Draw", Form.MARK, is_optional=True)),
        ("P1.3 [ ] Draw", Box(" ", State.OPEN, "P1.3 Draw", Form.INNER)),
        ("T004: [x] Draw", Box("x", State.DONE, "T004: Draw", Form.INNER)),
        ("2.1. [~] Draw", Box("~", State.IN_PROGRESS, "2.1. Draw", Form.INNER)),
        ("☐ Draw", Box("☐", State.OPEN, "Draw", Form.SYMBOL)),
        ("☑️ Draw", Box("☑", State.DONE, "Draw", Form.SYMBOL)),
        ("☒Draw", Box("☒", State.DONE, "Draw", Form.SYMBOL)),
    ],
)
def test_boxes(text: str, expected: Box) -> None:
    assert read_box(text, RULES) == expected


def test_an_unknown_mark_is_an_open_task_that_says_so() -> None:
    expected = Box("?", State.OPEN, "Draw", Form.MARK, is_known=False)
    assert read_box("[?] Draw", RULES) == expected


def test_marks_mean_what_the_rules_say() -> None:
    own = StateRules({"?": State.BLOCKED})
    assert read_box("[?] Draw", own) == Box("?", State.BLOCKED, "Draw", Form.MARK)
    blocked = read_box("[~] Draw", RULES.on(".spec-workflow/specs/maps/tasks.md"))
    assert blocked is not None
    assert blocked.state is State.BLOCKED


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Draw the map",
        "✅ Draw",
        "☐",
        "[~]",
        "[~]Draw",
        "[ ] Draw",  # GitHub would show it, so it stands in code or is escaped
        "[x] marks a finished task",
        "[~]: in progress",
        "[~] in progress",
        "[-] = cancelled",
        "[~] Partial / needs work",
        "[⚠] Blocked (waits for another task)",
        "☐ = open",
        "[P] tasks = different files",
        "[US1] Draw",
        "[1] Author, Title",
        "[X] days",
        "[…] and so on",
        "[link] to the map",
        "T014 [P] Draw",
        "T014 [US1] Draw",
        "T014 [?] Draw",
        "Development: [X] days",
        "Subtasks: [ ] T009 [ ] T010",
        "Draw the [x] on the map",
        "P1.3 P1.4 [ ] Draw",
        "A text of many words that comes before a [~] box",
    ],
)
def test_no_boxes(text: str) -> None:
    assert read_box(text, RULES) is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("[x] Step: Build", Box("x", State.DONE, "Step: Build", Form.HEADING)),
        ("[ ] Track: Maps", Box(" ", State.OPEN, "Track: Maps", Form.HEADING)),
        ("[~] Track: Maps", Box("~", State.IN_PROGRESS, "Track: Maps", Form.HEADING)),
        ("T003 [ ] Build", Box(" ", State.OPEN, "T003 Build", Form.HEADING)),
        ("[x]* Build", Box("x", State.DONE, "Build", Form.HEADING, is_optional=True)),
    ],
)
def test_headings_with_boxes(title: str, expected: Box) -> None:
    assert read_heading_box(title, RULES) == expected


@pytest.mark.parametrize(
    "title", ["", "Build", "[1.0.0] - 2026-01-05", "[Unreleased]", "[x]", "[?] Build", "[P] Build"]
)
def test_headings_without_boxes(title: str) -> None:
    assert read_heading_box(title, RULES) is None


@pytest.mark.parametrize(
    "text",
    [
        "= done",
        "=done",
        "– open",
        ": in progress",
        "Done",
        "Done.",
        "not started",
        "Completed (all tests pass)",
        "→ finished",
        "means that it is done",
        "Partial / needs work",
        "Pendiente",
        "已完成",
        "مكتمل",
        "days",
        "hours (estimated)",
    ],
)
def test_legends(text: str) -> None:
    assert is_legend(text)


@pytest.mark.parametrize(
    "text",
    [
        "Draw the map",
        "Draft",
        "Review",
        "Released",
        "Open the map",
        "Open / close the drawer",
        "Complete the API",
        "Done screen",
        "Pending orders are listed",
        "days are counted",
        "hours: show them",
        "Mark as done",
        "– a dash before a task",
    ],
)
def test_tasks_are_no_legends(text: str) -> None:
    assert not is_legend(text)


@given(st.text(), st.sampled_from(["", "[~] ", "[ ]* ", "T001 [ ] ", "☐ ", "[", "[?"]))
def test_a_box_has_a_text_and_never_raises(text: str, start: str) -> None:
    for box in (
        read_box(start + text, RULES),
        read_heading_box(start + text, RULES),
    ):
        assert box is None or box.text.strip()
