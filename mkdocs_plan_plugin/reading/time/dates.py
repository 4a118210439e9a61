"""Read dates and ranges of dates: `2026-01-05 (Mon) to 2026-01-09 (Fri)`, `Jan 15 - Feb 2`.

A date with an ambiguous order of day and month is skipped.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from mkdocs_plan_plugin.model import Diagnostic, Span
from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.lexicon.months import MONTH_NAMES
from mkdocs_plan_plugin.reading.lexicon.times import (
    BETWEEN,
    BY,
    CALENDAR_WEEK,
    FROM,
    UNTIL,
    any_of,
)
from mkdocs_plan_plugin.reading.time.durations import END
from mkdocs_plan_plugin.reading.time.moments import (
    FIRST_YEAR,
    RANGE,
    Moment,
    behind_weekday,
    date_or_none,
    moment_at,
    moment_of,
)
from mkdocs_plan_plugin.reading.time.rules import SpanRules

# Starts that are dates only with the end of the range: "Jan - Mar 2026", "Q1 - Q2 2026",
# "5 - 9 January 2026", "5.1. - 9.1.2026", "KW 12 - KW 14 2026".
_FIRST_HALVES = tuple(
    lazy_pattern(form, re.IGNORECASE)
    for form in (
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?!\d)",
        rf"(?P<name>{MONTH_NAMES})\b\.?(?!\s*\d)",
        r"Q(?P<quarter>[1-4])\b",
        r"H(?P<half>[12])\b",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?![\d.])",
    )
)
# "Jan 5 - 9, 2026", "1月5日至9日", "KW 12-14 2026"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_SECOND_HALF = lazy_pattern(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|日|일)?(?![\d.:])(?:,?\s+{_YEAR}|{END})", re.IGNORECASE
)
_SECOND_WEEK = lazy_pattern(
    rf"(?:(?:{any_of(CALENDAR_WEEK)}|W)\s*)?(?P<week>\d{{1,2}})(?!\d)(?:\s*[,/ ]\s*{_YEAR}|{END})",
    re.IGNORECASE,
)
_YEARS = lazy_pattern(rf"((?:19|20|21)\d\d)\s*{RANGE}\s*((?:19|20|21)\d\d){END}", re.IGNORECASE)
# A range with an unreadable end is no single day.
_UNREAD_END = lazy_pattern(
    r"\s*(?:->|→|～|~|至|(?:to|until|till|through|bis|до|jusqu)\b"
    r"|[-–—]\s*(?:\d|\?|tbd|ongoing|present))",
    re.IGNORECASE,
)
_YEAR_FIRST = lazy_pattern(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
# A remark may follow the start: "2026-01-05 (kick-off) to 2026-01-09". Two dates without a word
# between them, as in a cell with a line break, are a range too.
_BETWEEN = lazy_pattern(
    rf"(?:\s*[(（][^()（）]{{1,40}}[)）])?\s*(?:{RANGE}\s*|(?<=\s)(?=\w))", re.I
)
_FROM = lazy_pattern(rf"(?:{FROM}|{BETWEEN})\s+(?:the\s+|el\s+)?", re.IGNORECASE)
_BY = lazy_pattern(
    rf"(?:(?:due|ends?)\s+)?(?:{any_of([*BY, *UNTIL])})\s+(?:the\s+)?", re.IGNORECASE
)


def read_date(value: object, rules: SpanRules, *, is_end: bool = False) -> date | None:
    """Return the date in a value from front matter or a table cell, or None.

    Of a month or a week it is the first day, with `is_end` the last one.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if value is None:
        return None
    span = read_dates(str(value).strip(), rules)
    if not span:
        return None
    found = span.end or span.start if is_end else span.start or span.end
    return found if found and found.year >= FIRST_YEAR else None


def read_dates(text: str, rules: SpanRules) -> Span | None:
    """Return the dates at the start of a text, or None."""
    found = dates_at(text, 0, rules)
    return found[0] if found else None


def dates_at(text: str, at: int, rules: SpanRules) -> tuple[Span, int] | None:
    """Return the dates at an offset of a text and their end in it, or None."""
    if (by := _BY.match(text, at)) and (last := moment_at(text, by.end(), rules)):
        return _with_end(_span(None, last), last.end)
    begins = _FROM.match(text, at)
    at = begins.end() if begins else at
    if years := _YEARS.match(text, at):
        return Span(start=date(int(years[1]), 1, 1), end=date(int(years[2]), 12, 31)), years.end()
    start = moment_at(text, at, rules)
    if not start:
        return _from_half(text, at, rules)
    between = _BETWEEN.match(text, start.end)
    end = moment_at(text, between.end(), rules) if between else None
    if between and not end and not between[0].isspace():
        end = _second_half(text, between.end(), start)
    if not end and _UNREAD_END.match(text, start.end):
        return None
    return _with_end(_span(start, end), (end or start).end)


def is_impossible_date(text: str) -> bool:
    """Return whether a text begins with a numeric date that does not exist: `2026-02-30`."""
    match = _YEAR_FIRST.match(text.strip())
    return match is not None and date_or_none(*map(int, match.groups())) is None


def ambiguous_date(path: str, line: int, text: str) -> Diagnostic:
    """Return the diagnostic for a text with an ambiguous date."""
    return Diagnostic(
        path,
        line,
        f"ambiguous date in {text!r}, so it is not drawn",
        "write it as year-month-day, 2026-01-31, or set the option 'date_order'",
    )


def _with_end(span: Span | None, end: int) -> tuple[Span, int] | None:
    return (span, end) if span else None


def _from_half(text: str, at: int, rules: SpanRules) -> tuple[Span, int] | None:
    """Read `Jan - Mar 2026`, `5 - 9 January`, where the end completes the start."""
    at = behind_weekday(text, at)
    for form in _FIRST_HALVES:
        match = form.match(text, at)
        between = _BETWEEN.match(text, match.end()) if match else None
        end = moment_at(text, between.end(), rules) if between else None
        if not match or not end:
            continue
        start = moment_of(match, match.end())
        if start.day and not start.month and end.day:
            start = Moment(end.year, end.month, start.day, 1, 0)
            return _with_end(_span(start, end), end.end)
        if start.month and bool(start.day) == end.is_day and end.year:
            return _with_end(_span(start, end), end.end)
    return None


def _second_half(text: str, at: int, start: Moment) -> Moment | None:
    if not (start.day or start.week):
        return None
    match = (_SECOND_WEEK if start.week else _SECOND_HALF).match(text, at)
    if not match:
        return None
    if start.week:
        return moment_of(match, match.end())
    year = int(match["year"]) if match["year"] else start.year
    return Moment(year, start.month, int(match["day"]), 1, match.end())


def _span(start: Moment | None, end: Moment | None) -> Span | None:
    """Return the span from the first day of one to the last of the other, across New Year too."""
    if not start:
        last = end.last(end.year or end.blank) if end else None
        return Span(end=last) if last else None
    if not end:
        year = start.year or start.blank
        first, last = start.first(year), start.last(year)
        if not (first and last):
            return None
        if start.is_last:
            return Span(end=last)
        return Span(start=first, end=None if start.day else last)
    are_weeks = start.week and end.week
    turns = end.week < start.week if are_weeks else end.month < start.month
    begins = start.year or (end.year - turns if end.year else start.blank)
    ends = end.year or (start.year or end.blank) + turns
    first, last = start.first(begins), end.last(ends)
    return Span(start=first, end=last) if first and last else None
