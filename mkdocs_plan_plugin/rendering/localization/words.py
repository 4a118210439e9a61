"""The texts of the interface in the site's language, or in its own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mkdocs_plan_plugin.model import Percent
from mkdocs_plan_plugin.rendering.localization.catalogue import WORDS
from mkdocs_plan_plugin.rendering.localization.dates import Dates
from mkdocs_plan_plugin.rendering.localization.languages import (
    decimal_text,
    locale_of,
    percent_text,
    translations_of,
)

_FEWEST_GROUPED = 1000
"""From here on, numbers have separators."""


class Words:
    """The catalogue in a language, with a site's own texts replacing those of the language.

    Args:
        own: Replacement texts by key. `KEY.one`, `KEY.few` and so on are for the numbers that take
            this plural form in the language, `KEY` for all others.
        language: The site's language, such as `de` or `pt-BR`.
        dates: How dates within texts are written; as ISO dates if it is None.
    """

    def __init__(
        self,
        own: Mapping[str, str] | None = None,
        language: str = "en",
        dates: Dates | None = None,
    ) -> None:
        self._own = own or {}
        self._language = language
        self._dates = dates
        self._texts: dict[tuple[str, int | None], str] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Words) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[object, ...]:
        return frozenset(self._own.items()), self._language, self._dates

    def __call__(self, key: str, /, number: int | None = None, **values: object) -> str:
        """Return the text of `key` with these values.

        Args:
            key: Its key in the catalogue.
            number: The number that decides about the plural form, if the text has plural forms.
            values: The values of its placeholders.
        """
        text = self.text(key, number)
        if not values:
            return text
        for name, value in values.items():
            if type(value) is not str:
                values[name] = self.shown(value)
        return text.format(**values)

    def text(self, key: str, number: int | None = None) -> str:
        """Return the text of `key` with its placeholders."""
        found = self._texts.get((key, number))
        if found is None:
            found = self._texts[key, number] = self._find(key, number)
        return found

    def shown(self, value: object) -> object:
        """Return a value as it is written in the language."""
        if type(value) is int:
            return value if value < _FEWEST_GROUPED else decimal_text(value, self._language)
        if isinstance(value, Percent):
            return percent_text(value, self._language)
        if self._dates and isinstance(value, date):
            return self._dates.text(value)
        return value

    def _find(self, key: str, number: int | None) -> str:
        translations = translations_of(self._language)
        singular = WORDS.get(f"{key}.one")
        if singular is None or number is None:
            return self._own.get(key, translations.pgettext(key, WORDS[key]))
        for own in (f"{key}.{locale_of(self._language).plural_form(number)}", key):
            if own in self._own:
                return self._own[own]
        return translations.npgettext(key, singular, WORDS[key], number)

    def in_language(self, language: str) -> Words:
        """Return the texts in a language."""
        return Words(self._own, language, self._dates)

    def with_dates(self, dates: Dates) -> Words:
        """Return the same texts with dates written in this way."""
        return Words(self._own, self._language, dates)
