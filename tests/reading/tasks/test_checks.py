"""Lists of checks, lists of work, and names that only sound like checks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.reading.tasks.checks import (
    CheckRules,
    is_check_page,
    label_names_checks,
    title_names_checks,
)

RULES = CheckRules()


@pytest.mark.parametrize(
    "title",
    [
        "Acceptance Criteria",
        "Success criteria (measured)",
        "5. Definition of Done",
        "Definition of Done Checklist",
        "Feature-Level DoD",
        "Definition of Ready",
        "Objectives & Success Criteria",
        "Success Criteria for Phase 2",
        "Acceptance Criteria: Maps",
        "Constitution Check",
        "🎯 Quality Gates",
        "Phase 2 Success Gate ✅ COMPLETED",
        "✅ Phase 3 Completion Checklist",
        "Phase 1.5 Completion Criteria",
        "Phase 2: Acceptance Criteria",
        "Review & Acceptance Checklist",
        "Validation Checklist",
        "Specification Quality Checklist: Maps",
        "Self-Review Checklist",
        "Checkpoint",
        "Checkpoint 2: Maps are drawn",
        "Sign-off",
        "Pre-merge checks",
        "Execution Status",
        "Reviewer Checklist",
        "Reviewer's Checklist",
        "Code Review Checklist",
        "Verification Checklist",
        "Manual Testing Checklist",
        "Sign-off Checklist",
        "Pre-merge Checklist",
        "Checklist del revisor",
        "Lista de verificación para la revisión",
        "Checklist de testes",
        "Liste de contrôle du relecteur",
        "Reviewer-Checkliste",
        "Checkliste für die Abnahme",
        "Чек-лист ревьюера",
        "Kryteria akceptacji",
        "Lista kontrolna recenzenta",
        "Kabul kriterleri",
        "Doğrulama kontrol listesi",
        "Acceptatiecriteria",
        "Tiêu chí chấp nhận",
        "评审人检查清单",
        "리뷰어 체크리스트",
        "レビュアーチェックリスト",
        "Definición de terminado",
        "2. Criterios de aceptación",
        "Critérios de Sucesso",
        "Checklist de Validação Final",
        "Critères d’acceptation",
        "Akzeptanzkriterien",
        "Критерии приёмки",
        "验收标准",
        "4、成功标准",
        "3.1 功能验收",
        "완료 기준",
        "受け入れ基準",
        "معايير القبول",
        "קריטריוני קבלה",
        "הגדרת סיום",
    ],
)
def test_headings_of_checks(title: str) -> None:
    assert RULES.is_check("", [title])


@pytest.mark.parametrize(
    "title",
    [
        "",
        "…",
        "Phase 3: Quality checklist UI",
        "Phase 4: Review",
        "Phase 5: Checkpoint storage",
        "Implement acceptance tests",
        "Implement acceptance criteria",
        "Add success criteria to the form",
        "Review service",
        "Approval workflow",
        "Model checkpoints",
        "Feature gates",
        "Input validation checklist",
        "Quality checklist editor",
        "Verification",
        "Testing",
        "Goals",
        "Requirements",
        "Deployment Checklist",
        "Implementation Checklist",
        "Progress Tracking",
        "Done",
        "User Story 2: Gates open at noon",
        "实现",
        "Tareas",
    ],
)
def test_headings_of_work(title: str) -> None:
    assert not RULES.is_check("", [title])


@pytest.mark.parametrize(
    "label",
    [
        "Acceptance Criteria:",
        "Acceptance Criteria: (all must pass)",
        "Success criteria",
        "Done when:",
        "Phase 2 is complete when:",
        "For each user story to be considered complete:",
        "Before moving to Phase 2:",
        "Before marking it done, verify:",
        "GATE: Must pass before research. Check again after design.",
        "Gate Status:",
        "Phase Status:",
        "Goal: Build the map\nAcceptance Criteria:",
        "Goal: Build the map Acceptance Criteria:",
        "Aceite:",
        "验收标准：",
    ],
)
def test_labels_of_checks(label: str) -> None:
    assert RULES.is_check(label, ["Phase 1: Setup"])


@pytest.mark.parametrize(
    "label",
    [
        "Goal: Draw a map",
        "No work can begin until this phase is complete.",
        "Purpose: Final validation that all success criteria are met.",
        "The acceptance criteria are in the spec.",
        "Acceptance Criteria:\nSteps:",
        "Checks that the acceptance criteria hold. Tests:",
    ],
)
def test_labels_that_say_nothing_of_checks(label: str) -> None:
    assert not RULES.is_check(label, ["Phase 1: Setup"])


@pytest.mark.parametrize(
    ("label", "titles", "expected"),
    [
        ("", [], False),
        ("", ["Content", "Quality Checklist"], True),
        ("", ["Tasks", "Definition of Done"], False),
        ("", ["Definition of Done", "Phase 1: Setup"], True),
        ("", ["Maps", "Phase 1: Setup", "Definition of Done"], True),
        ("", ["Phase 1", "Success Criteria"], True),
        ("", ["Phase 1", "Quality Checklist"], False),
        ("", ["Maps", "Phases", "Definition of Done"], True),
        ("Tasks:", ["Definition of Done"], False),
        ("To check", ["Definition of Done"], True),
        ("Acceptance criteria:", ["Tasks"], True),
    ],
)
def test_the_label_decides_and_then_the_nearest_heading_that_says_something(
    label: str, titles: list[str], expected: bool
) -> None:
    assert RULES.is_check(label, titles) is expected


def test_own_words_are_whole_words_in_any_case() -> None:
    rules = CheckRules(("hardening", "go live", "上线"))
    assert rules.is_check("", ["Phase 3: Hardening"])
    assert rules.is_check("Before we Go Live", ["Tasks"])
    assert rules.is_check("", ["准备上线检查"])
    assert not rules.is_check("", ["Hardenings"])
    assert not rules.is_check("", ["Go lively"])
    assert rules.is_check("", ["Acceptance criteria"])


def test_a_word_may_hold_signs() -> None:
    assert CheckRules(("C++ (review)",)).is_check("", ["The C++ (review) list"])


def test_pages_of_checks() -> None:
    assert is_check_page("specs/001-maps/checklists/ux.md")
    assert not is_check_page("specs/001-maps/checklists.md")
    assert not is_check_page("docs/plan.md")


@given(st.text())
def test_never_raises(text: str) -> None:
    for written in (text, f"{text} acceptance criteria", f"Phase 1: {text}", f"{text}:"):
        assert title_names_checks(written) in (True, False, None)
        assert label_names_checks(written) in (True, False, None)
        assert isinstance(CheckRules((text,)).is_check(written, [written]), bool)
