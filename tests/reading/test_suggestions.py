"""Suggestions for mistyped names."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading import did_you_mean


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("klin", " (did you mean 'kiln'?)"),
        ("KLIN", " (did you mean 'kiln'?)"),
        ("shed/roofs", " (did you mean 'Shed/Roof'?)"),
        ("weather", ""),
        ("", ""),
        (3, ""),
    ],
)
def test_the_closest_name(written: object, expected: str) -> None:
    assert did_you_mean(written, ["kiln", "Shed/Roof"]) == expected


def test_a_prefix_stands_before_the_name() -> None:
    assert did_you_mean("klin", ["kiln"], "plan.") == " (did you mean 'plan.kiln'?)"
