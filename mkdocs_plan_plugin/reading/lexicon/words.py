"""Make patterns and quick checks from lists of words.

A list is a text with `|` between its words; other forms of a word follow it after `/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# From here on, scripts have no spaces between words, or attach particles to them.
_UNSPACED = "\u2e80"


def listed(written: str) -> tuple[str, ...]:
    """Split a list without other forms."""
    return tuple(written.split("|"))


def inflected(written: str) -> tuple[tuple[str, ...], ...]:
    """Split a list into words, each followed by its other forms."""
    return tuple(tuple(word.split("/")) for word in listed(written))


def alternation(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first."""
    return "|".join(map(re.escape, _longest_first(words)))


def sentence_alternation(words: Iterable[str]) -> str:
    """Return a pattern for words in sentences: `story` is `Story` too, `US` is not `us`."""
    return "|".join(map(_as_in_sentences, _longest_first(words)))


def _as_in_sentences(word: str) -> str:
    first = f"[{word[0].upper()}{word[0]}]" if word[0].islower() else re.escape(word[0])
    return first + re.escape(word[1:])


def sentence_stems(words: Iterable[str]) -> tuple[str, ...]:
    """Return parts of words, one of which is in every text that `sentence_alternation` matches."""
    return stems(word[1:] if word[0].islower() else word for word in words)


def stems(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words that contain no other one; a text without them has none of the words."""
    every = dict.fromkeys(words)
    return tuple(word for word in every if not any(one in word for one in every if one != word))


def is_unspaced(word: str) -> bool:
    """Return whether a word is in a script without spaces between words."""
    return word[0] >= _UNSPACED


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=lambda word: (-len(word), word))
