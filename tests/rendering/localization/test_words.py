"""The texts of the interface: in the site's language, or in the site's own words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from mkdocs_plan_plugin.model import Percent
from mkdocs_plan_plugin.rendering import WORDS, Dates, Words
from mkdocs_plan_plugin.rendering.localization import languages
from mkdocs_plan_plugin.rendering.localization.languages import translation_for, translations_of


def test_one_and_many() -> None:
    words = Words()
    assert words("phases", 1, count=1) == "1 phase"
    assert words("phases", 2, count=2) == "2 phases"
    assert words("next", 1) == "Next"


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [
        ("de", 1, "1 Phase"),
        ("fr", 0, "0 phase"),
        ("fr", 2, "2 phases"),
        ("ru", 1, "1 этап"),
        ("ru", 3, "3 этапа"),
        ("ru", 11, "11 этапов"),
        ("ru", 21, "21 этап"),
        ("pl", 22, "22 fazy"),
        ("ja", 1, "1フェーズ"),
        ("ar", 2, "مرحلتان"),
        ("ar", 5, "5 مراحل"),
    ],
)
def test_plural_forms_are_those_of_the_language(language: str, number: int, text: str) -> None:
    assert Words(language=language)("phases", number, count=number) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "57%"), ("fr", "57 %"), ("de", "57 %"), ("tr", "%57"), ("ja", "57%"), ("da", "57 %")],
)
def test_percentages_have_the_sign_of_the_language(language: str, text: str) -> None:
    found = str(Words(language=language)("percent", percent=Percent(57)))
    assert found.replace("\u00a0", " ").replace("\u202f", " ") == text


def test_numbers_are_readable_in_any_language() -> None:
    values = {"done": 1234, "total": 20000}
    assert Words()("count.short", **values) == "1,234 of 20,000"
    assert Words(language="de")("count.short", **values) == "1.234 von 20.000"
    for language in ("ar", "fa", "hi"):
        assert "1,234" in Words(language=language)("count.short", **values)
        assert "57" in Words(language=language)("percent", percent=Percent(57))


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("de-AT", "de"),
        ("pt", "pt"),
        ("pt-PT", "pt"),
        ("pt_AO", "pt"),
        ("pt-BR", "pt_BR"),
        ("pt-br", "pt_BR"),
        ("zh", "zh_Hans"),
        ("zh-CN", "zh_Hans"),
        ("zh_SG", "zh_Hans"),
        ("zh-TW", "zh_Hant"),
        ("zh_HK", "zh_Hant"),
        ("zh-Hant", "zh_Hant"),
        ("zh_Hans_CN", "zh_Hans"),
        ("es-419", "es"),
        ("en-GB", ""),
        ("nb", ""),
        ("klingon", ""),
        ("../de", ""),
        ("", ""),
    ],
)
def test_each_language_finds_its_translation(language: str, name: str) -> None:
    assert translation_for(language) == name


def test_an_unknown_language_is_english() -> None:
    for language in ("nb", "klingon", ""):
        assert Words(language=language)("phases", 1, count=1) == "1 phase"
        assert Words(language=language)("next") == "Next"


@pytest.fixture
def half_german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A German translation that has but one text."""
    folder = tmp_path / "de/LC_MESSAGES"
    folder.mkdir(parents=True)
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    text += 'msgctxt "pages"\nmsgid "Pages"\nmsgstr "Seiten"\n'
    (folder / "plan.po").write_text(text, encoding="utf-8")
    monkeypatch.setattr(languages, "CATALOGUES", tmp_path)
    translations_of.cache_clear()
    yield
    translations_of.cache_clear()


@pytest.mark.usefixtures("half_german")
def test_a_missing_text_is_english() -> None:
    words = Words(language="de")
    assert words("pages") == "Seiten"
    assert words("next") == "Next"
    assert words("phases", 1, count=1) == "1 phase"
    assert words("phases", 3, count=3) == "3 phases"


def test_an_installed_package_has_translations_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "fr/LC_MESSAGES"
    folder.mkdir(parents=True)
    with (
        (languages.CATALOGUES / "fr/LC_MESSAGES/plan.po").open("rb") as source,
        (folder / "plan.mo").open("wb") as compiled,
    ):
        write_mo(compiled, read_po(source))
    monkeypatch.setattr(languages, "CATALOGUES", tmp_path)
    translations_of.cache_clear()
    words = Words(language="fr")
    assert words("next") == "À suivre"
    assert words("phases", 1, count=1) == "1 phase"
    translations_of.cache_clear()


def test_dates_in_texts_are_in_the_language() -> None:
    dates = Dates("fr", date(2026, 11, 23))
    words = Words(language="fr").with_dates(dates)
    assert words("as-of", date=date(2026, 9, 7)) == "au 7\u00a0sept."
    assert Words(language="fr")("as-of", date=date(2026, 9, 7)) == "au 2026-09-07"


@pytest.mark.parametrize("language", ["en", "de", "ru"])
def test_own_words_come_first(language: str) -> None:
    words = Words({"next": "Bald", "phases": "{count} Teile"}, language)
    assert words("next") == "Bald"
    for number in (1, 2, 5):
        assert words("phases", number, count=number) == f"{number} Teile"


def test_own_words_have_the_plural_forms_of_the_language() -> None:
    own = {"phases": "{count} частей", "phases.one": "{count} часть", "phases.few": "{count} части"}
    words = Words(own, "ru")
    found = [words("phases", number, count=number) for number in (1, 2, 5, 21)]
    assert found == ["1 часть", "2 части", "5 частей", "21 часть"]


def test_one_own_plural_form_leaves_the_others() -> None:
    words = Words({"phases.one": "eine Phase"}, "de")
    assert words("phases", 1, count=1) == "eine Phase"
    assert words("phases", 2, count=2) == "2 Phasen"


def test_an_own_text_may_be_empty() -> None:
    assert Words({"next": "", "phases": ""}, "de")("next") == ""
    assert Words({"next": "", "phases": ""}, "de")("phases", 1, count=1) == ""


def test_words_are_the_same_if_their_texts_are() -> None:
    assert Words({"next": "x"}, "de") == Words({"next": "x"}, "de")
    assert Words({}, "de") != Words({}, "fr")


def test_keys_are_sorted_and_every_singular_has_a_plural() -> None:
    assert list(WORDS) == sorted(WORDS)
    assert {key.removesuffix(".one") for key in WORDS} <= set(WORDS)
