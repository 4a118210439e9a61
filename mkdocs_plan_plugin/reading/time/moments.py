"""Read a single day, week, month, quarter or half of a year: `Mon, Jan 5, 2026`, `KW 12 2026`.

A moment without a year gets a placeholder year; the module `years` finds the year or drops it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.lexicon.months import MONTH_NAMES, MONTHS
from mkdocs_plan_plugin.reading.lexicon.times import (
    AND,
    CALENDAR_WEEK,
    LAST_OF,
    TO,
    WITHIN,
    Unit,
    any_of,
    units,
)
from mkdocs_plan_plugin.reading.lexicon.weekdays import BRACKETED_WEEKDAY, WEEKDAY
from mkdocs_plan_plugin.reading.time.durations import END
from mkdocs_plan_plugin.reading.time.rules import DateOrder, SpanRules

NO_YEAR = 4
"""The placeholder year of days and months without one: a leap year, and no plan's."""
NO_WEEK_YEAR = 20
"""The placeholder year of weeks without one, which has 53 of them."""
FIRST_YEAR = 100
"""Earlier years are placeholders, or typos."""

_MONTHS_A_YEAR, _MONTHS_A_HALF, _MONTHS_A_QUARTER = 12, 6, 3
_WEEKS_A_MONTH = 4.4
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?(?!\d)"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_NAME = r"(?P<name>[^\W\d_]{3,10})\b\.?"
"""A word, which must be the name of a month."""
_OF = r"\s+(?:de |del |of |d')?"
RANGE = rf"(?:->|→|{TO}|{AND}|/|\.\.+)"
"""A pattern for what stands between the ends of a range."""
# A date without a year or a day must not be followed by a word: "May 5 users", "March 2026 data".
_STOP = lazy_pattern(
    rf"{END}|(?=\s+{WEEKDAY})"
    rf"|(?=\s*{RANGE}\s*(?:\d|Q[1-4]|[CK]?W\s*\d|{WEEKDAY}|{MONTH_NAMES}"
    rf"|(?:{any_of([*LAST_OF, *WITHIN])})))",
    re.IGNORECASE,
)
_GR = r"(?:\s*г(?:\.|ода)?(?![^\W_]))?"
_MAYBE_YEAR = rf"(?:(?:,\s*|{_OF}){_YEAR}{_GR})?"
_QUARTER = (
    r"(?:Q(?P<quarter>[1-4])|(?P<quarter_>[1-4])Q"
    r"|(?P<quarter__>[1-4])(?:\.|er|e|º|°|ème|-й|-er)?\s+(?:trimestre|quartal|квартал)"
    r"|(?P<nth>first|second|third|fourth)\s+quarter)"
)
_HALF = (
    r"(?:H(?P<half>[12])|(?P<half_>[12])H"
    r"|(?P<half__>[12])(?:\.|er|e|º|ème|-е|-ое)?\s+(?:semestre|halbjahr|полугодие)"
    r"|(?P<nth_half>first|second|primera?|segund[oa]|premier|première|deuxième|ersten?|zweiten?)\s+"
    r"(?:half|semestre|hälfte|halbjahr|mitad))"
)
_PERIOD = rf"(?:{_QUARTER}|{_HALF})"
_BEFORE_YEAR = rf"(?:{_OF}|\s*[ ,/-]\s*)"
_NTH = {"second": 2, "third": 3, "fourth": 4, "segundo": 2, "segunda": 2, "deuxième": 2} | {
    "zweite": 2, "zweiten": 2, "下": 2, "하": 2,
}  # fmt: skip
_KW = rf"(?:{any_of(CALENDAR_WEEK)})\.?\s*"
_WEEK_WORD = rf"(?:{units(Unit.WEEK)}|W)\s*"
_WEEK = r"(?P<week>\d{1,2})(?!\d)"
_CJK_PART = r"(?:(?P<last>末|底|말)|初旬?|上旬|中旬|下旬|초순?|중순|하순)"


def _compiled(*forms: str) -> tuple[re.Pattern[str], ...]:
    return tuple(lazy_pattern(form, re.IGNORECASE) for form in forms)


# "1月5日" may be followed by other words.
_EASTERN = lazy_pattern(
    r"(?:(?P<year>\d{4})\s*[年년]\s*)?(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日号號일]",
    re.IGNORECASE,
)
_FORMS = (
    _EASTERN,
    *_compiled(
        # Not "2026-01-05-offline.md", which is a name.
        r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"
        r"(?:[T ]\d\d:\d\d\S*)?(?!\d|-[^\W\d])",
        r"(?P<year>\d{4})-(?P<month>\d\d)(?![\d-])",
        rf"(?P<year>\d{{4}})-?[ ]?W{_WEEK}(?:-(?P<weekday>[1-7])(?!\d))?",
        rf"(?P<year>\d{{4}})[- /]?{_KW}{_WEEK}",
        rf"(?:{_KW}|{_WEEK_WORD}){_WEEK}\s*(?:,|/|-|\s(?:of|de|в)?)\s*{_YEAR}{_GR}",
        rf"{_KW}{_WEEK}",
        rf"{_NAME}\s+{_DAY}{_MAYBE_YEAR}",
        rf"{_NAME},?{_OF}{_YEAR}",
        rf"{_NAME}[-/]{_YEAR}",
        rf"{_NAME}[-/]{_DAY}[-/]{_YEAR}",
        rf"{_DAY}{_OF}{_NAME}{_MAYBE_YEAR}",
        rf"(?P<day>\d{{1,2}})(?P<sign>[-/.])(?P<name>[^\W\d_]{{3,10}})(?P=sign){_YEAR}",
        r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)",
        rf"(?P<year>\d{{4}})\s*[年년]\s*(?P<month>\d{{1,2}})\s*[月월]\s*{_CJK_PART}?",
        rf"(?P<month>\d{{1,2}})\s*[月월]\s*{_CJK_PART}",
        rf"{_PERIOD}{_BEFORE_YEAR}?{_YEAR}{_GR}",
        rf"(?P<year>\d{{4}})[ /-]?{_PERIOD}",
        r"(?P<year>\d{4})\s*[年년]\s*第?(?P<quarter>[1-4])\s*(?:季度|四半期|분기)",
        r"(?P<year>\d{4})\s*[年년]\s*(?P<nth_half>[上下상하])\s*(?:半年|半期|期|반기)",
    ),
)
# Behind "end of", "mid" and the like, a month needs no year.
_PARTS = _compiled(
    rf"{_NAME}(?:{_BEFORE_YEAR}{_YEAR})?{_GR}",
    rf"{_QUARTER}(?:{_BEFORE_YEAR}{_YEAR})?{_GR}",
    rf"{_HALF}{_BEFORE_YEAR}{_YEAR}{_GR}",
    r"(?P<year>\d{4})-(?P<month>\d\d)(?![\d-])",
    rf"(?P<year>\d{{4}})[ /-]?{_PERIOD}",
    rf"{_KW}{_WEEK}(?:{_BEFORE_YEAR}{_YEAR})?",
)
_LAST_YEAR = lazy_pattern(_YEAR)
_PREFIX = lazy_pattern(
    rf"(?:(?P<last>{any_of(LAST_OF)})|{any_of(WITHIN)})(?:\s*-\s*|\s+)(?:the\s+|d[’'])?",
    re.IGNORECASE,
)
_SLASHED = lazy_pattern(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-])")
_BEFORE = lazy_pattern(rf"(?:{WEEKDAY}|{BRACKETED_WEEKDAY})\s*[,،、]?\s*", re.IGNORECASE)
_BEHIND = lazy_pattern(
    rf"\s*,?\s*{BRACKETED_WEEKDAY}|(?:\s*,\s*|\s+){WEEKDAY}(?=\s|[,;:)\]）–—-]|\Z)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a week, a month or several months as written; `end` is its end in the text.

    With `is_last`, its last day is meant.
    """

    year: int | None
    month: int
    day: int | None
    months: int
    end: int
    week: int = 0
    is_last: bool = False

    @property
    def blank(self) -> int:
        """The placeholder for its year."""
        return NO_WEEK_YEAR if self.week else NO_YEAR

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.day is not None or self.is_last

    def first(self, year: int) -> date | None:
        """Return its first day in a year, None if there is no such day."""
        if self.is_last:
            return self.last(year)
        if self.week:
            return _monday(year, self.week)
        return date_or_none(year, self.month, self.day or 1)

    def last(self, year: int) -> date | None:
        """Return its last day in a year, None if there is no such day."""
        if self.week:
            monday = _monday(year, self.week)
            return monday + timedelta(days=6) if monday else None
        if self.day:
            return date_or_none(year, self.month, self.day)
        month = self.month + self.months - 1
        return date(year, month, monthrange(year, month)[1]) if year >= 1 else None


def moment_at(text: str, at: int, rules: SpanRules) -> Moment | None:
    """Return the moment at an offset of a text, with a weekday before or behind it, or None."""
    found = _moment(text, at, rules) or _moment(text, behind_weekday(text, at), rules)
    behind = _BEHIND.match(text, found.end) if found and found.day else None
    return replace(found, end=behind.end()) if found and behind else found


def behind_weekday(text: str, at: int) -> int:
    """Return the offset behind a weekday, or the same one if there is none."""
    weekday = _BEFORE.match(text, at)
    return weekday.end() if weekday else at


def moment_of(match: re.Match[str], end: int) -> Moment:
    """Return the moment in a match; its month is 0 if there is none."""
    parts = match.groupdict()
    year, day, week = (parts.get(key) for key in ("year", "day", "week"))
    quarter = _which(parts, "quarter", "quarter_", "quarter__", "nth")
    half = _which(parts, "half", "half_", "half__", "nth_half")
    months = _MONTHS_A_QUARTER if quarter else _MONTHS_A_HALF if half else 1
    if quarter or half:
        month = ((quarter or half) - 1) * months + 1
    elif week:
        month = min(_MONTHS_A_YEAR, 1 + int((int(week) - 1) / _WEEKS_A_MONTH))
    else:
        name = parts.get("name")
        month = MONTHS.get(name.casefold(), 0) if name else int(parts.get("month") or 0)
    found = Moment(int(year) if year else None, month, int(day) if day else None, months, end)
    weekday = parts.get("weekday")
    if week and weekday and found.year:
        return _on_weekday(found, int(week), int(weekday))
    return replace(found, week=int(week or 0), is_last=bool(parts.get("last")))


def is_ambiguous_date(text: str, rules: SpanRules) -> bool:
    """Return whether a text has a date with an ambiguous order of day and month."""
    return any(_slashed(found, rules) is None for found in _SLASHED.finditer(text))


def date_or_none(year: int, month: int, day: int) -> date | None:
    """Return a date, or None if there is no such one: 30 February."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _which(parts: dict[str, str | None], *groups: str) -> int:
    """Return the number in the first of some groups with a text: `2`, `second`."""
    found = next((part for group in groups if (part := parts.get(group))), "")
    return int(found) if found.isdecimal() else _NTH.get(found.casefold(), int(bool(found)))


def _on_weekday(moment: Moment, week: int, weekday: int) -> Moment:
    """Return the day in `2026-W50-3`."""
    monday = _monday(moment.year or 0, week)
    day = monday + timedelta(days=weekday - 1) if monday else None
    return replace(moment, year=day.year, month=day.month, day=day.day) if day else moment


def _moment(text: str, at: int, rules: SpanRules) -> Moment | None:
    if match := _SLASHED.match(text, at):
        day = _slashed(match, rules)
        return Moment(day.year, day.month, day.day, 1, match.end()) if day else None
    return _of_forms(_FORMS, text, at) or _part(text, at)


def _of_forms(forms: Iterable[re.Pattern[str]], text: str, at: int) -> Moment | None:
    """Return the moment of the first form that matches a text at an offset."""
    for form in forms:
        if match := form.match(text, at):
            found = moment_of(match, match.end())
            is_whole = found.day is not None and (found.year is not None or form is _EASTERN)
            if found.month and (is_whole or _STOP.match(text, found.end)):
                return found if _is_real(found) else None
    return None


def _part(text: str, at: int) -> Moment | None:
    """Read `end of January`, `mid-March 2027`: the last day, or the whole month."""
    prefix = _PREFIX.match(text, at)
    if not prefix:
        return None
    is_last = prefix["last"] is not None
    if found := _of_forms(_PARTS, text, prefix.end()):
        return replace(found, is_last=is_last)
    year = _LAST_YEAR.match(text, prefix.end()) if is_last else None
    if year and _STOP.match(text, year.end()):
        return Moment(int(year["year"]), 1, None, _MONTHS_A_YEAR, year.end(), is_last=True)
    return None


def _is_real(moment: Moment) -> bool:
    year = moment.year if moment.year is not None else moment.blank
    if moment.year is not None and year < FIRST_YEAR:
        return False
    return 1 <= moment.month <= _MONTHS_A_YEAR and moment.first(year) is not None


def _slashed(match: re.Match[str], rules: SpanRules) -> date | None:
    """Read `31/12/2026` or `12/31/2026`; `03/04/2026` is ambiguous without a date order."""
    one, _, other, written = match.groups()
    if len(written) < 4 or int(written) < FIRST_YEAR:
        return None
    orders: dict[DateOrder, tuple[str, str]] = {
        DateOrder.DMY: (one, other),
        DateOrder.MDY: (other, one),
    }
    if rules.date_order:
        day, month = orders[rules.date_order]
        return date_or_none(int(written), int(month), int(day))
    found = {date_or_none(int(written), int(month), int(day)) for day, month in orders.values()}
    days = found - {None}
    return days.pop() if len(days) == 1 else None


def _monday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:  # no week 53 in that year
        return None
