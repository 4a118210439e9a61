"""Requirements traced to tasks, and tasks to those that they wait for."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Category, Plan
from mkdocs_plan_plugin.planning.portfolio import Portfolio, build_portfolio
from mkdocs_plan_plugin.reading import RoleRules, read_document

SPEC = """# Feature Specification: Pay

### User Story 1 - Pay by card

### User Story 2 - Pay by phone

- **FR-001**: Riders can pay
- **FR-002**: Riders get a receipt
- **SC-001**: Nobody waits
"""
TASKS = """# Tasks: Pay

## Phase 1: Card

- [x] T001 [US1] Hold a deposit (FR-001)
- [ ] T002 [US1] Capture it (depends on T001)
- [ ] T003 [US1] Release it (depends on T002)
- [ ] T004 Tell the rider (FR-009)

## Phase 2: User Story 2

- [ ] T005 Ask the phone
"""


def portfolio(spec: str = SPEC, tasks: str = TASKS, **others: str) -> Portfolio:
    pages = {"a/plan.md": "# Implementation Plan: Pay\n", "a/spec.md": spec, "a/tasks.md": tasks}
    pages |= {f"{name.replace('__', '/')}.md": text for name, text in others.items()}
    documents = {path: read_document(path, text) for path, text in pages.items()}
    return build_portfolio(documents, RoleRules())


def plan(spec: str = SPEC, tasks: str = TASKS) -> Plan:
    return portfolio(spec, tasks).plans[0]


def tasks_by_requirement(found: Plan) -> dict[str, list[str]]:
    return {
        each.target.definition.key: [entry.task.text[:4] for entry in each.entries]
        for each in found.coverage.requirements
    }


def test_requirements_show_the_tasks_that_name_them() -> None:
    assert tasks_by_requirement(plan()) == {
        "US1": ["T001", "T002", "T003"],
        "US2": ["T005"],  # by the heading above it
        "FR-001": ["T001"],
        "FR-002": [],
    }


def test_kinds_that_no_task_names_are_left_out() -> None:
    assert tasks_by_requirement(plan(tasks="# Tasks\n\n- [ ] T001 [US1] Hold\n")) == {
        "US1": ["T001"],
        "US2": [],
    }
    assert tasks_by_requirement(plan(tasks="# Tasks\n\n- [ ] T001 Hold\n")) == {}


def test_the_progress_of_a_requirement() -> None:
    first = plan().coverage.requirements[0].progress
    assert (first.done, first.total) == (1, 3)


def test_requirements_without_tasks_and_unknown_requirements_are_reported() -> None:
    found = [each for each in portfolio().diagnostics if each.category is Category.REQUIREMENTS]
    assert [(each.path, each.line, each.problem) for each in found] == [
        ("a/spec.md", 8, "FR-002 is not covered by any task"),
        ("a/tasks.md", 8, "the task names FR-009, which is not a requirement of the plan"),
    ]


def test_what_is_ready() -> None:
    found = plan()
    assert found.coverage.has_dependencies
    assert found.coverage.waits == {("a/tasks.md", 7): ("T002",)}
    assert [task.text[:4] for task in found.upcoming] == ["T002", "T004", "T005"]
    assert found.ready == 3


def test_tasks_that_wait_for_each_other_wait() -> None:
    tasks = "# Tasks\n\n- [ ] T001 A (depends on T002)\n- [ ] T002 B (depends on T001)\n"
    assert plan(tasks=tasks).upcoming == ()


def test_a_task_does_not_wait_for_itself_or_for_what_is_not_there() -> None:
    tasks = "# Tasks\n\n- [ ] T001 A (depends on T001, T009)\n"
    found = plan(tasks=tasks)
    assert found.coverage.waits == {}
    assert found.ready == 1


def test_a_task_may_wait_for_a_whole_work_package() -> None:
    tasks = """# Tasks

## Work Package WP01: Card

- [x] T001 Hold
- [ ] T002 Capture

## Work Package WP02: Phone

- [ ] T003 Ask (depends on WP01)
"""
    assert plan(tasks=tasks).coverage.waits == {("a/tasks.md", 10): ("WP01",)}


def test_criteria_make_up_their_requirement() -> None:
    spec = "# Requirements\n\n### Requirement 1\n\n#### Acceptance Criteria\n\n1. A\n2. B\n"
    tasks = """# Implementation Plan

- [ ] 1. Hold
  - [x] 1.1 Ask
    - _Requirements: 1.1_
  - [ ] 1.2 Capture
    - _Requirements: 1.2_
"""
    documents = {
        "s/requirements.md": read_document("s/requirements.md", spec),
        "s/tasks.md": read_document("s/tasks.md", tasks),
    }
    (found,) = build_portfolio(documents, RoleRules()).plans
    assert tasks_by_requirement(found) == {
        "Requirement 1": ["1.1 ", "1.2 "],
        "Requirement 1.1": ["1.1 "],
        "Requirement 1.2": ["1.2 "],
    }


def test_a_task_that_holds_others_passes_its_requirement_on() -> None:
    tasks = "# Tasks\n\n- [ ] T001 [US1] Hold\n  - [x] T002 Ask\n  - [ ] T003 Wait\n"
    assert tasks_by_requirement(plan(tasks=tasks))["US1"] == ["T002", "T003"]
