"""What is made of lists of words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.reading.lexicon.words import (
    alternation,
    inflected,
    is_unspaced,
    listed,
    sentence_alternation,
    sentence_stems,
    stems,
)

words = st.lists(st.text(min_size=1), min_size=1)


def test_lists() -> None:
    assert listed("to do|done") == ("to do", "done")
    assert inflected("phase/phases|Req") == (("phase", "phases"), ("Req",))


def test_the_longest_word_is_tried_first() -> None:
    assert alternation(("wp", "work package", "work package wp")) == (
        r"work\ package\ wp|work\ package|wp"
    )


@given(words)
def test_an_alternation_finds_each_word_whole(words: list[str]) -> None:
    pattern = re.compile(alternation(words))
    for word in words:
        found = pattern.match(word)
        assert found
        assert found[0] == word


@pytest.mark.parametrize(
    ("text", "is_found"),
    [("story", True), ("Story", True), ("STORY", False), ("US", True), ("us", False)],
)
def test_words_of_sentences(text: str, is_found: bool) -> None:
    listed = ("story", "US")
    assert bool(re.fullmatch(sentence_alternation(listed), text)) is is_found
    assert any(stem in text for stem in sentence_stems(listed)) is is_found


def test_stems() -> None:
    assert stems(("owner", "owners", "plan owner", "lead")) == ("owner", "lead")


@given(words)
def test_every_word_has_a_stem(words: list[str]) -> None:
    assert all(any(stem in word for stem in stems(words)) for word in words)


def test_scripts_without_spaces() -> None:
    assert all(map(is_unspaced, ("阶段", "フェーズ", "단계")))
    assert not any(map(is_unspaced, ("phase", "этап", "שלב")))
