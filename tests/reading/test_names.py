"""Names that differ only in how they are written."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading import same_name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Set-up (MVP)", "setup", True), ("A", "B", False), ("", "", False), ("✅", "🚀", False)],
)
def test_same_name(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
