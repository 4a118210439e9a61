"""Texts that have to fit."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.rendering.shortening import shorten


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Short", "Short"),
        ("word " * 17 + "word", "word " * 17 + "word"),
        ("word " * 30, ("word " * 18).strip() + " …"),
        ("x" * 100, "x" * 90 + " …"),
    ],
)
def test_shorten(text: str, short: str) -> None:
    assert shorten(text) == short
