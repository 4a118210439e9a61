"""Find ids in text: `FR-001`, `US1`, `User Story 1`, `T014`, `ADR-3`, `_Requirements: 1.2_`.

These are candidates. Whether the plan defines them is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from mkdocs_plan_plugin.reading.lexicon import id_shapes as shapes
from mkdocs_plan_plugin.reading.lexicon.requirements import (
    REQUIREMENT_CODES,
    REQUIREMENTS,
    STORY_CODES,
)
from mkdocs_plan_plugin.reading.lexicon.words import (
    alternation,
    sentence_stems,
)

_CODE = rf"(?P<code>[A-Z](?:(?<![\w/.#@$\"“„«].)|(?<=\d/.)){shapes.CODE[0]}){shapes.CODE[1]}"
_STORY = rf"\b[Uu]{shapes.STORY}"
# A story numbered by its epic.
_NUMBERED_STORY = r"\b(?:[Uu]ser )?[Ss]tory (?P<numbered>\d{1,3}\.\d{1,3})(?![\w/]|\.\d)"
_TASK = rf"\b[Tt]{shapes.TASK}"
_CRITERION = rf"\bAC\s?[#:]?\s?{shapes.CRITERION}"
# `(AC: 1, 3)`, `(AC: 2-4)`
_CRITERIA = (
    r"(?<=[(\[])ACs?\s?[#:]?\s?(?P<criteria>\d{1,3}(?:\s*(?:,|;|&|\band\b|-|–)\s*#?\d{1,3})+)"
    r"(?=\s*[)\],;])"
)
# `_Requirements: 1.1, 1.2_`, `Requirement 3`, `Validates: Requirements 3.3`
_LISTED = rf"(?<![^\W_])(?:{shapes.REQUIREMENT})\**_*[:：\s]\**\s*{shapes.listed('&')}"
_REQUIREMENT = re.compile(
    rf"(?:{alternation((*REQUIREMENT_CODES, *STORY_CODES))})-?\d.*|Requirement .*"
)
_PLAIN = re.compile(_CODE)
WORDS = ("tory ", "ask ", "AC", *sentence_stems(REQUIREMENTS))
"""A text without any of these has only codes, which are found in a third of the time."""
_ANY = re.compile("|".join((_CRITERIA, _CODE, _STORY, _NUMBERED_STORY, _TASK, _CRITERION, _LISTED)))
_NUMBER = re.compile(shapes.NUMBER)
_DIGITS = re.compile(r"\d+")
_STORY_CODE = re.compile(r"US-?0*(\d{1,3}(?:\.\d{1,2})?)")
_CRITERION_CODE = re.compile(r"AC-?(\d{1,3})")


STORY = "STORY-"
"""The prefix of keys of stories that are numbered by their epics."""


class FoundId(NamedTuple):
    """The key of an id in a text, and its start and end."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class IdRules:
    """A site's patterns of ids besides the usual ones."""

    patterns: tuple[str, ...] = ()


DEFAULT_ID_RULES = IdRules()


def find_ids(text: str, rules: IdRules) -> Iterator[FoundId]:
    """Find the ids in a text, in order."""
    found = _usual(text)
    if not rules.patterns:
        return found
    own = [FoundId(own_key(one[0]), *one.span()) for one in _own(rules).finditer(text)]
    taken = [(one.start, one.end) for one in own]
    others = (one for one in found if not any(a < one.end and one.start < b for a, b in taken))
    return iter(sorted((*own, *others), key=lambda one: one.start))


def has_only_codes(text: str) -> bool:
    """Return whether a text can only have ids such as `FR-001`, which are found faster."""
    return not any(map(text.__contains__, WORDS))


def find_codes(text: str) -> list[str]:
    """Return the keys of ids such as `FR-001` in a text, in order."""
    return [key_of(written) for written in _PLAIN.findall(text)]


def own_key(written: str) -> str:
    """Return the key of an id that a site's own pattern matches."""
    return " ".join(written.split())


def _usual(text: str) -> Iterator[FoundId]:
    if has_only_codes(text):
        for match in _PLAIN.finditer(text):
            yield FoundId(key_of(match[1]), *match.span())
        return
    for match in _ANY.finditer(text):
        kind = match.lastgroup
        if kind == "code":
            yield FoundId(key_of(match["code"]), *match.span("code"))
        elif kind == "story":
            yield FoundId(f"US{int(match['story'])}", *match.span())
        elif kind == "numbered":
            yield FoundId(story_key(match["numbered"]), *match.span())
        elif kind == "task":
            yield FoundId(f"Task {match['task']}", *match.span())
        elif kind == "criterion":
            yield FoundId(f"AC{int(match['criterion'])}", *match.span())
        elif kind == "criteria":
            for number in _DIGITS.finditer(text, *match.span("criteria")):
                yield FoundId(f"AC{int(number[0])}", *number.span())
        else:
            start = match.start("listed")
            for number in _NUMBER.finditer(match["listed"]):
                yield FoundId(
                    requirement_key(number[0]), start + number.start(), start + number.end()
                )


@lru_cache(maxsize=8192)
def key_of(written: str) -> str:
    """Return the key of an id. `US1` and `US-001` are the same, `FR-1` and `FR-001` are not."""
    if match := _STORY_CODE.fullmatch(written):
        return f"US{match[1]}"
    if match := _CRITERION_CODE.fullmatch(written):
        return f"AC{int(match[1])}"
    return written


@lru_cache(maxsize=8192)
def is_requirement(key: str) -> bool:
    """Return whether a key is that of a requirement, a criterion or a story."""
    return bool(_REQUIREMENT.fullmatch(key))


def requirement_key(number: str) -> str:
    """Return the key of a requirement or criterion that only has a number."""
    return f"Requirement {number}"


def story_key(number: str) -> str:
    """Return the key of a story that is numbered by its epic: `Story 1.4`."""
    return f"{STORY}{number}"


@lru_cache(maxsize=16)
def _own(rules: IdRules) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in rules.patterns))
