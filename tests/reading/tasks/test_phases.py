"""Headings of phases, and those that only mention one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import PhaseHeading
from mkdocs_plan_plugin.reading.tasks.phases import read_phase_heading


@pytest.mark.parametrize(
    ("title", "kind", "number", "name"),
    [
        ("Phase 1: Setup", "phase", "1", "Setup"),
        ("Phase 2 - Core", "phase", "2", "Core"),
        ("Phase 3 — Polish", "phase", "3", "Polish"),
        ("PHASE 0", "phase", "0", ""),
        ("Phase 1 Setup", "phase", "1", "Setup"),
        ("phase 01: Setup", "phase", "1", "Setup"),
        ("Phase 2a: Core", "phase", "2a", "Core"),
        ("Phase 1.5: Core", "phase", "1.5", "Core"),
        ("Phase 1-3: Rollback", "phase", "1-3", "Rollback"),
        ("Phase IV: End", "phase", "iv", "End"),
        ("Phase A: Start", "phase", "a", "Start"),
        ("Phase: Setup", "phase", "", "Setup"),
        ("✅ Phase 2: Done", "phase", "2", "Done"),
        (":white_check_mark: Phase 2: Done", "phase", "2", "Done"),
        ("3. Phase 3: Third", "phase", "3", "Third"),
        ("Phase 2 (2 weeks)", "phase", "2", "(2 weeks)"),
        ("Phase 3: to 100 users", "phase", "3", "to 100 users"),
        ("WP01: Storage", "package", "1", "Storage"),
        ("Week 1–2 — Base", "week", "1–2", "Base"),
        ("Task 1.4: Do it", "task", "1.4", "Do it"),
        ("Step 1 of 3: Go", "step", "1", "of 3: Go"),
        ("Fase 2: Base", "phase", "2", "Base"),
        ("Этап 2: База", "phase", "2", "База"),
        ("Phaſe 2: Core", "phase", "2", "Core"),
        ("第一阶段：基础", "phase", "1", "基础"),
    ],
)
def test_phases(title: str, kind: str, number: str, name: str) -> None:
    assert read_phase_heading(title) == PhaseHeading(kind, number, name)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Phases",
        "Overview",
        "Tasks: Offline mode",
        "Task list",
        "Tag: v1.0",
        "Week: busy",
        "Weekly",
        "Partial success",
        "Part of it",
        "Sprint planning",
        "Milestone v1.0",
        "Phase 1 and Phase 2 dependencies",
        "Phase 2 depends on Phase 1",
        "Phase 1 → Phase 2",
        "Phase 1 to 2 migration",
        "Stepwise 1",
        "Mılestone 1: Beta",
        "Mİlestone 1: Beta",
    ],
)
def test_no_phases(title: str) -> None:
    assert read_phase_heading(title) is None


@given(st.text())
def test_never_raises(title: str) -> None:
    read_phase_heading(title)
    read_phase_heading(f"Phase {title}")
