"""How lists of words are written, and what is made of them: patterns and quick checks.

A list is a text with `|` between its words; other forms of a word stand behind it with `/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# From here on, scripts put no spaces between their words, or let particles follow them.
_UNSPACED = "\u2e80"


def listed(written: str) -> tuple[str, ...]:
    """The words of a list without other forms."""
    return tuple(written.split("|"))


def inflected(written: str) -> tuple[tuple[str, ...], ...]:
    """The words of a list, each with its other forms behind it."""
    return tuple(tuple(word.split("/")) for word in listed(written))


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first: the first that fits is taken."""
    return "|".join(map(re.escape, _longest_first(words)))


def sentence_alternation(words: Iterable[str]) -> str:
    """The same for words that may begin a sentence: `story` is `Story` too, but `US` only so."""
    return "|".join(map(_as_in_sentences, _longest_first(words)))


def _as_in_sentences(word: str) -> str:
    first = f"[{word[0].upper()}{word[0]}]" if word[0].islower() else re.escape(word[0])
    return first + re.escape(word[1:])


def sentence_stems(words: Iterable[str]) -> tuple[str, ...]:
    """Pieces of which one is in every text that has one of these words, as above."""
    return stems(word[1:] if word[0].islower() else word for word in words)


def stems(words: Iterable[str]) -> tuple[str, ...]:
    """The words that have no other one in them: a text without any of these has none of all."""
    every = dict.fromkeys(words)
    return tuple(word for word in every if not any(one in word for one in every if one != word))


def is_unspaced(word: str) -> bool:
    """Whether a word is of a script in which others may stand right before and behind it."""
    return word[0] >= _UNSPACED


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=lambda word: (-len(word), word))
