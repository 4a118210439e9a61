"""Read spans of time: `2 weeks`, `Weeks 1-2`, `2026-01-05 to 2026-02-01`."""

from __future__ import annotations

import re
import string
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from mkdocs_plan_plugin.model import Span
from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.lexicon.months import MONTH_NAMES
from mkdocs_plan_plugin.reading.lexicon.numbers import FRACTIONS, NUMBER_WORD
from mkdocs_plan_plugin.reading.lexicon.times import STARTING, WEEK_OF, any_of
from mkdocs_plan_plugin.reading.time.dates import dates_at
from mkdocs_plan_plugin.reading.time.durations import duration_at
from mkdocs_plan_plugin.reading.time.offsets import read_offset
from mkdocs_plan_plugin.reading.time.rules import SpanRules

UNKNOWN = Span()
"""A time that is stated as unknown."""

# White space, marks and an opening bracket before or after a time.
_AROUND = "*_`([" + string.whitespace
# Signs that say "time" and no more.
_CLOCKS = lazy_pattern(r"[\s📅📆🗓⏱⏰⌛🕐-🕧\ufe0f]+")
_TIMED = lazy_pattern(
    rf"\d|第|[{''.join(FRACTIONS)}]|{NUMBER_WORD}|\b(?:{MONTH_NAMES})\b", re.IGNORECASE
)
_TO_COME = lazy_pattern(
    r"(?:tbd|tba|tbc|to be (?:determined|decided|defined|confirmed|announced)"
    r"|(?:por|a) (?:definir|determinar|confirmar)|à (?:définir|déterminer|confirmer)"
    r"|(?:noch )?(?:festzulegen|unbestimmt)|(?:уточняется|не определено)|待定|未定|미정"
    r"|\?+)(?=\s*(?:\Z|[^\w\s]))",
    re.IGNORECASE,
)
_WEEK_OF = lazy_pattern(rf"(?:{any_of(WEEK_OF)})\s+", re.IGNORECASE)
# "2026-11-02, 13 weeks", "2026-11-02 (13 weeks)", "2026-11-02 for 13 weeks"
_LASTING = lazy_pattern(
    r"\s*[,;:|+(（\[]\s*(?:for|für|durante|por|pendant)?\s*|\s+(?:for|für|durante|por|pendant)\s+",
    re.IGNORECASE,
)
# "13 weeks from 2026-11-02", "13 weeks (2026-11-02 to 2027-01-29)"
_BEHIND = lazy_pattern(rf"[\s,;:(（\[–—-]*(?:(?P<starts>{any_of(STARTING)})\s+)?", re.IGNORECASE)
# "Sprint 12 (2026-03-09 - 2026-03-20)"
_IN_BRACKETS = lazy_pattern(r"[^()（）\[\]:：]*[(（\[]\s*")


@lru_cache(maxsize=8192)  # headings and rows of many pages are alike: "Phase 1"
def read_span(text: str, rules: SpanRules) -> Span | None:
    """Return the span at the start of a text, or None.

    `TBD` is an unknown time, an empty span.
    """
    text = text.strip(_AROUND).strip()
    if clocks := _CLOCKS.match(text):
        text = text[clocks.end() :]
    if is_to_come(text):
        return UNKNOWN
    if not _TIMED.search(text):
        return None
    return _dates(text, rules) or _offset(text, rules) or _duration(text, rules)


def _dates(text: str, rules: SpanRules) -> Span | None:
    """Read dates, and the duration behind a single one: `2026-11-02, 13 weeks`."""
    week = _WEEK_OF.match(text)
    found = dates_at(text, week.end() if week else 0, rules)
    if not found:
        return None
    span, end = found
    if week and span.start and not span.end:
        return replace(span, end=span.start + timedelta(days=6))
    lasting = _LASTING.match(text, end) if not (span.start and span.end) else None
    length = duration_at(text, lasting.end(), rules) if lasting else None
    if not length:
        return span
    return replace(length[0], start=span.start, end=span.end)


def _offset(text: str, rules: SpanRules) -> Span | None:
    """Read an offset, or the dates in brackets behind it, which are more exact."""
    span = read_offset(text, rules)
    bracket = _IN_BRACKETS.match(text) if span else None
    dates = dates_at(text, bracket.end(), rules) if bracket else None
    return dates[0] if dates else span


def _duration(text: str, rules: SpanRules) -> Span | None:
    """Read a duration, and the dates behind it: `13 weeks from 2026-11-02`."""
    found = duration_at(text, 0, rules)
    if not found:
        return None
    span, end = found
    behind = _BEHIND.match(text, end)
    dates = dates_at(text, behind.end(), rules) if behind else None
    if not (behind and dates):
        return span
    days = dates[0]
    if days.start and days.end:
        return days
    # A day without a word may be the first or the last one.
    return replace(span, start=days.start, end=days.end) if behind["starts"] or days.end else span


def is_dated(text: str, rules: SpanRules) -> bool:
    """Return whether a text begins with a date."""
    span = read_span(text, rules)
    return bool(span and (span.start or span.end))


def is_to_come(text: str) -> bool:
    """Return whether a text states that a time is not known yet: `TBD`."""
    return bool(_TO_COME.match(text.strip(_AROUND)))
