"""Find a task's id, such as `T014`, `1.2` or `Task 1.4`, and make its HTML id."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from mkdocs_plan_plugin.reading.lexicon.phases import singulars
from mkdocs_plan_plugin.reading.lexicon.requirements import REQUIREMENT_CODES, STORY_CODES
from mkdocs_plan_plugin.reading.lexicon.words import alternation

# A letter and one digit are an id only before punctuation: not in `S3 bucket`.
_ID = re.compile(
    rf"""(?:
    (?P<named>(?i:{alternation(singulars("task"))})\ \d+(?:\.\d+)*[a-z]?)(?!\w)
    |(?P<code>(?P<letters>[A-Z]{{1,10}}(?:-[A-Z]{{1,6}}){{0,2}})-?(?P<figures>\d+(?:\.\d+)*)[a-z]?)
        (?![\w/%-])(?!–\w)
    |(?P<pair>\d{{1,3}}-\d{{1,3}})(?=:)
    |(?P<dotted>\d+(?:\.\d+)+[a-z]?)(?![\w%°/])(?!\s*(?:hours?|days?|weeks?|months?|minutes?|min
        |seconds?|ms|[hds]|px|%|[KMGT]?i?B|points?)\b)
    |(?P<number>\d+)[.)](?=\s|\Z)
    )""",
    re.VERBOSE,
)
# `[TASK-010]` is an id, while `[US1]`, `[FR-1]` and `[P1]` are labels that many tasks have.
_BRACKETED = re.compile(
    rf"\[((?!(?:{alternation((*REQUIREMENT_CODES, *STORY_CODES, 'WP'))})-?\d)"
    r"(?:[A-Z]{2,10}(?:-[A-Z]{1,6}){0,2}-?\d+[a-z]?|T\d{2,}[a-z]?|\d+(?:\.\d+)+))\]"
)
_LABELS = re.compile(r"(?:\[[^\[\]]*\]\s*){1,4}")
# Standards and the like, which may also begin a text.
_STANDARDS = frozenset(
    (
        *("AES", "BIP", "CVE", "CWE", "EIP", "ERC", "ES", "GPT", "HTTP", "ISO", "MD", "MP"),
        *("PEP", "RFC", "RSA", "SHA", "TLS", "UTF"),
    )
)
_SEPARATORS = frozenset(":：.)]—–[|")
_LONGEST = 60
_BETWEEN = re.compile(r"[\W_]+")
_ASCII_WORDS = "".join(sign if sign.isalnum() else " " for sign in map(chr, range(128)))
"""A table for `str.translate` that blanks all but words, much faster than a pattern."""


@lru_cache(maxsize=65536)  # needed for a task's anchor and again for links to it
def task_id(text: str) -> str:
    """Return the id at the start of a task's plain text, as written, or an empty string."""
    if text[:1] == "[":
        if bracketed := _BRACKETED.match(text):
            return bracketed[1]
        labels = _LABELS.match(text)
        match = _ID.match(text, labels.end() if labels else 0)
        if match and not match["code"]:
            return ""  # `[x] 1. Draw` may be anything
    else:
        match = _ID.match(text)
    if not match:
        return ""
    if match["code"] and not _is_code(match):
        return ""
    return match[match.lastgroup or 0]


def anchor_of(text: str) -> str:
    """Return a task's HTML id, from its own id or else its first words. Never empty."""
    name = task_id(text)
    if name.isascii() and name.isalnum():  # the common case
        return name.lower()
    slug = _slug(name or text) or _slug(text)
    if len(slug) > _LONGEST:
        slug = slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
    return slug or "task"


def is_standard(code: str) -> bool:
    """Return whether a text like an id names a public standard: `RFC-2119`, `EIP-712`."""
    return code.rstrip("0123456789.-") in _STANDARDS


def _is_code(match: re.Match[str]) -> bool:
    """Return whether letters and digits are an id: `T1`, `US-7`, `S3: x`; not `S3 bucket`."""
    letters, figures = match["letters"], match["figures"]
    if letters not in _STANDARDS and (len(letters) > 1 or len(figures) > 1 or letters == "T"):
        return True
    return match.string[match.end() :].lstrip()[:1] in _SEPARATORS


def _slug(text: str) -> str:
    text = text[: 8 * _LONGEST]
    if text.isascii():
        return "-".join(text.lower().translate(_ASCII_WORDS).split())
    return _BETWEEN.sub("-", unicodedata.normalize("NFKC", text).lower()).strip("-")
