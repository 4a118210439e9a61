"""Patterns that are compiled on first use match as others do."""

from __future__ import annotations

import re

import pytest

from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern


def test_a_pattern_is_compiled_once_and_when_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile

    def record(source: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(source)
        return compile_(source, flags)

    monkeypatch.setattr(re, "compile", record)
    pattern = lazy_pattern("a(b)", re.IGNORECASE)
    assert compiled == []
    for _ in range(2):
        match = pattern.match("AB")
        assert match
        assert match[1] == "B"
        assert pattern.sub("x", "ab ab") == "x x"
    assert compiled == ["a(b)"]


def test_a_wrong_pattern_raises_when_it_is_used() -> None:
    pattern = lazy_pattern("(")
    with pytest.raises(re.error):
        pattern.search("a")
