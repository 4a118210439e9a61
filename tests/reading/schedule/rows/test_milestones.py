"""Points in time."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading.schedule.rows.milestones import is_milestone
from mkdocs_plan_plugin.reading.time.rules import DEFAULT_SPAN_RULES as RULES
from mkdocs_plan_plugin.reading.time.spans import UNKNOWN, read_span


@pytest.mark.parametrize(
    ("name", "time", "expected"),
    [
        ("Milestone: Beta", "2026-03-01", True),
        ("Milestone 2: Beta", "by 2026-03-01", True),
        ("Meilenstein: Beta", "2026-03-01", True),
        ("里程碑", "2026-03-01", True),
        ("Launch", "2026-03-01", True),
        ("Phase 2: Beta", "2026-03-01", False),
        ("Launch", "2026-03-01 to 2026-03-05", False),
        ("Milestone: Beta", "2 weeks", False),
        ("Milestone: Beta", "Week 3", False),
        ("Milestone: Beta", "TBD", False),
    ],
)
def test_is_milestone(name: str, time: str, expected: bool) -> None:
    assert is_milestone(name, read_span(time, RULES) or UNKNOWN) is expected
