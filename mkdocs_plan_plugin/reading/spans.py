"""Stretches of time as people write them: `2 weeks`, `Weeks 1-2`, `2026-01-05 to 2026-02-01`."""

from __future__ import annotations

import re
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
# What counts weeks, as in "Week 3". Not "h" and "d": "H1" is half a year, "D1" a decision.
_PLACE_NAMES = (
    "hours?|days?|weeks?|wks?|w|months?|horas?|días?|dias?|semanas?|meses|mes|mês|heures?|jours?"
    "|semaines?|mois|stunden?|tage?|wochen?|monate?|день|недел[ьяи]|месяц"
)
_DASH = r"\s*(?:-|–|—|to|bis|a|à)\s*"
_TOGETHER = r"\s*(?:-|–|—|&|to|and|bis|und|a|à|y|e|et)\s*"
_NUMBER = r"\d{1,5}(?:\.\d{1,3}|,\d{1,2})?"
# What may stand behind a stretch of time. Other words make it something else: "24h rate limit",
# "2 weeks before launch" and "3 days per page" tell no phase's length.
_END = (
    r"(?=\s*(?:\Z|[^\w\s%/+-]|(?:of|for|de|para|pour|für|total|max|maximum|work|effort)\b)"
    r"|\s+-\s+\D)"
)
_DURATION = re.compile(
    r"(?:~|≈|±|约|about|approx\.?|approximately|around|circa|ca\.?|est\.?)?\s*"
    rf"(?P<least>{_NUMBER})"
    rf"(?:(?:\s*-?(?P<first_unit>{_UNIT_NAMES}))?{_DASH}~?(?P<most>{_NUMBER}))?"
    rf"\s*-?(?P<unit>{_UNIT_NAMES})(?![^\W_]){_END}",
    re.IGNORECASE,
)
_PLACE = re.compile(
    rf"(?P<unit>{_PLACE_NAMES})\s*#?(?P<first>\d{{1,4}})"
    rf"(?:{_TOGETHER}(?:(?:{_PLACE_NAMES})\s*)?(?P<last>\d{{1,4}}))?\+?(?![.,]?\d){_END}",
    re.IGNORECASE,
)
_UNIT_SIZES = tuple((re.compile(names, re.IGNORECASE), size) for size, names in _UNITS)

# English whatever the machine's locale is, so not those of the module `calendar`.
_MONTH_WORDS = (
    "january february march april may june july august september october november december"
)
_MONTHS = {
    name[:end]: at for at, name in enumerate(_MONTH_WORDS.split(), 1) for end in (3, len(name))
}
_MONTHS["sept"] = 9
MONTH_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
# Not "2026-01-05-offline.md", which is a name.
_ISO = (
    r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d\d)(?P=sign)(?P<day>\d\d)"
    r"(?:[T ]\d\d:\d\d\S*)?(?!\d|-[^\W\d])"
)
_MONTH_FIRST = (
    rf"(?P<name>{MONTH_NAMES})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"
)
_DAY_FIRST = (
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<name>{MONTH_NAMES})\.?,?\s+(?P<year>\d{{4}})"
)
_DOTTED = r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)"
_DATES = tuple(
    re.compile(form, re.IGNORECASE) for form in (_ISO, _MONTH_FIRST, _DAY_FIRST, _DOTTED)
)
# A range whose end nobody can read is no single day.
_UNREAD_END = re.compile(
    r"\s*(?:->|→|(?:to|until|till|through|bis)\b|[-–—]\s*(?:\d|\?|tbd|ongoing|present))",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?![\d/])")
_BETWEEN_DATES = re.compile(
    r"\s*(?:to|until|till|through|bis|a|à|al|->|→|–|—|-|/|\.\.+)\s*", re.IGNORECASE
)


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
    if dates := _dates(text):
        return dates
    if match := _PLACE.match(text):
        return _place(match)
    match = _DURATION.match(text)
    return _duration(match) if match else None


def is_ambiguous_date(text: str) -> bool:
    """Whether the text holds a date whose order of day and month nobody can know."""
    return any(_slashed(found) is None for found in _SLASHED.finditer(text))


def _size(unit: str) -> float:
    return next(size for pattern, size in _UNIT_SIZES if pattern.fullmatch(unit))


def _duration(match: re.Match[str]) -> Span | None:
    size = _size(match["unit"])
    least = _number(match["least"]) * (_size(match["first_unit"]) if match["first_unit"] else size)
    most = _number(match["most"]) * size if match["most"] else least
    least, most = sorted((least, most))
    return Span(least=least, most=most) if most else None


def _number(text: str) -> float:
    return float(text.replace(",", "."))


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
    if not end and _UNREAD_END.match(text, start[1]):
        return None
    return Span(start=start[0], end=end[0] if end else None)


def _date_at(text: str, at: int) -> tuple[date, int] | None:
    if match := _SLASHED.match(text, at):
        found = _slashed(match)
        return (found, match.end()) if found else None
    for pattern in _DATES:
        match = pattern.match(text, at)
        if not match:
            continue
        parts = match.groupdict()
        month = _MONTHS[parts["name"].lower()] if parts.get("name") else int(parts["month"])
        found = _date(parts["year"], month, parts["day"])
        return (found, match.end()) if found else None
    return None


def _slashed(match: re.Match[str]) -> date | None:
    """`31/12/2026` and `12/31/2026` are one day; `03/04/2026` may be either of two."""
    one, other, year = match.groups()
    if len(year) < 4:
        return None
    days = {_date(year, int(month), day) for month, day in ((one, other), (other, one))} - {None}
    return days.pop() if len(days) == 1 else None


def _date(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:  # 30 February is no date
        return None
