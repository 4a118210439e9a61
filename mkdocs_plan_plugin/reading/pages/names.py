"""Recognize the role of a page by its file's name: `plan.md`, `x-tasks.md`, `tarefas-leitor.md`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import PurePosixPath

from mkdocs_plan_plugin.model import Role
from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.lexicon.pages import (
    FEATURE_NAMES,
    IMPLEMENTATION,
    OF,
    PLAN_OF,
    PROJECT_WORK,
    ROLE_NAMES,
    WHOLE_SPEC_NAMES,
)
from mkdocs_plan_plugin.reading.lexicon.words import alternation

_BETWEEN = lazy_pattern(r"[-_ ]+")


def _any(words: Iterable[str]) -> str:
    """Return a pattern for words in the form in which `plain_stem` returns names."""
    return alternation(word.replace(" ", "-") for word in words)


_ENGLISH = ("spec", "specification", "specifications", "research", "tasks")
_OF = rf"(?:-(?:{_any(OF)}))*"
_WORK = _any((*IMPLEMENTATION, *PROJECT_WORK))
_ROLE_ENDS = _any(word for words in ROLE_NAMES.values() for word in words)
_FEATURES = _any(word for words in FEATURE_NAMES.values() for word in words)
# The subject follows: `tarefas-do-leitor`. In English it precedes: `reader-tasks`.
_FOREIGN = {
    role: _any(word for word in words if word not in _ENGLISH) for role, words in ROLE_NAMES.items()
}
_ROLE_STARTS = "|".join(_FOREIGN.values())
# German has them in one word.
_PLANS = "plan|roadmap|plano|(?:umsetzungs|implementierungs|entwicklungs|projekt|arbeits)plan"

_VERSION = r"(?:-(?:v?\d+(?:[-.]\d+)*|draft|final))?"
# A version or a date may follow. Plans need more evidence than their name.
_BY_NAME: tuple[tuple[re.Pattern[str], Role], ...] = tuple(
    (lazy_pattern(f"(?:{pattern}){_VERSION}"), role)
    for pattern, role in (
        (rf"(?:.*-)?(?:{_PLANS})", Role.PLAN),
        (r"plano?-.+", Role.PLAN),
        (rf"(?:piano|pla){_OF}-(?:{_WORK})(?:-.+)?", Role.PLAN),
        (_any(WHOLE_SPEC_NAMES), Role.SPEC),
        *((rf"(?:.*-)?(?:{_any(words)})", role) for role, words in ROLE_NAMES.items()),
        *((rf"(?:{words})-.+", role) for role, words in _FOREIGN.items()),
        *((_any(words), role) for role, words in FEATURE_NAMES.items()),
        (r"adr-?\d+(?:-.*)?", Role.DECISION),
    )
)
_SUFFIX = lazy_pattern(
    rf"-(?:implementation-plan|{_PLANS}|{_ROLE_ENDS}|{_any(WHOLE_SPEC_NAMES)}|{_FEATURES})\Z"
)
_PREFIX = lazy_pattern(rf"(?:(?:{_any(PLAN_OF)})(?:{_OF}-(?:{_WORK}))?|{_ROLE_STARTS}){_OF}-(?=.)")
# The plan that owns the other pages of its folder, among several.
_CANONICAL = lazy_pattern(
    rf"(?:implementation-)?plan|plano|(?:{_any(PLAN_OF)}){_OF}-(?:{_WORK})|umsetzungsplan|projektplan"
)


@lru_cache(maxsize=8192)
def plain_stem(path: str) -> str:
    """Return a file's name in lower case, without accents, with a hyphen between words."""
    return _BETWEEN.sub("-", plain(PurePosixPath(path).stem))


def plain(text: str) -> str:
    """Return a text in lower case without accents."""
    if text.isascii():
        return text.lower()
    signs = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in signs if not unicodedata.combining(sign))


def role_by_name(path: str) -> Role | None:
    """Return the role that a file's name stands for."""
    stem = plain_stem(path)
    return next((role for pattern, role in _BY_NAME if pattern.fullmatch(stem)), None)


def slug(path: str) -> str:
    """Return a file's name without the words for its role: `2026-05-12-offline-mode`."""
    stem = _SUFFIX.sub("", plain_stem(path))
    match = _PREFIX.match(stem)
    return stem[match.end() :] if match else stem


def is_canonical_plan(path: str) -> bool:
    """Return whether a file is called plan and nothing else."""
    return bool(_CANONICAL.fullmatch(plain_stem(path)))


def has_role_suffix(path: str) -> bool:
    """Return whether a file's name is that of a subject with its role: `x-spec.md`."""
    return bool(_SUFFIX.search(plain_stem(path)))
