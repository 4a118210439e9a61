"""What a plan is called."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.planning.pages.titles import from_path, page_title, plan_title, short_title
from mkdocs_plan_plugin.reading import read_document


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Implementation Plan: Offline maps", "Offline maps"),
        ("🚀 Implementation Plan: Offline maps", "Offline maps"),
        ("Offline maps Implementation Plan", "Offline maps"),
        ("Offline maps — Implementation Plan", "Offline maps"),
        ("Feature Specification: Offline maps", "Offline maps"),
        ("Tasks: Offline maps", "Offline maps"),
        ("Plan - Offline maps", "Offline maps"),
        ("8-week plan: the details", "8-week plan: the details"),
        ("Payment plan: checkout", "Payment plan: checkout"),
        ("Roadmap", "Roadmap"),
        ("Implementation Plan", ""),
        ("Implementation Plan: [FEATURE]", ""),
        ("", ""),
    ],
)
def test_short_title(title: str, short: str) -> None:
    assert short_title(title) == short


@pytest.mark.parametrize(
    ("path", "text", "spec", "expected"),
    [
        ("a/plan.md", "---\ntitle: Given\n---\n# Plan: Other\n", "", "Given"),
        ("a/plan.md", "# Plan: Maps\n", "# Spec: Other\n", "Maps"),
        ("a/plan.md", "# Implementation Plan: [FEATURE]\n", "# Spec: Maps\n", "Maps"),
        ("specs/001-offline-maps/plan.md", "", "", "Offline maps"),
        ("plans/2026-05-12-offline.md", "", "", "Offline"),
        ("docs/plan.md", "# Implementation Plan\n", "", "Plan"),
        ("plan.md", "", "", "Plan"),
    ],
)
def test_plan_title(path: str, text: str, spec: str, expected: str) -> None:
    specs = (read_document("a/spec.md", spec),) if spec else ()
    assert plan_title(read_document(path, text), specs) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: Given\n---\n# H\n", "Given"),
        ("---\ntitle: ' '\n---\n# H\n", "H"),
        ("---\ntitle: 5\n---\n# H\n", "H"),
        ("", "Offline"),
    ],
)
def test_page_title(text: str, expected: str) -> None:
    assert page_title(read_document("a/offline.md", text)) == expected


def test_from_path_is_never_empty() -> None:
    assert from_path("001-/plan.md") == "plan"
