"""Read durations in working days: `2 weeks`, `3-5 days`, `~2h`, `2h 30m`, `约 10 周`.

Effort (`5 person-days`, `3 points`) is not a duration.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from mkdocs_plan_plugin.model import Span
from mkdocs_plan_plugin.reading.lexicon.times import AND, ANY_UNIT, BETWEEN, FROM, TO, Unit, units
from mkdocs_plan_plugin.reading.time.rules import SpanRules, days_a_month

HOURS_A_DAY = 8

_SIZES: dict[Unit, Callable[[SpanRules], float]] = {
    Unit.MINUTE: lambda _: 1 / HOURS_A_DAY / 60,
    Unit.HOUR: lambda _: 1 / HOURS_A_DAY,
    Unit.DAY: lambda _: 1,
    Unit.WEEK: lambda rules: rules.days_a_week,
    Unit.SPRINT: lambda rules: rules.sprint_days,
    Unit.MONTH: lambda rules: days_a_month(rules.days_a_week),
}
_UNITS = {unit: re.compile(units(unit), re.IGNORECASE) for unit in Unit}
NUMBER = r"\d{1,5}(?:\.\d{1,3}|,\d{1,2})?"
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
    r"|(?:in |en |em )?(?:parallel|paralelo|parallèle|concurrent(?:ly)?|параллельно)\b)"
    r"|\s+-\s+\D)"
)
# No further letter of the same word after a unit.
_UNIT_END = r"(?![^\W_])"
_VAGUE = r"\s*(?:左右|程度|ほど|くらい|정도)?"
_DURATION = re.compile(
    rf"{_ABOUT}?\s*(?:"
    rf"{BETWEEN}\s+(?P<low>{NUMBER})\s+{AND}\s+(?P<high>{NUMBER})"
    rf"|(?:{FROM}\s+)?(?P<least>{NUMBER})"
    rf"(?:(?:\s*-?(?P<first_unit>{ANY_UNIT}){_UNIT_END})?\s*{TO}\s*~?(?P<most>{NUMBER}))?"
    rf")\s*-?(?P<unit>{ANY_UNIT}){_VAGUE}{_UNIT_END}{END}",
    re.IGNORECASE,
)
# "m" is minutes only after hours: "30m" alone may be months.
_COMPOUND = re.compile(
    rf"{_ABOUT}?\s*(?P<much>{NUMBER})\s*(?P<big>{ANY_UNIT})(?:\s+|(?=\d)|\s+{AND}\s+|,\s*)"
    rf"(?P<little>{NUMBER})\s*(?P<small>{ANY_UNIT}|m){_VAGUE}{_UNIT_END}{END}",
    re.IGNORECASE,
)
_NOTHING = re.compile(rf"0+\s*(?:{ANY_UNIT}){_UNIT_END}", re.IGNORECASE)


def read_duration(text: str, rules: SpanRules) -> Span | None:
    """Return the duration at the start of a text, or None."""
    if (both := _COMPOUND.match(text)) and (span := _compound(both, rules)):
        return span
    match = _DURATION.match(text)
    return _duration(match, rules) if match else None


def is_nothing(text: str) -> bool:
    """Return whether a text is a duration of zero: `0d`."""
    return bool(_NOTHING.fullmatch(text.strip()))


@lru_cache(maxsize=256)
def unit_size(unit: str, rules: SpanRules) -> float:
    """Return the length of a unit in working days."""
    return next(_SIZES[each](rules) for each, names in _UNITS.items() if names.fullmatch(unit))


def _duration(match: re.Match[str], rules: SpanRules) -> Span | None:
    size = unit_size(match["unit"], rules)
    first = unit_size(match["first_unit"], rules) if match["first_unit"] else size
    least = _number(match["low"] or match["least"]) * first
    high = match["high"] or match["most"]
    most = _number(high) * size if high else least
    least, most = sorted((least, most))
    return Span(least=least, most=most) if most else None


def _compound(match: re.Match[str], rules: SpanRules) -> Span | None:
    big = unit_size(match["big"], rules)
    is_minutes = match["small"].lower() == "m"
    if is_minutes and big != 1 / HOURS_A_DAY:
        return None
    small = 1 / HOURS_A_DAY / 60 if is_minutes else unit_size(match["small"], rules)
    if small >= big:
        return None
    days = _number(match["much"]) * big + _number(match["little"]) * small
    return Span(least=days, most=days) if days else None


def _number(text: str) -> float:
    return float(text.replace(",", "."))
