"""Checks: boxes for checks to pass, such as acceptance criteria, told from work to do.

Only names that mean nothing else count. What may be either (testing, goals, requirements) is work.
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
    return re.compile(names, re.IGNORECASE)


_LIST = rf"{_BEFORE.format(verbs=_VERBS)}(?:{CRITERIA}|{CHECKLISTS}){_AFTER}"
_GATE = _pattern(rf"{_NUMBERED}(?:{_LIST}|(?:{CHECKS}){_AFTER}|{UNSPACED_CHECKS}|{INTRODUCTIONS})")
_CRITERIA_AT_END = _pattern(rf"\b(?:{CRITERIA})(?: checklist)?\Z")
_WORK = _pattern(
    rf"(?:\d+(?:\.\d+)*[.)]?\s+)?(?:\w+ )?(?:{WORK})(?:[\s/].*)?"
    rf"|.{{0,12}}(?:{UNSPACED_WORK})(?:清单|列表)?"
)
_CUT = re.compile(r"[^\w\s&/,.'’、+-]+|\s-+\s")
_BRACKETS = re.compile(r"(?<=\S)\s+[(（].*", re.DOTALL)
_LONGEST = 120
_TAIL = 60


@dataclass(frozen=True)
class CheckRules:
    """What makes a box a check: the built-in names and the words of the option `checks`."""

    own: tuple[str, ...] = ()

    def is_check(self, label: str, titles: Sequence[str]) -> bool:
        """Whether the boxes of a list are checks.

        Args:
            label: The text of the paragraph that introduces the list, or nothing.
            titles: The headings that the list stands under, the nearest first.
        """
        said = self._says(label, is_label=True) if label else None
        for title in titles:
            if said is not None:
                break
            said = self._says(title, is_label=False)
        return bool(said)

    def _says(self, text: str, *, is_label: bool) -> bool | None:
        if self.own and _own_words(self.own).search(text):
            return True
        return label_says(text) if is_label else title_says(text)


@lru_cache(maxsize=8)
def _own_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words, but for scripts that put no spaces between them."""
    edged = (
        f"{_edge(word[0], '<')}{re.escape(word)}{_edge(word[-1], '')}" for word in words if word
    )
    return _pattern("|".join(edged) or r"(?!)")


def _edge(char: str, behind: str) -> str:
    return "" if is_unspaced(char) else f"(?{behind}!\\w)"


@lru_cache(maxsize=4096)
def title_says(title: str) -> bool | None:
    """Whether a heading names checks (True) or work (False), or says neither."""
    first, *others = _parts(title)
    if _GATE.fullmatch(first) or any(_CRITERIA_AT_END.fullmatch(part) for part in others):
        return True
    if _WORK.fullmatch(first):
        return False
    heading = read_phase_heading(title[:_LONGEST])
    return False if heading and heading.number else None


@lru_cache(maxsize=4096)
def label_says(label: str) -> bool | None:
    """Whether the paragraph before a list names checks (True) or work (False), or neither.

    Its last line counts, and its first words: what follows them is prose.
    """
    line = label.rstrip().rpartition("\n")[2]
    first = _parts(line)[0]
    if _GATE.fullmatch(first):
        return True
    introduces = line[-1:] in (":", "：")
    if introduces and _CRITERIA_AT_END.search(line[-_TAIL:].rstrip(" :：*")):
        return True
    return False if introduces and _WORK.fullmatch(first) else None


def is_check_page(path: str) -> bool:
    """Whether all boxes of a page are checks: a page in a folder `checklists`."""
    return "checklists" in path.lower().split("/")[:-1]


def _parts(text: str) -> list[str]:
    """A heading without brackets and signs, cut at its colons and dashes; at least one part."""
    text = _BRACKETS.sub("", text[:_LONGEST])
    parts = (" ".join(part.split()).strip(" .,'’+-/&") for part in _CUT.split(text))
    return [part for part in parts if part] or [""]
