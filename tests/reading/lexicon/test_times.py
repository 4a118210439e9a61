"""The words for times: each is read wherever its list is used."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from mkdocs_plan_plugin.reading import read_document
from mkdocs_plan_plugin.reading.lexicon.times import (
    BY,
    Column,
    any_of,
    column_of_head,
    column_of_label,
    words_for,
)
from tests.reading.wording import in_words

PHRASES = [(column, phrase.replace("\\", "")) for column in Column for phrase in words_for(column)]


def task_time(text: str) -> str:
    (entry,) = read_document("plan.md", f"- [ ] Ship ({text})\n").schedule.tasks
    return in_words(entry.span)


def test_every_phrase_stands_once() -> None:
    assert [
        each for each, count in Counter(phrase for _, phrase in PHRASES).items() if count > 1
    ] == []


@pytest.mark.parametrize(("column", "phrase"), PHRASES)
def test_every_phrase_is_a_label_and_the_head_of_a_column(column: Column, phrase: str) -> None:
    assert column_of_label(f"**{phrase.upper()}**") is column
    assert column_of_head(f"⏱ {phrase} (UTC)") is column


@pytest.mark.parametrize(
    "head",
    ["Starter kit", "Weekend", "Endpoint", "Finishing touches", "Endgame", "Totals", "", "#"],
)
def test_words_that_only_begin_like_one(head: str) -> None:
    assert column_of_head(head) is None


def test_letters_that_patterns_take_for_others() -> None:
    assert column_of_head("\u017ftart") is Column.START
    assert column_of_head("\u0130nicio") is None


@pytest.mark.parametrize("words", [*words_for(Column.DEADLINE), *BY])
def test_every_word_for_what_is_due(words: str) -> None:
    text = words.replace("\\", "")
    assert task_time(f"{text} 2026-03-01") == "until 2026-03-01"
    assert task_time(f"{text}: 2026-03-01") == "until 2026-03-01"


@pytest.mark.parametrize("words", [each for each in words_for(Column.START) if each != "from"])
def test_every_word_for_what_starts(words: str) -> None:
    text = words.replace("\\", "")
    assert task_time(f"{text} 2026-03-01") == "from 2026-03-01"


def test_the_longest_pattern_is_taken() -> None:
    pattern = re.compile(any_of(["due", "due date", "开始", "开始日期"]))
    assert [match[0] for match in pattern.finditer("due date, overdue, 开始日期1")] == [
        "due date",
        "开始日期",
    ]
