"""The catalogue of words."""

from __future__ import annotations

from mkdocs_plan_plugin.rendering import WORDS, Words


def test_one_and_many() -> None:
    words = Words()
    assert words("phases", 1, count=1) == "1 phase"
    assert words("phases", 2, count=2) == "2 phases"
    assert words("next", 1) == "Next"


def test_own_words_come_first() -> None:
    assert Words({"next": "Weiter"})("next") == "Weiter"


def test_keys_are_sorted_and_every_singular_has_a_plural() -> None:
    assert {key.removesuffix(".one") for key in WORDS} <= set(WORDS)
