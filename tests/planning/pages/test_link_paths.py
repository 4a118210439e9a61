"""The paths that links are written with."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.planning.pages.link_paths import relative


@pytest.mark.parametrize(
    ("page", "target", "expected"),
    [("a/plan.md", "b/spec.md", "../b/spec.md"), ("index.md", "a/plan.md", "a/plan.md")],
)
def test_relative(page: str, target: str, expected: str) -> None:
    assert relative(page, target) == expected
