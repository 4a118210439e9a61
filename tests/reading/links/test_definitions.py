"""What a page defines, and what it names."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Definition, DefinitionForm, Mention
from mkdocs_plan_plugin.reading import ReadingRules, read_document
from mkdocs_plan_plugin.reading.links.ids import IdRules


def defined(text: str) -> list[tuple[str, int, str]]:
    found = read_document("spec.md", text).ids.definitions
    return [(each.key, each.line, each.form) for each in found]


def named(text: str) -> list[tuple[str, int, int | None, bool]]:
    found = read_document("tasks.md", text).ids.mentions
    return [(each.key, each.line, each.task, each.is_dependency) for each in found]


@pytest.mark.parametrize(
    ("text", "key", "form"),
    [
        ("- **FR-001**: Pay", "FR-001", DefinitionForm.ITEM),
        ("- FR-001 Pay", "FR-001", DefinitionForm.ITEM),
        ("### FR-001: Pay", "FR-001", DefinitionForm.HEADING),
        ("### User Story 1 - Pay (Priority: P1)", "US1", DefinitionForm.HEADING),
        ("### Story 1: Pay", "US1", DefinitionForm.HEADING),
        ("## Work Package WP01: Pay", "WP01", DefinitionForm.HEADING),
        ("## Phase 3: User Story 2 - Pay", "US2", DefinitionForm.HEADING),
        ("### Requirement 3: Pay", "Requirement 3", DefinitionForm.HEADING),
        ("### 需求 7：支付", "Requirement 7", DefinitionForm.HEADING),
        ("| Id | What |\n|----|------|\n| FR-001 | Pay |", "FR-001", DefinitionForm.ROW),
        ("**FR-001**: Pay", "FR-001", DefinitionForm.PARAGRAPH),
        ("REQ1: Pay", "REQ1", DefinitionForm.PARAGRAPH),
        ("- [ ] FR-1: Pay", "FR-1", DefinitionForm.ITEM),
        ("- [x] **FR-1**: Pay", "FR-1", DefinitionForm.ITEM),
        ("- **R1** Riders can pay", "R1", DefinitionForm.ITEM),
        ("- R1 — Riders can pay", "R1", DefinitionForm.ITEM),
        ("- M2 (June): Ship", "M2", DefinitionForm.ITEM),
        ("### M6 — Pay", "M6", DefinitionForm.HEADING),
        ("| Id | What |\n|----|------|\n| R1 | Pay |", "R1", DefinitionForm.ROW),
        ("**S2 — same plan.** Pay", "S2", DefinitionForm.PARAGRAPH),
    ],
)
def test_definitions(text: str, key: str, form: DefinitionForm) -> None:
    assert [(found[0], found[2]) for found in defined(f"# Spec\n\n{text}\n")] == [(key, form)]


@pytest.mark.parametrize(
    "text",
    [
        "- FR-001, FR-002: covered by T003",
        "- FR-001 to FR-003 are covered",
        "- see FR-001",
        "Text that goes on\n**FR-001** in the middle of it",
        "> - **FR-001**: said elsewhere",
        "```\n- **FR-001**: a sample\n```",
        "- F3 key opens the till",
        "- **F5** reloads",
        "- **P2 Stories** (2): pay",
        "- P1: must have",
        "- **S2 RED (v3 control): pay**",
        "- Task 1 depends on the till",
        "- EC2 instances are cheap",
        "- **CS8603** - Null reference",
        "### M3 cards",
        "## P1: High priority",
        "| Priority | What |\n|----|------|\n| P1 | Pay |\n| P2 | Walk |",
        "| Key | What |\n|----|------|\n| F3 | Pay |\n| F4 | Walk |",
        "| Id | What |\n|----|------|\n| R1 | Pay |\n| R1 | Walk |",
        "| Text | What |\n|----|------|\n| D-22 | Pay |\n| a.md | Walk |",
        "- [ ] [US1] Pay",
        "- [ ] T001 Pay",
    ],
)
def test_what_is_no_definition(text: str) -> None:
    assert defined(f"# Spec\n\n{text}\n") == []


def test_headings_that_are_numbered_alike_define() -> None:
    text = "# Spec\n\n### M1 Build\n\n### M2 Ship\n"
    assert [key for key, _, _ in defined(text)] == ["M1", "M2"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("- A1 It rains\n- A2 It snows\n", ["A1", "A2"]),
        ("- A1 It rains\n- A3 It snows\n", []),
        ("- A1 It rains\n\nText.\n\n- A2 It snows\n", []),
        ("- F1 opens help\n- F2 renames\n", []),
        ("- P1 bugs\n- P2 bugs\n", []),
    ],
)
def test_a_list_that_counts_defines(text: str, keys: list[str]) -> None:
    assert [key for key, _, _ in defined(f"# Spec\n\n{text}")] == keys


@pytest.mark.parametrize(
    "text", ['it returns "FR-001"', "it returns “FR-001”", "in FR-1-FR-4-Execution/", "in x/FR-1"]
)
def test_what_is_no_mention(text: str) -> None:
    assert named(f"# Tasks\n\nThen {text}.\n") == []


def test_a_list_of_the_sites_own_ids_defines_none_of_them() -> None:
    rules = ReadingRules(ids=IdRules((r"KES/\d+",)))
    text = "# Spec\n\n- KES/1, KES/2: covered\n- KES/3: Pay\n"
    found = read_document("spec.md", text, rules).ids.definitions
    assert [each.key for each in found] == ["KES/3"]


def test_criteria_are_numbered_by_their_requirement() -> None:
    text = "### Requirement 2\n\n#### Acceptance Criteria\n\n1. WHEN it rains\n2. WHEN it snows\n"
    assert [found[:2] for found in defined(text)] == [
        ("Requirement 2", 1),
        ("Requirement 2.1", 5),
        ("Requirement 2.2", 6),
    ]
    assert [found[0] for found in defined("## Acceptance Criteria\n\n1. It rains\n")] == ["AC1"]


def test_criteria_of_a_story() -> None:
    text = "### US-008: Pay\n\n**Acceptance Criteria:**\n\n- [ ] By card\n- [ ] By phone\n"
    assert [found[:2] for found in defined(text)] == [("US8", 1), ("US8.1", 5), ("US8.2", 6)]


def test_mentions_belong_to_their_task() -> None:
    text = """# Tasks

- [ ] T001 [P] [US1] Pay (FR-001)
  - _Requirements: 1.1_
- [ ] T002 Send it

FR-002 is for later, `FR-003` is code, [FR-004](x.md) a link.
"""
    assert named(text) == [
        ("US1", 3, 3, False),
        ("FR-001", 3, 3, False),
        ("Requirement 1.1", 4, 3, False),
        ("FR-002", 7, None, False),
        ("FR-004", 7, None, False),
    ]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("(depends on T001, T002)", ["T001", "T002"]),
        ("(Depends on: T001 and T002)", ["T001", "T002"]),
        ("blocked by T001", ["T001"]),
        ("after T001-T003", ["T001", "T002", "T003"]),
        ("[FR-001] requires T002", ["T002"]),
        ("\n  - Dependencies: Task 1.2", ["Task 1.2"]),
    ],
)
def test_what_a_task_waits_for(text: str, keys: list[str]) -> None:
    found = named(f"# Tasks\n\n- [ ] T009 Pay {text}\n")
    assert sorted(key for key, _, task, waits in found if waits and task == 3) == keys


def test_pages_without_ids_have_no_traces() -> None:
    document = read_document("a.md", "# Notes\n\nNothing of the kind, and no requirement.\n")
    assert not document.ids.definitions
    assert not document.ids.mentions


def test_types() -> None:
    traces = read_document("a.md", "- **FR-001**: Pay\n\nSee FR-001.\n").ids
    assert traces.definitions == (
        Definition("FR-001", "FR-001", 1, DefinitionForm.ITEM, "FR-001: Pay", None),
    )
    assert traces.mentions[-1] == Mention("FR-001", 3)


def test_criteria_with_whole_numbers_in_one_paragraph() -> None:
    text = "## Requirement 10: Fly\n\n### Acceptance Criteria\n\n10.1. THE kite SHALL fly\n"
    text += "**10.2** THE kite SHALL land\n9.1. From elsewhere\n10.3\n\n    10.4. code\n"
    assert [found[:2] for found in defined(f"{text}\n## Notes\n\n10.5. No criterion\n")] == [
        ("Requirement 10", 1),
        ("Requirement 10.1", 5),
        ("Requirement 10.2", 6),
    ]
