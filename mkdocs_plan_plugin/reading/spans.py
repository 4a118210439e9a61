"""Stretches of time as people write them: `2 weeks`, `Weeks 1-2`, `2026-01-05 to 2026-02-01`."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, datetime

from mkdocs_plan_plugin.model import Span

DAYS_A_WEEK = 5
DAYS_A_MONTH = 21
HOURS_A_DAY = 8

# How many working days one unit is, by its names in the languages that plans are written in.
_UNITS: tuple[tuple[float, str], ...] = (
    (1 / HOURS_A_DAY / 60, "minutes?|mins?|minutos?|minuten?|分钟|分|분"),
    (1 / HOURS_A_DAY, "hours?|hrs?|h|horas?|heures?|stunden?|часа?|часов|小时|時間|시간"),
    (
        1,
        "(?:business|working|work) days?|days?|d|días?|dias?|jours?|tage?n?"
        "|дн(?:я|ей)|день|天|日|일",
    ),
    (DAYS_A_WEEK, "weeks?|wks?|w|semanas?|semaines?|wochen?|недел[ьяи]|周|週間?|주"),
    (DAYS_A_MONTH, "months?|mos?|meses|mes|mês|mois|monate?n?|месяц(?:а|ев)?|个月|ヶ月|개월"),
)
_UNIT_NAMES = "|".join(names for _, names in _UNITS)
_DASH = r"\s*(?:-|–|—|to|bis|a|à)\s*"
_NUMBER = r"\d+(?:[.,]\d+)?"
_DURATION = re.compile(
    rf"(?:~|≈|±|约|about|approx\.?|approximately|around|circa|ca\.?|est\.?)?\s*"
    rf"(?P<least>{_NUMBER})(?:{_DASH}(?P<most>{_NUMBER}))?\s*-?(?P<unit>{_UNIT_NAMES})(?![^\W_])",
    re.IGNORECASE,
)
_PLACE = re.compile(
    rf"(?P<unit>{_UNIT_NAMES})\s*#?(?P<first>\d+)(?:{_DASH}(?:(?:{_UNIT_NAMES})\s*)?(?P<last>\d+))?"
    r"(?![\w.,]*\d)",
    re.IGNORECASE,
)
_UNIT_SIZES = tuple((re.compile(names, re.IGNORECASE), size) for size, names in _UNITS)

_MONTHS = {name.lower(): month for month, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): month for month, name in enumerate(calendar.month_abbr) if name}
_MONTHS["sept"] = 9
_MONTH_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ISO = r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ]\d\d:\d\d\S*)?"
_MONTH_FIRST = (
    rf"(?P<name>{_MONTH_NAMES})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"
)
_DAY_FIRST = (
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<name>{_MONTH_NAMES})\.?,?\s+(?P<year>\d{{4}})"
)
_DATES = tuple(re.compile(form, re.IGNORECASE) for form in (_ISO, _MONTH_FIRST, _DAY_FIRST))
_BETWEEN_DATES = re.compile(
    r"\s*(?:to|until|till|through|bis|a|à|al|->|→|–|—|-|/|\.\.+)\s*", re.IGNORECASE
)
_AMBIGUOUS = re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b")


def read_date(value: object) -> date | None:
    """Return the date that a value from front matter or a table cell is, or None."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = _date_at(str(value).strip(), 0) if value is not None else None
    return found[0] if found else None


def read_span(text: str) -> Span | None:
    """Return the stretch of time that a text begins with, or None when it begins with none."""
    text = text.strip().strip("*_`([").strip()
    return _dates(text) or _first_match(text, (_PLACE, _place), (_DURATION, _duration))


def is_ambiguous_date(text: str) -> bool:
    """Whether the text holds a date whose order of day and month nobody can know."""
    return bool(_AMBIGUOUS.search(text))


def _first_match(
    text: str, *readers: tuple[re.Pattern[str], Callable[[re.Match[str]], Span]]
) -> Span | None:
    for pattern, read in readers:
        if match := pattern.match(text):
            return read(match)
    return None


def _size(unit: str) -> float:
    return next(size for pattern, size in _UNIT_SIZES if pattern.fullmatch(unit))


def _duration(match: re.Match[str]) -> Span:
    size = _size(match["unit"])
    least, most = (
        float((match[name] or match["least"]).replace(",", ".")) for name in ("least", "most")
    )
    least, most = sorted((least, most))
    return Span(least=least * size, most=most * size)


def _place(match: re.Match[str]) -> Span:
    size = _size(match["unit"])
    first, last = int(match["first"]), int(match["last"] or match["first"])
    first, last = sorted((first, last))
    return Span(first=max(0, first - 1) * size, last=max(1, last) * size)


def _dates(text: str) -> Span | None:
    start = _date_at(text, 0)
    if not start:
        return None
    between = _BETWEEN_DATES.match(text, start[1])
    end = _date_at(text, between.end()) if between else None
    return Span(start=start[0], end=end[0]) if end else Span(start=start[0])


def _date_at(text: str, at: int) -> tuple[date, int] | None:
    for pattern in _DATES:
        match = pattern.match(text, at)
        if not match:
            continue
        parts = match.groupdict()
        month = _MONTHS[parts["name"].lower()] if parts.get("name") else int(parts["month"])
        try:
            return date(int(parts["year"]), month, int(parts["day"])), match.end()
        except ValueError:  # 30 February is no date
            return None
    return None
