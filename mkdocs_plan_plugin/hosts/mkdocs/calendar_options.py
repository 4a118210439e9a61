"""Turns the options `weekend` and `holidays` into a calendar of working days.

Public holidays come from the package `holidays`, which is imported only if a site names a country.
"""

from __future__ import annotations

import importlib
import warnings
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from mkdocs_plan_plugin.hosts.mkdocs.suggestions import unknown
from mkdocs_plan_plugin.planning.schedule import Calendar

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = 3
_ANY_YEAR = 2026
_FIX = "Fix: write a date such as 2026-12-25, or a country or region code such as DE or US-CA."


class CalendarOptionError(ValueError):
    """An option has a wrong value; the message says what is wrong and how to fix it."""


@dataclass(frozen=True, slots=True)
class CountryHolidays:
    """The public holidays of countries or regions, by their codes: `DE`, `US-CA`."""

    codes: tuple[str, ...]

    def __call__(self, year: int) -> frozenset[date]:
        """Return the holidays of a year."""
        return frozenset(day for code in self.codes for day in _country(code, year))


def calendar_of(weekend: object, holidays: object) -> Calendar:
    """Return the calendar that a site's options describe.

    Args:
        weekend: English names of weekdays, in full or their first three letters.
        holidays: Dates and country codes, a list of both or a single one.

    Raises:
        CalendarOptionError: An option is wrong, or the package `holidays` is needed and missing.
    """
    days, codes = read_holidays(holidays)
    return Calendar(read_weekend(weekend), days, CountryHolidays(codes) if codes else None)


def read_weekend(value: object) -> frozenset[int]:
    """Return the weekdays without work, Monday being 0."""
    if value is None:  # the option's name without a value
        return Calendar().weekend
    names = value if isinstance(value, (list, tuple)) else [value]
    days = frozenset(map(_weekday, names))
    if len(days) == len(_WEEKDAYS):
        raise CalendarOptionError("The weekend must leave at least one working day.")
    return days


def _weekday(name: object) -> int:
    written = str(name).strip().lower()
    for number, full in enumerate(_WEEKDAYS):
        if written in (full, full[:_SHORT]):
            return number
    raise CalendarOptionError(unknown("weekday", name, _WEEKDAYS))


def read_holidays(value: object) -> tuple[frozenset[date], tuple[str, ...]]:
    """Return the single dates and the country codes."""
    items = [] if value is None else value if isinstance(value, (list, tuple)) else [value]
    days: set[date] = set()
    codes: list[str] = []
    for item in items:
        day = _read_day(item)
        if day:
            days.add(day)
        else:
            codes.append(_read_code(item))
    return frozenset(days), tuple(dict.fromkeys(codes))


def _read_day(item: object) -> date | None:
    """Return an item as a date, or None if it does not begin like one."""
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
        raise CalendarOptionError(f"{text!r} is not a valid date. {_FIX}") from None


def _read_code(item: object) -> str:
    """Return the code of a country or region that the package knows: `US-CA`."""
    if item is False:  # how YAML reads NO
        raise CalendarOptionError("YAML reads NO as false. Fix: write 'NO' in quotes for Norway.")
    if not isinstance(item, str) or not item.strip():
        raise CalendarOptionError(f"{item!r} is neither a date nor a country. {_FIX}")
    country, dash, part = item.strip().partition("-")
    part = part.strip()
    code = f"{country.strip().upper()}{dash}{part.upper() if len(part) <= _SHORT else part}"
    try:
        _country(code, _ANY_YEAR)
    except NotImplementedError as error:
        raise CalendarOptionError(f"{item!r}: {error}. {_FIX}") from None
    except TypeError:  # another attribute of the package, such as JAN
        raise CalendarOptionError(f"{item!r} is not a country. {_FIX}") from None
    return code


def _country(code: str, year: int) -> frozenset[date]:
    country, _, part = code.partition("-")
    with warnings.catch_warnings():
        # The package knows the holidays of some countries for some years only.
        warnings.simplefilter("ignore", UserWarning)
        return frozenset(_package().country_holidays(country, subdiv=part or None, years=year))


def _package() -> Any:
    """Import the package, whose types are known only where it is installed."""
    try:
        return importlib.import_module("holidays")
    except ModuleNotFoundError as error:
        raise CalendarOptionError(
            "Public holidays need the package 'holidays', which is not installed. Fix: run"
            " pip install 'mkdocs-plan-plugin[holidays]', or list the dates themselves."
        ) from error
