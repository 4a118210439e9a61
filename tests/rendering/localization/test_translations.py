"""The translations are complete, and fit where the English texts stand."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from mkdocs_plan_plugin.rendering import WORDS
from mkdocs_plan_plugin.rendering.localization.languages import (
    CATALOGUES,
    locale_of,
    translations_of,
)
from scripts.translations import updated, write

LANGUAGES = sorted(folder.name for folder in CATALOGUES.iterdir())
KEYS = {key for key in WORDS if not key.endswith(".one")}
ROOM = {
    r"checks\.short|state\..*": 26,
    r"column\..*|legend\..*": 22,
    r"filter\.(any-.*|clear|tag|text)|sort.*": 24,
    r"health(\.[a-z-]+)?|status\..*": 18,
    r"role\..*": 22,
    r"tile\..*": 34,
    r"today": 12,
    r"variance\..*": 30,
}
"""How wide labels may be, in letters: those of pills, tiles, tabs, choices and heads of columns."""


def source(language: str) -> Path:
    return CATALOGUES / language / "LC_MESSAGES/plan.po"


@cache
def catalogue(language: str) -> Catalog:
    with source(language).open("rb") as file:
        return read_po(file)


def messages(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def forms(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, list | tuple) else (str(text),)


def fields(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_missing_and_none_is_unused(language: str) -> None:
    found = messages(language)
    assert {str(message.context) for message in found} == KEYS
    for message in found:
        english = WORDS[str(message.context)]
        assert forms(message.id) in ((english,), (WORDS.get(f"{message.context}.one"), english))
        assert all(forms(message.string)), message.context
        assert not message.fuzzy, message.context


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    plural = translations_of(language).plural  # type: ignore[attr-defined]
    form = locale_of(language).plural_form
    pairs = {(plural(number), form(number)) for number in (*range(200), 1_000_000)}
    assert len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs})
    number = catalogue(language).num_plurals
    for message in messages(language):
        assert len(forms(message.string)) == (number if message.pluralizable else 1), (
            message.context
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_the_same(language: str) -> None:
    plural = translations_of(language).plural  # type: ignore[attr-defined]
    numbers = [plural(number) for number in range(200)]
    for message in messages(language):
        expected = fields(WORDS[str(message.context)])
        for form, text in enumerate(forms(message.string)):
            missing = [name for name in expected if name not in fields(text)]
            # A form for a single number, such as the Arabic dual, says it by itself.
            says_number = message.pluralizable and numbers.count(form) == 1
            assert sorted([*fields(text), *missing]) == expected, (message.context, text)
            assert not missing or (says_number and len(missing) == 1), (message.context, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_not_too_long(language: str) -> None:
    too_long = [
        text
        for message in messages(language)
        for keys, room in ROOM.items()
        if re.fullmatch(keys, str(message.context))
        for text in forms(message.string)
        if width(text) > room
    ]
    assert too_long == []


def width(text: str) -> int:
    """The width in letters, with numbers of two digits; letters of East Asia are twice as wide."""
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "FW")
        for letter in re.sub(r"\{\w+\}", "12", text)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_updating_them_changes_nothing(language: str, tmp_path: Path) -> None:
    file = tmp_path / language / "LC_MESSAGES/plan.po"
    file.parent.mkdir(parents=True)
    write(file, updated(source(language)))
    assert file.read_bytes() == source(language).read_bytes()


def test_an_empty_file_begins_a_language(tmp_path: Path) -> None:
    file = tmp_path / "sv/LC_MESSAGES/plan.po"
    file.parent.mkdir(parents=True)
    file.touch()
    write(file, updated(file))
    with file.open("rb") as written:
        found = read_po(written)
    assert {str(message.context) for message in found if message.id} == KEYS
    assert str(found.locale) == "sv"
    assert found.num_plurals == 2
