"""Read durations in working days: `2 weeks`, `3-5 days`, `~2h`, `2h 30m`, `约 10 周`.

Effort (`5 person-days`, `3 points`) is not a duration.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from mkdocs_plan_plugin.model import Span
from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.lexicon.numbers import FRACTIONS, NUMBER_WORD, NUMBER_WORDS
from mkdocs_plan_plugin.reading.lexicon.times import (
    AND,
    ANY_UNIT,
    BETWEEN,
    FROM,
    STARTING,
    TO,
    UP_TO,
    Unit,
    any_of,
    units,
)
from mkdocs_plan_plugin.reading.time.rules import (
    SpanRules,
    days_a_month,
    working_share,
)

HOURS_A_DAY = 8

_SIZES: dict[Unit, Callable[[SpanRules], float]] = {
    Unit.MINUTE: lambda _: 1 / HOURS_A_DAY / 60,
    Unit.HOUR: lambda _: 1 / HOURS_A_DAY,
    Unit.DAY: lambda _: 1,
    Unit.CALENDAR_DAY: lambda rules: working_share(rules.days_a_week),
    Unit.WEEK: lambda rules: rules.days_a_week,
    Unit.SPRINT: lambda rules: rules.sprint_days,
    Unit.MONTH: lambda rules: days_a_month(rules.days_a_week),
    Unit.QUARTER: lambda rules: 3 * days_a_month(rules.days_a_week),
    Unit.YEAR: lambda rules: 12 * days_a_month(rules.days_a_week),
}
_UNITS = {unit: lazy_pattern(units(unit), re.IGNORECASE) for unit in Unit}
_MOST_YEARS = 50
"""A larger number is that of a year: `2026年`."""
_FRACTION = "".join(FRACTIONS)
_NUMBER = (
    rf"(?:\d{{1,5}}\s?[{_FRACTION}]|\d{{1,3}}\s+1/[2-4](?![\d/])|(?<![\d/])1/[2-4](?![\d/])"
    rf"|\d{{1,5}}(?:\.\d{{1,3}}|,\d{{1,2}})?|[{_FRACTION}]|{NUMBER_WORD})"
)
_ABOUT = (
    r"(?:~|～|≈|±|约|約|大约|大約|およそ|약|대략|(?:about|approximately|approx|around|roughly|circa|ca"
    r"|est|estimated|aprox|aproximadamente|cerca de|alrededor de|unos|unas|environ|env|etwa"
    r"|ungefähr|rund|около|примерно)\b\.?)"
)
# What may follow a duration. Other words make it something else: "24h rate limit",
# "2 weeks before launch" and "3 days per page" are not the length of a phase.
END = (
    r"(?=\s*(?:\Z|[^\w\s%/+-]"
    r"|(?:of|for|de|para|pour|für|total|max|maximum|work|effort|gesamt|insgesamt)\b"
    r"|(?:in |en |em )?(?:parallel|paralelo|parallèle|concurrent(?:ly)?|параллельно)\b"
    rf"|(?:{any_of(STARTING)})\s(?=.{{0,24}}?\d{{4}})|\d{{4}}[-/.]\d)"
    r"|\s+-\s+\D)"
)
# No further letter of the same word after a unit.
_UNIT_END = r"(?![^\W_])"
_VAGUE = r"\s*(?:左右|程度|ほど|くらい|정도)?"
_DURATION = lazy_pattern(
    rf"(?:(?P<up_to>[<≤]|(?:{any_of(UP_TO)})\.?)\s*)?{_ABOUT}?\s*(?:"
    rf"{BETWEEN}\s+(?P<low>{_NUMBER})\s+{AND}\s+(?P<high>{_NUMBER})"
    rf"|(?:{FROM}\s+)?(?P<least>{_NUMBER})"
    rf"(?:(?:\s*-?(?P<first_unit>{ANY_UNIT}){_UNIT_END})?\s*{TO}\s*~?(?P<most>{_NUMBER}))?"
    rf")\s*-?(?P<unit>{ANY_UNIT}){_VAGUE}{_UNIT_END}{END}",
    re.IGNORECASE,
)
_BEFORE = lazy_pattern(rf"{_ABOUT}?\s*", re.IGNORECASE)
# "m" is minutes only after hours: "30m" alone may be months.
_PIECE = lazy_pattern(
    rf"(?P<number>{_NUMBER})\s*(?P<unit>{ANY_UNIT}|m(?=\s*\Z|[^\w])){_VAGUE}(?![^\W\d_])",
    re.IGNORECASE,
)
_JOINED = lazy_pattern(rf"\s*,?\s+{AND}\s+|\s*,\s*|\s*", re.IGNORECASE)
_AT_END = lazy_pattern(END, re.IGNORECASE)
_NOTHING = lazy_pattern(rf"0+\s*(?:{ANY_UNIT}){_UNIT_END}", re.IGNORECASE)


def read_duration(text: str, rules: SpanRules) -> Span | None:
    """Return the duration at the start of a text, or None."""
    found = duration_at(text, 0, rules)
    return found[0] if found else None


def duration_at(text: str, at: int, rules: SpanRules) -> tuple[Span, int] | None:
    """Return the duration at an offset of a text and its end in it, or None."""
    if found := _compound(text, at, rules):
        return found
    match = _DURATION.match(text, at)
    span = _duration(match, rules) if match else None
    return (span, match.end()) if match and span else None


def is_nothing(text: str) -> bool:
    """Return whether a text is a duration of zero: `0d`."""
    return bool(_NOTHING.fullmatch(text.strip()))


@lru_cache(maxsize=256)
def unit_of(name: str) -> Unit:
    """Return the unit with a name."""
    return next(unit for unit, names in _UNITS.items() if names.fullmatch(name))


@lru_cache(maxsize=256)
def unit_size(name: str, rules: SpanRules) -> float:
    """Return the length of a unit in working days."""
    return _SIZES[unit_of(name)](rules)


def _duration(match: re.Match[str], rules: SpanRules) -> Span | None:
    size = unit_size(match["unit"], rules)
    first = unit_size(match["first_unit"], rules) if match["first_unit"] else size
    least = _number(match["low"] or match["least"])
    high = match["high"] or match["most"]
    most = _number(high) if high else least
    unit = unit_of(match["unit"])
    if unit is Unit.YEAR and most > _MOST_YEARS:
        return None
    least, most = sorted((least * first, most * size))
    if match["up_to"]:
        least = 0.0
    return Span(least, most, is_calendar=unit is Unit.CALENDAR_DAY) if most else None


def _compound(text: str, at: int, rules: SpanRules) -> tuple[Span, int] | None:
    """Read `1w 3d 2h`, `2 months, 1 week, 3 days`: each unit is smaller than the one before."""
    start = _BEFORE.match(text, at)
    piece = _PIECE.match(text, start.end() if start else at)
    sizes: list[float] = []
    days, end = 0.0, at
    while piece and (size := _piece_size(piece["unit"], sizes, rules)):
        sizes.append(size)
        days += _number(piece["number"]) * size
        end = piece.end()
        joined = _JOINED.match(text, end)
        piece = _PIECE.match(text, joined.end()) if joined else None
    if len(sizes) < 2 or not days or not _AT_END.match(text, end):
        return None
    return Span(least=days, most=days), end


def _piece_size(unit: str, before: Sequence[float], rules: SpanRules) -> float | None:
    """Return the size of the next unit, None if it is not smaller than those before."""
    if unit.lower() == "m":
        return 1 / HOURS_A_DAY / 60 if before[-1:] == [1 / HOURS_A_DAY] else None
    size = unit_size(unit, rules)
    return size if not before or size < before[-1] else None


def _number(text: str) -> float:
    """Read a number in digits or in words: `1½`, `1,5`, `half a`."""
    words = " ".join(text.casefold().split())
    if words in NUMBER_WORDS:
        return NUMBER_WORDS[words]
    if text[-1] in FRACTIONS:
        return float(text[:-1].strip() or 0) + FRACTIONS[text[-1]]
    if "/" in text:
        whole, _, parts = text.rpartition("1/")
        return float(whole.strip() or 0) + 1 / float(parts)
    return float(text.replace(",", "."))
