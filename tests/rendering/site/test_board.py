"""What a card of the board calls its plan."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.rendering.site.board import short_name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("specs/001-station-alerts/plan.md", "001"),
        ("plans/checkout/plan.md", "checkout"),
        ("plans/2026-05-12-offline-mode.md", "offline-mode"),
        ("plans/2027-handbook-plan.md", "handbook"),
        ("backlog/tasks/task-12.3 - Write it.md", "task-12.3"),
        ("docs/rfc-0042.md", "rfc-0042"),
        ("plan.md", "plan"),
        ("2026-10-05/plan.md", "2026-10-05"),
        ("v2 of it.md", "v2 of it"),
        ("3d-printing/plan.md", "3d-printing"),
    ],
)
def test_a_number_or_a_name(path: str, name: str) -> None:
    assert short_name(path) == name
