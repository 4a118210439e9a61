"""The states that spec-kitty keeps in `status.json`."""

from __future__ import annotations

import json

import pytest

from mkdocs_plan_plugin.model import Form, State
from mkdocs_plan_plugin.reading import read_document, read_mission_status, with_mission_status

PAGE = """# Work packages

## Work Package WP01: Base

- [ ] T001 Cut
- [x] T002 Glue

## WP02: Light

- [ ] T003 Buy
- [ ] T004 Wire
- [ ] T005 Test

## WP03: Paint

- [ ] T006 White
"""
STATUS = {
    "work_packages": {
        "WP01": {"lane": "done", "subtasks": {"T001": "planned"}},
        "WP02": {"lane": "in_review", "subtasks": {"T003": "done", "T004": "in_progress"}},
        "WP03": {"lane": "canceled"},
    }
}


def test_states_of_tasks() -> None:
    status = read_mission_status(json.dumps(STATUS))
    assert status
    tasks = with_mission_status(read_document("kitty-specs/1/tasks.md", PAGE), status).tasks
    assert [(task.text[:4], task.state, task.form) for task in tasks] == [
        ("T001", State.DONE, Form.RECORDED),
        ("T002", State.DONE, Form.BOX),
        ("T003", State.DONE, Form.RECORDED),
        ("T004", State.IN_PROGRESS, Form.RECORDED),
        ("T005", State.IN_PROGRESS, Form.RECORDED),
        ("T006", State.CANCELLED, Form.RECORDED),
    ]


def test_the_lane_of_a_work_package() -> None:
    status = read_mission_status(json.dumps(STATUS))
    assert status
    text = "---\nwork_package_id: WP02\nlane: planned\n---\n# WP02\n"
    page = with_mission_status(read_document("kitty-specs/1/tasks/WP02-x.md", text), status)
    assert [(each.state, each.written) for each in page.stated_statuses] == [
        (State.IN_PROGRESS, "in_review")
    ]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", '{"work_packages": []}', '{"work_packages": null}', "[" * 100_000],
)
def test_other_files(text: str) -> None:
    assert read_mission_status(text) is None


@pytest.mark.parametrize(
    "packages", [{}, {"WP01": None}, {"WP01": {"lane": 3, "subtasks": [1]}}, {"WP01": {}}]
)
def test_what_is_missing_changes_nothing(packages: object) -> None:
    status = read_mission_status(json.dumps({"work_packages": packages}))
    page = read_document("kitty-specs/1/tasks.md", PAGE)
    assert status
    assert with_mission_status(page, status) == page
