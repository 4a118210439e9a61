"""Read offsets from a plan's start: `Week 3`, `Days 6-10`, `Sprint 2`, `第3周`, `3주차`.

A calendar week (`KW 12`) is not an offset, because it counts from New Year.
"""

from __future__ import annotations

import re

from mkdocs_plan_plugin.model import Span
from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.lexicon.times import AND, COUNTED_UNIT, TO
from mkdocs_plan_plugin.reading.time.durations import END, unit_size
from mkdocs_plan_plugin.reading.time.rules import SpanRules

_COUNT = r"\d{1,4}"
_DIGITS = "一二三四五六七八九十"
_CHINESE_COUNT = rf"(?:{_COUNT}|[{_DIGITS}]{{1,3}})"
_PREFIXED = lazy_pattern(
    rf"(?P<unit>{COUNTED_UNIT})\s*#?(?P<first>{_COUNT})"
    rf"(?:\s*(?:{TO}|{AND}|&)\s*(?:(?:{COUNTED_UNIT})\s*)?(?P<last>{_COUNT}))?\+?(?![.,]?\d){END}",
    re.IGNORECASE,
)
_FORMS = (
    # 第3周, 第1-2周, 第1周至第2周, 第一周
    lazy_pattern(
        rf"第\s*(?P<first>{_CHINESE_COUNT})\s*(?:(?:个|個)?(?:周|週|天|日|月|星期)(?!目))?"
        rf"(?:\s*{TO}\s*第?\s*(?P<last>{_CHINESE_COUNT}))?"
        rf"\s*(?P<unit>(?:个|個)?(?:周|週|天|日|月|星期))(?:目)?(?![^\W_]){END}"
        rf"|第\s*(?P<only>{_CHINESE_COUNT})\s*(?P<its>(?:个|個)?(?:周|週|天|日|月|星期))目?"
        rf"(?![^\W_]){END}"
    ),
    # 3週目, 1〜2週目, 3주차, 1-2주차
    lazy_pattern(
        rf"(?P<first>{_COUNT})(?:(?:週|日|ヶ月|か月)目|(?:주|일|개월)차)?"
        rf"(?:\s*{TO}\s*(?P<last>{_COUNT}))?\s*(?:(?P<ja>週|日|ヶ月|か月)目|(?P<ko>주|일|개월)차)"
        rf"(?![^\W_]){END}"
    ),
    # 1-я неделя
    lazy_pattern(rf"(?P<first>{_COUNT})-(?:я|й)\s+(?P<unit>неделя|месяц|день|спринт)\b{END}", re.I),
)


def read_offset(text: str, rules: SpanRules) -> Span | None:
    """Return the offset at the start of a text, or None."""
    if match := _PREFIXED.match(text):
        return _span(match["first"], match["last"], unit_size(_base(match["unit"]), rules))
    for form in _FORMS:
        if match := form.match(text):
            groups = match.groupdict()
            unit = next(groups[key] for key in ("unit", "its", "ja", "ko") if groups.get(key))
            first = groups["first"] or groups["only"]
            return _span(first, groups.get("last"), unit_size(_base(unit), rules))
    return None


def _base(unit: str) -> str:
    """Return the unit's name as in durations; the month in `第1月` is no calendar month."""
    bare = unit.lower().removeprefix("个").removeprefix("個")
    return "个月" if bare == "月" else bare


def _span(one: str, other: str | None, size: float) -> Span:
    first, last = sorted((_count(one), _count(other or one)))
    return Span(first=max(0, first - 1) * size, last=max(1, last) * size)


def _count(text: str) -> int:
    """Read a number in digits, or in Chinese up to ninety-nine."""
    if text[0] not in _DIGITS:
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS.index(text[-1]) + 1
    return (_DIGITS.index(tens[-1]) + 1 if tens else 1) * 10 + (
        _DIGITS.index(ones[0]) + 1 if ones else 0
    )
