"""Read dates and ranges of dates: `2026-01-05`, `Jan 15 - Feb 2`, `5 января 2026`, `Q1 2026`.

A date without a year gets a placeholder year; the module `years` finds the year or drops the date.
A date with an ambiguous order of day and month is skipped.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime

from mkdocs_plan_plugin.model import Diagnostic, Span
from mkdocs_plan_plugin.reading.lexicon.months import MONTH_NAMES, MONTHS
from mkdocs_plan_plugin.reading.lexicon.times import AND, BETWEEN, BY, FROM, TO, UNTIL, any_of
from mkdocs_plan_plugin.reading.time.durations import END
from mkdocs_plan_plugin.reading.time.rules import DateOrder, SpanRules

NO_YEAR = 4
"""The placeholder year of dates without one: a leap year, and no plan's."""

_MONTHS_A_YEAR, _MONTHS_A_QUARTER = 12, 3
_FIRST_YEAR = 100  # earlier years are typos or placeholders
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?(?!\d)"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_NAME = rf"(?P<name>{MONTH_NAMES})\b\.?"
_OF = r"\s+(?:de |del |of |d')?"
_RANGE = rf"(?:->|→|{TO}|{AND}|/|\.\.+)"
# A date without a year or a day must not be followed by a word: "May 5 users", "March 2026 data".
_STOP = rf"(?:{END}|(?=\s*{_RANGE}\s*(?:\d|Q[1-4]|{MONTH_NAMES})))"
_MAYBE_YEAR = rf"(?:(?:,\s*|{_OF}){_YEAR}(?:\s*г\.?(?![^\W_]))?|{_STOP})"
_ORDINAL = r"(?P<quarter>[1-4])(?:\.|er|e|º|°|ème|-й|-er)?\s+(?:trimestre|quartal|квартал)"
_Moments = tuple[re.Pattern[str], ...]
_FORMS: _Moments = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # Not "2026-01-05-offline.md", which is a name.
        r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d\d)(?P=sign)(?P<day>\d\d)"
        r"(?:[T ]\d\d:\d\d\S*)?(?!\d|-[^\W\d])",
        rf"(?P<year>\d{{4}})-(?P<month>\d\d)(?![\d-]){_STOP}",
        rf"{_NAME}\s+{_DAY}{_MAYBE_YEAR}",
        rf"{_NAME},?{_OF}{_YEAR}{_STOP}",
        rf"{_DAY}{_OF}{_NAME}{_MAYBE_YEAR}",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)",
        r"(?:(?P<year>\d{4})\s*[年년]\s*)?(?P<month>\d{1,2})\s*[月월]"
        r"\s*(?P<day>\d{1,2})\s*[日号號일]",
        rf"(?P<year>\d{{4}})\s*[年년]\s*(?P<month>\d{{1,2}})\s*[月월]{_STOP}",
        rf"Q(?P<quarter>[1-4])(?:[ /-]|\s+of\s+)\s*{_YEAR}{_STOP}",
        rf"(?P<year>\d{{4}})[ /-]?Q(?P<quarter>[1-4]){_STOP}",
        rf"{_ORDINAL}{_OF}{_YEAR}(?:\s*г\.?)?{_STOP}",
        rf"(?P<year>\d{{4}})\s*[年년]\s*第?(?P<quarter>[1-4])\s*(?:季度|四半期|분기){_STOP}",
    )
)
# Starts that are dates only with the end of the range: "Jan - Mar 2026", "Q1 - Q2 2026",
# "5 - 9 January 2026", "5.1. - 9.1.2026".
_FIRST_HALVES: _Moments = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?!\d)",
        rf"{_NAME}(?!\s*\d)",
        r"Q(?P<quarter>[1-4])\b",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?![\d.])",
    )
)
# "Jan 5 - 9, 2026", "1月5日至9日"
_SECOND_HALF = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|日|일)?(?![\d.:])(?:,?\s+{_YEAR}|{END})", re.IGNORECASE
)
# A range with an unreadable end is no single day.
_UNREAD_END = re.compile(
    r"\s*(?:->|→|～|~|至|(?:to|until|till|through|bis|до|jusqu)\b"
    r"|[-–—]\s*(?:\d|\?|tbd|ongoing|present))",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-])")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_BETWEEN = re.compile(rf"\s*{_RANGE}\s*", re.IGNORECASE)
_FROM = re.compile(rf"(?:{FROM}|{BETWEEN})\s+(?:the\s+|el\s+)?", re.IGNORECASE)
_BY = re.compile(
    rf"(?:(?:due|ends?)\s+)?(?:{any_of([*BY, *UNTIL])})\s+(?:the\s+|end of\s+)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Moment:
    """A day, a month or several months as written; `end` is its end in the text."""

    year: int | None
    month: int
    day: int | None
    months: int
    end: int

    def first(self, year: int) -> date | None:
        return _date(year, self.month, self.day or 1)

    def last(self, year: int) -> date | None:
        month = self.month + self.months - 1
        if self.day:
            return _date(year, self.month, self.day)
        return _date(year, month, monthrange(year, month)[1]) if year >= 1 else None


def read_date(value: object, rules: SpanRules) -> date | None:
    """Return the date in a value from front matter or a table cell, or None."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if value is None:
        return None
    span = read_dates(str(value).strip(), rules)
    found = span.start if span else None
    return found if found and found.year != NO_YEAR else None


def read_dates(text: str, rules: SpanRules) -> Span | None:
    """Return the dates at the start of a text, or None."""
    if (by := _BY.match(text)) and (last := _moment(text, by.end(), rules)):
        return _span(None, last)
    begins = _FROM.match(text)
    at = begins.end() if begins else 0
    start = _moment(text, at, rules)
    if not start:
        return _from_half(text, at, rules)
    between = _BETWEEN.match(text, start.end)
    end = _moment(text, between.end(), rules) if between else None
    if between and not end and start.day:
        end = _second_half(text, between.end(), start)
    if not end and _UNREAD_END.match(text, start.end):
        return None
    return _span(start, end)


def is_ambiguous_date(text: str, rules: SpanRules) -> bool:
    """Return whether a text has a date with an ambiguous order of day and month."""
    return any(_slashed(found, rules) is None for found in _SLASHED.finditer(text))


def is_impossible_date(text: str) -> bool:
    """Return whether a text begins with a numeric date that does not exist: `2026-02-30`."""
    match = _YEAR_FIRST.match(text.strip())
    return match is not None and _date(*map(int, match.groups())) is None


def ambiguous_date(path: str, line: int, text: str) -> Diagnostic:
    """Return the diagnostic for a text with an ambiguous date."""
    return Diagnostic(
        path,
        line,
        f"ambiguous date in {text!r}, so it is not drawn",
        "write it as year-month-day, 2026-01-31, or set the option 'date_order'",
    )


def _from_half(text: str, at: int, rules: SpanRules) -> Span | None:
    """Read `Jan - Mar 2026`, `5 - 9 January`, where the end completes the start."""
    for form in _FIRST_HALVES:
        match = form.match(text, at)
        between = _BETWEEN.match(text, match.end()) if match else None
        end = _moment(text, between.end(), rules) if between else None
        if not match or not end:
            continue
        start = _moment_of(match, match.end())
        if start.day and not start.month and end.day:
            return _span(_Moment(end.year, end.month, start.day, 1, 0), end)
        if start.month and bool(start.day) == bool(end.day) and end.year:
            return _span(start, end)
    return None


def _second_half(text: str, at: int, start: _Moment) -> _Moment | None:
    match = _SECOND_HALF.match(text, at)
    if not match:
        return None
    year = int(match["year"]) if match["year"] else start.year
    return _Moment(year, start.month, int(match["day"]), 1, match.end())


def _span(start: _Moment | None, end: _Moment | None) -> Span | None:
    """Return the span from the first day of one to the last of the other, across New Year too."""
    if not start:
        last = end.last(end.year or NO_YEAR) if end else None
        return Span(end=last) if last else None
    if not end:
        year = start.year or NO_YEAR
        first, last = start.first(year), start.last(year)
        return Span(start=first, end=None if start.day else last) if first and last else None
    turns = end.month < start.month
    if start.year or not end.year:
        begins = start.year or NO_YEAR
        ends = end.year or begins + turns
    else:
        begins, ends = end.year - turns, end.year
    first, last = start.first(begins), end.last(ends)
    return Span(start=first, end=last) if first and last else None


def _moment(text: str, at: int, rules: SpanRules) -> _Moment | None:
    if match := _SLASHED.match(text, at):
        day = _slashed(match, rules)
        return _Moment(day.year, day.month, day.day, 1, match.end()) if day else None
    for form in _FORMS:
        if match := form.match(text, at):
            found = _moment_of(match, match.end())
            return found if _is_real(found) else None
    return None


def _moment_of(match: re.Match[str], end: int) -> _Moment:
    """Return the moment in a match; its month is 0 if there is none."""
    parts = match.groupdict()
    year, day, quarter = (parts.get(key) for key in ("year", "day", "quarter"))
    months = _MONTHS_A_QUARTER if quarter else 1
    if quarter:
        month = (int(quarter) - 1) * months + 1
    else:
        name = parts.get("name")
        month = MONTHS.get(name.casefold(), 0) if name else int(parts.get("month") or 0)
    return _Moment(int(year) if year else None, month, int(day) if day else None, months, end)


def _is_real(moment: _Moment) -> bool:
    year = moment.year if moment.year is not None else NO_YEAR
    if moment.year is not None and year < _FIRST_YEAR:
        return False
    return 1 <= moment.month <= _MONTHS_A_YEAR and moment.first(year) is not None


def _slashed(match: re.Match[str], rules: SpanRules) -> date | None:
    """Read `31/12/2026` or `12/31/2026`; `03/04/2026` is ambiguous without a date order."""
    one, _, other, written = match.groups()
    if len(written) < 4 or int(written) < _FIRST_YEAR:
        return None
    orders: dict[DateOrder, tuple[str, str]] = {
        DateOrder.DMY: (one, other),
        DateOrder.MDY: (other, one),
    }
    if rules.date_order:
        day, month = orders[rules.date_order]
        return _date(int(written), int(month), int(day))
    days = {_date(int(written), int(month), int(day)) for day, month in orders.values()} - {None}
    return days.pop() if len(days) == 1 else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 30 February is no date
        return None
