"""Read dates and durations of Mermaid gantt charts, in calendar days as Mermaid does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mkdocs_plan_plugin.model import Span

# The tokens of date formats. Mermaid has more, but they make no date by themselves.
_LETTERS: dict[str, str] = {
    "YYYY": "%Y",
    "YY": "%y",
    "MMMM": "%B",
    "MMM": "%b",
    "MM": "%m",
    "M": "%m",
    "DD": "%d",
    "D": "%d",
    "HH": "%H",
    "H": "%H",
    "mm": "%M",
    "ss": "%S",
    "T": "T",
}
_TOKEN = re.compile("|".join(sorted(_LETTERS, key=len, reverse=True)) + r"|[^A-Za-z%]|(?P<bad>.)")
_ISO = ("%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m")
_DURATION = re.compile(r"(?P<number>\d{1,5}(?:\.\d{1,3})?)\s*(?P<unit>ms|s|m|h|d|w)")
_DAYS = {"ms": 0.0, "s": 0.0, "m": 1 / 1440, "h": 1 / 24, "d": 1.0, "w": 7.0}
_LONGEST = 366 * 100
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class DayOff:
    """The days that a chart excludes: weekdays, by number, and dates."""

    weekdays: frozenset[int] = frozenset()
    dates: frozenset[date] = frozenset()

    def __contains__(self, day: date) -> bool:
        return day.weekday() in self.weekdays or day in self.dates

    def __bool__(self) -> bool:
        return bool(self.weekdays or self.dates)


def strptime_format(written: str) -> str | None:
    """Convert a Mermaid date format to Python's, None if it cannot be converted."""
    parts = []
    for match in _TOKEN.finditer(written):
        if match["bad"]:
            return None
        parts.append(_LETTERS.get(match[0], match[0]))
    made = "".join(parts)
    return made if "%Y" in made or "%y" in made else None


def read_day(text: str, form: str) -> datetime | None:
    """Read a date in the chart's format or in ISO format."""
    if not text[:1].isalnum():
        return None
    for each in (form, *_ISO):
        try:
            return datetime.strptime(text, each)  # noqa: DTZ007 (a day, wherever it is)
        except ValueError:
            continue
    return None


def read_length(text: str) -> timedelta | None:
    """Read a duration such as `3d`, or None."""
    match = _DURATION.fullmatch(text)
    if not match:
        return None
    days = float(match["number"]) * _DAYS[match["unit"]]
    return timedelta(days=days) if days <= _LONGEST else None


def read_days_off(text: str, form: str, weekend: str) -> DayOff:
    """Read `excludes weekends, friday, 2026-12-24`; a weekend may begin on Friday."""
    weekdays: set[int] = set()
    dates: set[date] = set()
    for word in re.split(r"[\s,]+", text.strip().lower()):
        if word == "weekends":
            weekdays |= {4, 5} if weekend == "friday" else {5, 6}
        elif word in _WEEKDAYS:
            weekdays.add(_WEEKDAYS.index(word))
        elif day := read_day(word, form):
            dates.add(day.date())
    return DayOff(frozenset(weekdays), frozenset(dates)) if len(weekdays) < 7 else DayOff()


def end_of(start: datetime, length: timedelta, off: DayOff) -> datetime | None:
    """Return the end for a start and a length; days off after the first day extend it."""
    try:
        end = start + length
        day = start + timedelta(days=1)
        while off and day <= end:
            if day.date() in off:
                end += timedelta(days=1)
            day += timedelta(days=1)
    except OverflowError:  # after the year 9999
        return None
    return end


def span_of(start: datetime, end: datetime, off: DayOff) -> Span:
    """Return the days from a start to an end; an end at midnight is the day before.

    Trailing days off are not included.
    """
    if end == start:
        return Span(start=start.date())
    if end < start:
        return Span(start=start.date(), end=end.date())
    last = (end - timedelta(microseconds=1)).date()
    while last in off and last > start.date():
        last -= timedelta(days=1)
    return Span(start=start.date(), end=last)
