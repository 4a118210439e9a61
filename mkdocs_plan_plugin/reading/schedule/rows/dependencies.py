"""Read dependencies in text: `after Phase 1`, `parallel with Phase 2`.

Only named ones count: "in parallel" without a name is no dependency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.lexicon.phases import SINGULARS, forms
from mkdocs_plan_plugin.reading.lexicon.times import (
    AFTER,
    ANY_UNIT,
    BEHIND_AFTER,
    BEHIND_BESIDE,
    BESIDE,
    Column,
    any_of,
    fragments,
    words_for,
)
from mkdocs_plan_plugin.reading.lexicon.words import alternation

_KINDS = ("phase", "stage", "milestone", "sprint", "step", "task", "story", "package", "wave")
_WORDS = alternation(forms(*_KINDS))
_NUMBER = r"\d{1,4}(?:\.\d{1,4})*[a-z]?(?!\.?[a-zа-яё\d])"
_REF = lazy_pattern(
    rf"[*_`]*(?P<word>{_WORDS})(?P<space>\s*)#?(?P<number>{_NUMBER})[*_`]*"
    r"|(?P<whole>第\s*[一二三四五六七八九十\d]+\s*(?:阶段|階段|期)|\d+\s*단계)",
    re.IGNORECASE,
)
_NEXT = lazy_pattern(
    r"\s*(?P<sign>,\s*(?:and|und|y|e|et|и)\s|[,;/+&、]|(?:and|und|y|e|et|и|和|と|및)\b"
    r"|[-–—~]|\.\.+|(?:to|through|bis)\b)\s*",
    re.IGNORECASE,
)
# "Phases 1, 2", but not "Phase 1, 3 weeks"
_MORE = lazy_pattern(
    rf"#?(?P<number>{_NUMBER})(?!\s*-?(?:{ANY_UNIT})(?![^\W_]))[*_`]*", re.IGNORECASE
)
_RANGES = ("-", "–", "—", "~", "to", "through", "bis")
_LONGEST_RANGE = 50
_NOT = r"(?P<not>(?:\bnot|n['’]t|\bno|\bnicht|\bnão|\bне|\bpas|不)\s+)?"
_THE = (
    r"\W*(?:(?:the|all of|both|completion of|completing|finishing|la|las|el|los|o|os|a|as"
    r"|le|les|l['’]|der|die|den|dem|completar)\s+)*"
)
_AFTER = rf"(?:{any_of(words_for(Column.AFTER))})\s*[:：]|{any_of(AFTER)}"
_BESIDE = any_of(BESIDE)
_SUBJECT = lazy_pattern(rf"{_THE}[*_`]*(?:{_WORDS}|第|\d+\s*단계)", re.IGNORECASE)
_PHRASE = lazy_pattern(rf"{_NOT}(?:(?P<after>{_AFTER})|(?P<beside>{_BESIDE})){_THE}", re.I)
_BEHIND_AFTER = lazy_pattern(rf"\s*(?:{any_of(BEHIND_AFTER)})")
_BEHIND_BESIDE = lazy_pattern(rf"\s*(?:{any_of(BEHIND_BESIDE)})")
# "Phase 4 (Polish) can start after Phase 2"
_SUBJECT_END = lazy_pattern(
    r"[*_`\s]*(?:[(（][^()（）]*[)）])?[*_`]*\s*(?:[:：–—-]\s*)?(?:(?:can|must|should|will|may|also"
    r"|only|be|start(?:s|ed)?|begin(?:s)?|run(?:s)?|proceed(?:s)?|done|is|are"
    r"|in parallel(?!\s+(?:with|to)\b))\s+)*",
    re.IGNORECASE,
)
# "Phase 1 must be complete before Phases 2 and 3"
_BEFORE = lazy_pattern(
    rf"{_SUBJECT_END.pattern}(?:(?:completed?|completes|finish(?:es|ed)?|blocks)\s+)?"
    rf"(?:before\b|(?<=blocks )){_THE}",
    re.IGNORECASE,
)
_CLAUSE_END = lazy_pattern(r"[;。]|\.\s")
# A line without any of these has no dependencies; most lines have none.
_SIGNS = fragments(
    [*words_for(Column.AFTER), *AFTER, *BESIDE, *BEHIND_AFTER, *BEHIND_BESIDE, "before", "blocks"]
)


@dataclass(frozen=True, slots=True)
class Dependencies:
    """The names of what something starts after and of what it runs alongside."""

    after: tuple[str, ...] = ()
    alongside: tuple[str, ...] = ()

    def __add__(self, other: Dependencies) -> Dependencies:
        return Dependencies(
            tuple(dict.fromkeys((*self.after, *other.after))),
            tuple(dict.fromkeys((*self.alongside, *other.alongside))),
        )


NO_DEPENDENCIES = Dependencies()


def _may_match(text: str) -> bool:
    lower = text.lower()
    return any(sign in lower for sign in _SIGNS)


def read_dependencies(text: str) -> Dependencies:
    """Read the dependencies in a text: `(after Phases 1 and 2)`."""
    if not _may_match(text):
        return NO_DEPENDENCIES
    found = NO_DEPENDENCIES
    for match in _PHRASE.finditer(text):
        names = _names_at(text, match.end())[0]
        if names and not match["not"]:
            found += Dependencies(names) if match["after"] else Dependencies(alongside=names)
    for match in _REF.finditer(text):
        names, end = _names_at(text, match.start())
        if _BEHIND_AFTER.match(text, end):
            found += Dependencies(names)
        elif _BEHIND_BESIDE.match(text, end):
            found += Dependencies(alongside=names)
    return found


def read_names(text: str) -> tuple[str, ...]:
    """Return the parts of a plan that a text begins with: `Phase 1, Phase 2 complete`."""
    return _names_at(text, _skip_the(text))[0]


def read_sentence(text: str) -> tuple[tuple[str, ...], Dependencies] | None:
    """Read `Phase 4 depends on Phase 2`: the subjects, and their dependencies."""
    if not _SUBJECT.match(text) or not _may_match(text):
        return None
    who, end = _names_at(text, _skip_the(text))
    rest = _SUBJECT_END.match(text, end) if who else None
    if not rest:
        return None
    if before := _BEFORE.match(text, end):
        later = _names_at(text, before.end())[0]
        return (later, Dependencies(who)) if later else None
    match = _PHRASE.match(text, rest.end())
    links = (
        read_dependencies(_CLAUSE_END.split(text[match.start() :])[0]) if match else NO_DEPENDENCIES
    )
    return (who, links) if links != NO_DEPENDENCIES else None


def _skip_the(text: str) -> int:
    match = re.match(_THE, text, re.IGNORECASE)
    return match.end() if match else 0


def _names_at(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """Return the parts named at an offset, and the end of their list."""
    names: list[str] = []
    match = _REF.match(text, at)
    end = at
    head = ""
    while match:
        head, number = _parts(match, head)
        names.append(head + number)
        end = match.end()
        sign = _NEXT.match(text, end)
        if not sign:
            break
        match = _REF.match(text, sign.end()) or (_MORE.match(text, sign.end()) if head else None)
        if match and (sign["sign"] in _RANGES or sign["sign"].startswith("..")):
            names += _between(head, number, match["number"] or "")
    return tuple(dict.fromkeys(names)), end


def _parts(match: re.Match[str], head: str) -> tuple[str, str]:
    """Return the word of a part and its number; a number alone follows the word before it."""
    groups = match.groupdict()
    if groups.get("whole"):
        return "", groups["whole"]
    word = groups.get("word")
    if not word:
        return head, match["number"]
    base = SINGULARS.get(word.casefold(), word)
    if base == word.casefold():
        return word + (" " if groups["space"] else ""), match["number"]
    return (base.capitalize() if word[0].isupper() else base) + " ", match["number"]


def _between(head: str, first: str, last: str) -> Iterator[str]:
    if not (first.isdecimal() and last.isdecimal()):
        return
    if int(last) - int(first) > _LONGEST_RANGE:
        return
    width = len(first) if first.startswith("0") else 0
    for number in range(int(first) + 1, int(last)):
        yield f"{head}{number:0{width}}"
