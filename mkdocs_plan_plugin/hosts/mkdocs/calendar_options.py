"""The options `weekend` and `holidays` to a calendar of working days.

Countries' holidays come from the package `holidays`, which is imported when a site names one.
"""

from __future__ import annotations

import importlib
import warnings
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from mkdocs_plan_plugin.planning.schedule import Calendar

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = 3
_ANY_YEAR = 2026
_EXAMPLE = "Write dates such as 2026-12-25, or a country such as DE or US-CA."


class CalendarOptionError(ValueError):
    """An option that says nothing we can use; the message tells the cure."""


@dataclass(frozen=True, slots=True)
class CountryHolidays:
    """The public holidays of countries, or of their parts: `DE`, `US-CA`."""

    codes: tuple[str, ...]

    def __call__(self, year: int) -> frozenset[date]:
        """The days of a year."""
        return frozenset(day for code in self.codes for day in _country(code, year))


def calendar_of(weekend: object, holidays: object) -> Calendar:
    """Return the calendar that a site's options describe.

    Args:
        weekend: The names of weekdays in English, in full or their first three letters.
        holidays: Dates and codes of countries, in any mix; one of them may stand alone.

    Raises:
        CalendarOptionError: An option is wrong, or the package `holidays` is needed and missing.
    """
    days, codes = read_holidays(holidays)
    return Calendar(read_weekend(weekend), days, CountryHolidays(codes) if codes else None)


def read_weekend(value: object) -> frozenset[int]:
    """Return the days off of every week, Monday being 0."""
    if value is None:  # the option's name with nothing behind it
        return Calendar().weekend
    names = value if isinstance(value, (list, tuple)) else [value]
    days = frozenset(map(_weekday, names))
    if len(days) == len(_WEEKDAYS):
        raise CalendarOptionError("The weekend must leave a day to work on.")
    return days


def _weekday(name: object) -> int:
    said = str(name).strip().lower()
    for number, full in enumerate(_WEEKDAYS):
        if said in (full, full[:_SHORT]):
            return number
    raise CalendarOptionError(f"There is no weekday {name!r}. They are {', '.join(_WEEKDAYS)}.")


def read_holidays(value: object) -> tuple[frozenset[date], tuple[str, ...]]:
    """Return the single dates, and the codes of countries."""
    items = [] if value is None else value if isinstance(value, (list, tuple)) else [value]
    days: set[date] = set()
    codes: list[str] = []
    for item in items:
        found = _read_day(item)
        if found:
            days.add(found)
        else:
            codes.append(_read_code(item))
    return frozenset(days), tuple(dict.fromkeys(codes))


def _read_day(item: object) -> date | None:
    """The date that an item is; None when it is a text that begins as no date does."""
    if isinstance(item, datetime):
        return item.date()
    if isinstance(item, date):
        return item
    text = str(item).strip()
    if not text[:1].isdigit():
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CalendarOptionError(f"{text!r} is no date. {_EXAMPLE}") from None


def _read_code(item: object) -> str:
    """The code of a country that is known, `US-CA`."""
    if item is False:  # what YAML makes of NO
        raise CalendarOptionError("Norway is 'NO' in quotes: YAML takes NO without them for false.")
    if not isinstance(item, str) or not item.strip():
        raise CalendarOptionError(f"{item!r} is neither a date nor a country. {_EXAMPLE}")
    country, dash, part = item.strip().partition("-")
    part = part.strip()
    code = f"{country.strip().upper()}{dash}{part.upper() if len(part) <= _SHORT else part}"
    try:
        _country(code, _ANY_YEAR)
    except NotImplementedError as error:
        raise CalendarOptionError(f"{item!r}: {error}. {_EXAMPLE}") from None
    except TypeError:  # another name of the package's, such as JAN
        raise CalendarOptionError(f"{item!r} is no country. {_EXAMPLE}") from None
    return code


def _country(code: str, year: int) -> frozenset[date]:
    country, _, part = code.partition("-")
    with warnings.catch_warnings():
        # Some countries' holidays are known for some years only.
        warnings.simplefilter("ignore", UserWarning)
        return frozenset(_package().country_holidays(country, subdiv=part or None, years=year))


def _package() -> Any:
    """The package, whose types are known only where it is installed."""
    try:
        return importlib.import_module("holidays")
    except ModuleNotFoundError as error:
        raise CalendarOptionError(
            "Holidays of countries need the package 'holidays', which is not installed:"
            " pip install 'mkdocs-plan-plugin[holidays]'. A list of dates needs nothing."
        ) from error
