"""Write dates as people say them in the site's language: `Sep 7`, with the year if another one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel.dates import format_skeleton
from markupsafe import Markup

from mkdocs_plan_plugin.rendering.localization.languages import locale_of

_NO_BREAK = str.maketrans({" ": "\u00a0", "-": "\u2011"})


@dataclass(frozen=True, slots=True)
class Dates:
    """Formats dates.

    Attributes:
        language: The site's language, such as `de` or `pt-BR`; English if it is unknown.
        today: The as-of date. Dates of its year are written without the year.
    """

    language: str
    today: date

    def text(self, day: date) -> str:
        """Return a date as text that does not break over lines."""
        return self.day(day, with_year=day.year != self.today.year)

    def day(self, day: date, *, with_year: bool) -> str:
        """Return a date as text with or without its year."""
        return _written(self.language, "yMMMd" if with_year else "MMMd", day)

    def html(self, day: date) -> Markup:
        """Return a date as a `<time>` element."""
        return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), self.text(day))

    def span(self, first: date, last: date) -> Markup:
        """Return the first and the last day of something as HTML, a single one once."""
        if first == last:
            return self.html(first)
        return Markup("{} – {}").format(self.html(first), self.html(last))

    def month(self, day: date, *, with_year: bool) -> str:
        """Return the name of a month, such as `Sep` or `Sep 2026`."""
        return _written(self.language, "yMMM" if with_year else "MMM", day)


@lru_cache(maxsize=4096)
def _written(language: str, skeleton: str, day: date) -> str:
    return format_skeleton(skeleton, day, locale=locale_of(language)).translate(_NO_BREAK)
