"""Read dates of Mermaid gantt charts by the chart's `dateFormat`, as Day.js reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from mkdocs_plan_plugin.reading.lexicon.months import MONTHS
from mkdocs_plan_plugin.reading.time import NO_YEAR

# The tokens of formats. Those for seconds and the like only tell that there is a time.
_TOKENS: dict[str, str] = {
    "YYYY": r"(?P<year>\d{4})",
    "YY": r"(?P<short>\d\d)",
    "Q": r"(?P<quarter>[1-4])",
    "MMMM": r"(?P<name>[A-Za-z]{3,9})",
    "MMM": r"(?P<name>[A-Za-z]{3})",
    "MM": r"(?P<month>\d\d?)",
    "M": r"(?P<month>\d\d?)",
    "Do": r"(?P<day>\d\d?)(?:st|nd|rd|th)",
    "DD": r"(?P<day>\d\d?)",
    "D": r"(?P<day>\d\d?)",
    **dict.fromkeys(("HH", "H", "hh", "h"), r"(?P<hour>\d\d?)"),
    **dict.fromkeys(("mm", "m"), r"(?P<minute>\d\d?)"),
    **dict.fromkeys(("ss", "s"), r"(?P<second>\d\d?)"),
    **dict.fromkeys(("SSS", "SS", "S"), r"\d{1,3}"),
    **dict.fromkeys(("A", "a"), r"(?P<half>[AaPp])[Mm]"),
    **dict.fromkeys(("ZZ", "Z"), r"(?:Z|[+-]\d\d:?\d\d)"),
    # Small numbers count seconds, not days of a plan.
    "X": r"(?P<seconds>\d{9,11})(?:\.\d+)?",
    "x": r"(?P<seconds>\d{9,11})\d{3}",
    "T": "T",
}
_TOKEN = re.compile(
    r"\[(?P<literal>[^\[\]]*)\]|"
    + "|".join(sorted(_TOKENS, key=len, reverse=True))
    + r"|(?P<sign>[^A-Za-z\[\]])"
)
_DAYS = frozenset(("year", "short", "quarter", "name", "month", "seconds"))
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 (a day, wherever it is)


@dataclass(frozen=True, slots=True)
class DateFormat:
    """The format of a chart's dates, or of times of a single day."""

    pattern: re.Pattern[str]

    @property
    def has_days(self) -> bool:
        """Whether it has dates; else it has times of an unknown day."""
        return not _DAYS.isdisjoint(self.pattern.groupindex)

    def read(self, text: str) -> datetime | None:
        """Read a date or a time, None if it has another format or does not exist."""
        match = self.pattern.fullmatch(text)
        try:
            return _moment(match.groupdict()) if match else None
        except (ValueError, OverflowError):
            return None


def date_format(written: str) -> DateFormat | None:
    """Return the format that a chart names, None if it is unknown or has neither day nor hour."""
    parts: list[str] = []
    end = 0
    for match in _TOKEN.finditer(written):
        if match.start() > end:
            return None
        end = match.end()
        literal = match["literal"] or match["sign"] or ""
        parts.append(_TOKENS.get(match[0], re.escape(literal)))
    try:
        found = DateFormat(re.compile("".join(parts)))
    except re.error:  # a part of the date appears twice
        return None
    is_known = found.has_days or "hour" in found.pattern.groupindex
    return found if is_known and end == len(written) else None


def read_day(text: str, form: DateFormat) -> datetime | None:
    """Read a date in the chart's format or, as Mermaid does, in ISO format."""
    for each in (form, *_ISO) if form.has_days else (form,):
        if found := each.read(text):
            return found
    return None


def _moment(parts: dict[str, str | None]) -> datetime:
    """Return the moment with these parts.

    Raises:
        ValueError: It does not exist.
        OverflowError: It is out of range.
    """
    if seconds := parts.get("seconds"):
        return _EPOCH + timedelta(seconds=int(seconds))
    return datetime(  # noqa: DTZ001 (a day, wherever it is)
        _year(parts),
        _month(parts),
        int(parts.get("day") or 1),
        _hour(parts),
        int(parts.get("minute") or 0),
        int(parts.get("second") or 0),
    )


def _year(parts: dict[str, str | None]) -> int:
    if short := parts.get("short"):
        return int(short) + (1900 if int(short) > 68 else 2000)
    return int(parts.get("year") or NO_YEAR)


def _month(parts: dict[str, str | None]) -> int:
    if name := parts.get("name"):
        return MONTHS.get(name.lower(), 0)
    if quarter := parts.get("quarter"):
        return 3 * int(quarter) - 2
    return int(parts.get("month") or 1)


def _hour(parts: dict[str, str | None]) -> int:
    hour = int(parts.get("hour") or 0)
    half = parts.get("half")
    return hour if not half else hour % 12 + (12 if half in "Pp" else 0)


def _known(written: str) -> DateFormat:
    found = date_format(written)
    assert found  # noqa: S101 (all formats below are known)
    return found


DEFAULT_FORMAT = _known("YYYY-MM-DD")
_ISO = (
    DEFAULT_FORMAT,
    *map(_known, ("YYYY-MM-DDTHH:mm:ss", "YYYY-MM-DDTHH:mm", "YYYY-MM-DD HH:mm", "YYYY-MM")),
)
