"""What lines are looked at more closely: no word of a list may be lost before."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading import read_document
from mkdocs_plan_plugin.reading.lexicon.dependencies import WAITS_FOR
from mkdocs_plan_plugin.reading.lexicon.pages import OWNER
from mkdocs_plan_plugin.reading.lexicon.requirements import REQUIREMENT, REQUIREMENTS


@pytest.mark.parametrize("word", OWNER)
def test_words_for_owners(word: str) -> None:
    for written in (word, word.title(), word.upper()):
        assert read_document("plan.md", f"# Plan\n\n{written}: Ana\n").ownership.owners == ("Ana",)
    meta = f"---\n{word.replace(' ', '_')}: Ana\n---\n# Plan\n"
    assert read_document("plan.md", meta).ownership.owners == ("Ana",)


@pytest.mark.parametrize("word", REQUIREMENTS)
def test_words_for_requirements(word: str) -> None:
    for written in (word, word[0].upper() + word[1:]):
        mentions = read_document("tasks.md", f"# Tasks\n\n_{written}: 1.2_\n").ids.mentions
        assert [mention.key for mention in mentions] == ["Requirement 1.2"]


@pytest.mark.parametrize("word", REQUIREMENT)
def test_headings_of_requirements(word: str) -> None:
    defined = read_document("spec.md", f"# Spec\n\n## {word} 4: Pay\n").ids.definitions
    assert [definition.key for definition in defined] == ["Requirement 4"]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("User Story 3", "US3"),
        ("user story 3", "US3"),
        ("Story 1.4", "STORY-1.4"),
        ("story 1.4", "STORY-1.4"),
        ("Task 2.1", "Task 2.1"),
        ("task 2.1", "Task 2.1"),
        ("(AC: 2-4)", "AC2"),
        ("AC #7", "AC7"),
    ],
)
def test_other_ids_with_words(written: str, key: str) -> None:
    mentions = read_document("tasks.md", f"# Tasks\n\nAs in {written}\n").ids.mentions
    assert mentions[0].key == key


@pytest.mark.parametrize("word", WAITS_FOR)
def test_words_for_waiting(word: str) -> None:
    for written in (word, word.capitalize(), word.upper()):
        text = f"# Tasks\n\n- [ ] T001 Ground\n- [ ] T002 Walls ({written} T001)\n"
        (mention,) = read_document("tasks.md", text).ids.mentions
        assert (mention.key, mention.is_dependency) == ("T001", True)
