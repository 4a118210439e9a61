"""Read spans of time: `2 weeks`, `Weeks 1-2`, `2026-01-05 to 2026-02-01`."""

from __future__ import annotations

import re
import string
from functools import lru_cache

from mkdocs_plan_plugin.model import Span
from mkdocs_plan_plugin.reading.time.dates import read_dates
from mkdocs_plan_plugin.reading.time.durations import read_duration
from mkdocs_plan_plugin.reading.time.offsets import read_offset
from mkdocs_plan_plugin.reading.time.rules import SpanRules

UNKNOWN = Span()
"""A time that is stated as unknown."""

# White space, marks and an opening bracket before or after a time.
_AROUND = "*_`([" + string.whitespace
_TIMED = re.compile(r"\d|第")
_TO_COME = re.compile(
    r"(?:tbd|tba|tbc|to be (?:determined|decided|defined|confirmed|announced)"
    r"|(?:por|a) (?:definir|determinar|confirmar)|à (?:définir|déterminer|confirmer)"
    r"|(?:noch )?(?:festzulegen|unbestimmt)|(?:уточняется|не определено)|待定|未定|미정"
    r"|\?+)(?=\s*(?:\Z|[^\w\s]))",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)  # headings and rows of many pages are alike: "Phase 1"
def read_span(text: str, rules: SpanRules) -> Span | None:
    """Return the span at the start of a text, or None.

    `TBD` is an unknown time, an empty span.
    """
    text = text.strip(_AROUND).strip()
    if not _TIMED.search(text):
        return UNKNOWN if is_to_come(text) else None
    return read_dates(text, rules) or read_offset(text, rules) or read_duration(text, rules)


def is_dated(text: str, rules: SpanRules) -> bool:
    """Return whether a text begins with a date."""
    span = read_span(text, rules)
    return bool(span and (span.start or span.end))


def is_to_come(text: str) -> bool:
    """Return whether a text states that a time is not known yet: `TBD`."""
    return bool(_TO_COME.match(text.strip(_AROUND)))
