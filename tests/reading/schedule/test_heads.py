"""Bare numbers in a column, completed by its head."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading.schedule.heads import completed


@pytest.mark.parametrize(
    ("head", "cells", "expected"),
    [
        (
            "Duration (weeks)",
            ["2", "2-3", "1.5", "TBD"],
            ["2 weeks", "2-3 weeks", "1.5 weeks", "TBD"],
        ),
        ("Estimate in days", ["2"], ["2 days"]),
        ("Est. weeks", ["2"], ["2 weeks"]),
        ("Dauer [Wochen]", ["2"], ["2 Wochen"]),
        ("Duración (semanas)", ["2"], ["2 semanas"]),
        ("Weeks", ["2", "3"], ["2 Weeks", "3 Weeks"]),
        ("Weeks", ["1-2", "3-4", "5"], ["Weeks 1-2", "Weeks 3-4", "Weeks 5"]),
        ("Weeks", ["2-3", "1-2"], ["2-3 Weeks", "1-2 Weeks"]),
        ("Week", ["1", "2-3"], ["Week 1", "Week 2-3"]),
        ("Week(s)", ["1"], ["Week 1"]),
        ("Month", ["1", "March", "May - June"], ["Month 1", "in March", "in May - in June"]),
        (
            "Quarter",
            ["1", "Q2", "Q1-Q2", "Q3 2027"],
            ["in Q1", "in Q2", "in Q1 - in Q2", "Q3 2027"],
        ),
        ("KW", ["12", "12-14"], ["KW 12", "KW 12-14"]),
        ("Duration", ["2", "2 weeks"], ["2", "2 weeks"]),
        ("Start", ["2"], ["2"]),
    ],
)
def test_completed(head: str, cells: list[str], expected: list[str]) -> None:
    assert completed(head, cells) == expected
