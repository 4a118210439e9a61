"""The languages of the interface: Babel's locales, and gettext catalogues in `locale/`."""

from __future__ import annotations

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.numbers import format_decimal, format_percent

CATALOGUES = Path(__file__).resolve().parents[2] / "locale"
"""A folder for each translation, named as Babel names its language: `pt_BR`, `zh_Hans`."""


@lru_cache
def locale_of(language: str) -> Locale:
    """Return the locale of a language such as `de` or `pt-BR`; English if it is unknown."""
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@lru_cache
def translations_of(language: str) -> NullTranslations:
    """Return the translations into a language; the texts stay English where there are none."""
    name = translation_for(language)
    return _read(CATALOGUES / name / "LC_MESSAGES") if name else NullTranslations()


def translation_for(language: str) -> str:
    """Return the name of the translation for a language, or an empty text.

    It is of the same territory, or else in the same script, or else in the language: `pt-BR` is a
    translation of its own, `zh-TW` is written in the script `Hant`, and `de-AT` is `de`.
    """
    locale = locale_of(language)
    likely = get_global("likely_subtags").get(locale.language)
    script = locale.script or (Locale.parse(likely).script if likely else "")
    variants = (f"{locale.language}_{part}" for part in (locale.territory, script))
    found = (name for name in (*variants, locale.language) if (CATALOGUES / name).is_dir())
    return next(found, "")


def _read(folder: Path) -> GNUTranslations:
    """Read a translation: a built package has it compiled, a checkout has only its source."""
    source = folder / "plan.po"
    file = BytesIO(_compiled(source)) if source.is_file() else (folder / "plan.mo").open("rb")
    with file:
        return GNUTranslations(file)


def _compiled(source: Path) -> bytes:
    from babel.messages.mofile import write_mo  # not needed where the package is installed
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file))
    return compiled.getvalue()


@lru_cache
def decimal_text(number: int, language: str) -> str:
    """Return a number as written in a language: `1,234`, `1.234`."""
    return format_decimal(number, locale=locale_of(language), numbering_system="latn")


@lru_cache
def percent_text(number: int, language: str) -> str:
    """Return a percentage as written in a language: `57%`, `57 %`, `%57`."""
    return format_percent(number / 100, locale=locale_of(language), numbering_system="latn")
