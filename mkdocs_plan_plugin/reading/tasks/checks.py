"""Distinguish checks to pass, such as acceptance criteria, from work to do.

Only unambiguous names count. What may be either (testing, goals, requirements) is work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_plan_plugin.reading.lexicon.checks import (
    CHECKLISTS,
    CHECKS,
    CRITERIA,
    INTRODUCTIONS,
    UNSPACED_CHECKS,
    UNSPACED_WORK,
    WORK,
)
from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.lexicon.phases import singulars
from mkdocs_plan_plugin.reading.lexicon.words import alternation, is_unspaced
from mkdocs_plan_plugin.reading.tasks.phases import read_phase_heading

_BEFORE = r"(?:(?!(?:{verbs})\b)[^\W_].*?[ -])?"
_VERBS = (
    "implement|add|write|create|build|define|update|fix|refactor|design|document|extend|generate"
    "|migrate|remove|improve|draft|support|test|check|validate|verify|make|use|render|parse|show"
    "|develop|setup|set|run|move|enable|enforce|map|list|handle|extract|introduce|wire"
)
_AFTER = (
    r"(?: (?:checklist|status|validation|verification)"
    r"| (?:for|of|per|je|de|del|da|do|du|für|для|של)\b.*)?"
)
_PARTS = alternation(singulars("phase", "stage", "sprint", "story", "week", "wave"))
_NUMBERED = (
    r"(?:\d+(?:\.\d+)*[.)]?\s+|[\d一二三四五六七八九十]+、\s*)?"
    rf"(?:(?:{_PARTS})\s[\d.]+\s)?"
)


def _pattern(names: str) -> re.Pattern[str]:
    return lazy_pattern(names, re.IGNORECASE)


_LIST = rf"{_BEFORE.format(verbs=_VERBS)}(?:{CRITERIA}|{CHECKLISTS}){_AFTER}"
_CHECK = _pattern(rf"{_NUMBERED}(?:{_LIST}|(?:{CHECKS}){_AFTER}|{UNSPACED_CHECKS}|{INTRODUCTIONS})")
_CRITERIA = _pattern(rf"{_NUMBERED}(?:{CRITERIA}){_AFTER}")
_CRITERIA_AT_END = _pattern(rf"\b(?:{CRITERIA})(?: checklist)?\Z")
_WORK = _pattern(
    rf"(?:\d+(?:\.\d+)*[.)]?\s+)?(?:\w+ )?(?:{WORK})(?:[\s/].*)?"
    rf"|.{{0,12}}(?:{UNSPACED_WORK})(?:清单|列表)?"
)
# "CA" in Romance languages.
_CRITERION = lazy_pattern(r"(?:AC|CA)[ -]?#?\d{1,3}\b")
_CUT = lazy_pattern(r"[^\w\s&/,.'’、+-]+|\s-+\s")
_BRACKETS = lazy_pattern(r"(?<=\S)\s+[(（].*", re.DOTALL)
_LONGEST = 120
_TAIL = 60


@dataclass(frozen=True)
class CheckRules:
    """The names of checks: built-in ones and those of the option `checks`."""

    own: tuple[str, ...] = ()

    def is_check(self, label: str, titles: Sequence[str]) -> bool:
        """Return whether the boxes of a list are checks.

        Args:
            label: The text of the paragraph that introduces the list, or an empty string.
            titles: The headings around the list, the nearest first.
        """
        found = self._names_checks(label, is_label=True) if label else None
        for at, title in enumerate(titles):
            if found is not None:
                break
            found = self._names_checks(title, is_label=False)
            if found is False and _is_numbered_phase(title):  # "Phase 1" in "Success criteria"
                found = any(map(_names_criteria, titles[at + 1 :]))
        return bool(found)

    def _names_checks(self, text: str, *, is_label: bool) -> bool | None:
        if self.own and _own_words(self.own).search(text):
            return True
        return label_names_checks(text) if is_label else title_names_checks(text)


@lru_cache(maxsize=8)
def _own_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match whole words, except in scripts without spaces."""
    edged = (
        f"{_edge(word[0], '<')}{re.escape(word)}{_edge(word[-1], '')}" for word in words if word
    )
    return _pattern("|".join(edged) or r"(?!)")


def _edge(char: str, behind: str) -> str:
    return "" if is_unspaced(char) else f"(?{behind}!\\w)"


@lru_cache(maxsize=4096)
def title_names_checks(title: str) -> bool | None:
    """Return whether a heading names checks (True) or work (False), None for neither."""
    first, *others = _parts(title)
    if _CHECK.fullmatch(first) or any(_CRITERIA_AT_END.fullmatch(part) for part in others):
        return True
    if _WORK.fullmatch(first):
        return False
    return False if _is_numbered_phase(title) else None


def _is_numbered_phase(title: str) -> bool:
    heading = read_phase_heading(title[:_LONGEST])
    return heading is not None and bool(heading.number)


def _names_criteria(title: str) -> bool:
    return bool(_CRITERIA.fullmatch(_parts(title)[0]))


@lru_cache(maxsize=4096)
def label_names_checks(label: str) -> bool | None:
    """Return whether a paragraph before a list names checks (True) or work (False), else None.

    Only the first words of its last line count, because the rest is prose.
    """
    line = label.rstrip().rpartition("\n")[2]
    first = _parts(line)[0]
    if _CHECK.fullmatch(first):
        return True
    introduces = line[-1:] in (":", "：")
    if introduces and _CRITERIA_AT_END.search(line[-_TAIL:].rstrip(" :：*")):
        return True
    return False if introduces and _WORK.fullmatch(first) else None


def is_criterion(text: str) -> bool:
    """Return whether a text has the id of an acceptance criterion: `AC 1: It blinks`."""
    return bool(_CRITERION.match(text))


def is_check_page(path: str) -> bool:
    """Return whether all boxes of a page are checks: it is in a folder `checklists`."""
    return "checklists" in path.lower().split("/")[:-1]


def _parts(text: str) -> list[str]:
    """Split a heading at colons and dashes, without brackets and signs; at least one part."""
    text = text[:_LONGEST]
    if "(" in text or "（" in text:
        text = _BRACKETS.sub("", text)
    parts = (" ".join(part.split()).strip(" .,'’+-/&") for part in _CUT.split(text))
    return [part for part in parts if part] or [""]
