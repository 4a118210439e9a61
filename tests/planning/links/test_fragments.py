"""Fragments mean headings in every script, however ids are made of them."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.planning.links.fragments import heading_meant

TITLES = (
    "Über uns",
    "Фаза 1. Подготовка",
    "目标",
    "Setup",
    "Setup",
    "v1.2 Goals & aims",
    "Phase 10",
)


@pytest.mark.parametrize(
    ("fragment", "at"),
    [
        ("über-uns", 0),
        ("uber-uns", 0),
        ("Über_uns", 0),
        ("фаза-1-подготовка", 1),
        ("目标", 2),
        ("setup", 3),
        ("setup-1", 4),
        ("setup_1", 4),
        ("setup-2", None),
        ("v12-goals--aims", 5),
        ("v12-goals", None),
        ("v1-2-goals", 5),
        ("phase-1", None),
        ("фаза", 1),
        ("-", None),
        ("unknown", None),
    ],
)
def test_fragments(fragment: str, at: int | None) -> None:
    assert heading_meant(fragment, TITLES) == at
