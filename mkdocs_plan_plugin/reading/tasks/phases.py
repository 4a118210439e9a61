"""Read phase headings: `Phase 2: Core`, `## WP01: Storage`, `Fase 1 - Base`, `第一阶段`."""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_plan_plugin.model import PhaseHeading
from mkdocs_plan_plugin.reading.lexicon.phases import KINDS, SINGULARS
from mkdocs_plan_plugin.reading.lexicon.words import alternation
from mkdocs_plan_plugin.reading.tasks.symbols import with_signs

_NAMES = alternation(KINDS)
_NUMBER = r"\d+(?:\.\d+)*[a-z]?(?:\s*[-–]\s*\d+)?|[a-z](?![^\W_])|[ivx]+(?![^\W_])"
_HEADING = re.compile(
    rf"""[\W_]*(?:\d+(?:\.\d+)*[.)]?\s+)?   # emoji, quotes, an outline number
    (?P<word>{_NAMES})(?![^\W\d_])
    (?:\s*(?P<number>{_NUMBER}))?
    (?P<separator>\s*[:：.)\]—–-](?!>)|\s*\Z|\s*(?=[(\[])
        |(?<=\d)\s+(?!->|→|(?:and|to|vs|depends)\b\D*\d))\s*   # no "Phase 1 to Phase 2"
    (?P<name>.*)""",
    re.IGNORECASE | re.VERBOSE,
)
_COLONS = (":", "：")
_CHINESE = re.compile(
    r"[\W_]*第\s*(?P<number>[一二三四五六七八九十\d]+)\s*(?:阶段|階段|期)[\s:：—–-]*(?P<name>.*)"
)
_CHINESE_DIGITS = {digit: str(value) for value, digit in enumerate("一二三四五六七八九十", 1)}


@lru_cache(maxsize=4096)
def read_phase_heading(title: str) -> PhaseHeading | None:
    """Return the phase that a heading names, or None.

    A phase has a number, or a colon after the word: `Phase: Setup`.
    """
    title = with_signs(title)
    if match := _CHINESE.fullmatch(title):
        number = _CHINESE_DIGITS.get(match["number"], match["number"])
        return PhaseHeading("phase", number, match["name"])
    match = _HEADING.fullmatch(title)
    if not match:
        return None
    word, number = match["word"].casefold(), match["number"] or ""
    kind = KINDS.get(word)  # None for letters that only match without case: `mılestone`
    if not kind or not (number or (match["separator"].strip() in _COLONS and _alone(word, kind))):
        return None
    return PhaseHeading(kind, _plain_number(number), match["name"].strip())


def _alone(word: str, kind: str) -> bool:
    """Return whether a word names a phase without a number: not in `Tasks: X`, `Tag: v1.0`."""
    return kind not in ("task", "day", "week", "month") and SINGULARS[word] == word


def _plain_number(number: str) -> str:
    """Remove leading zeros: `01` and `1` are the same phase."""
    return re.sub(r"(?<![\d.])0+(?=\d)", "", number.lower())
