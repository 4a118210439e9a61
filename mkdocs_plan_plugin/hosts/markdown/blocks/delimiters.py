"""Pair tildes as GitHub does, and find signs that only the host would take for markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from string import punctuation

DELIMITER = re.compile(r"\\[!-/:-@\[-`{-~]|(\*+|_+|`+|~+)")  # what is escaped is text already
"""Its group has a run of equal signs in a text."""

WIDEST = 4
"""The number of bytes that a character has at most."""

_LONGEST_STRIKE = 2


@dataclass(frozen=True, slots=True)
class Run:
    """Equal signs in a row, which the parser has left in a text.

    Args:
        sign: The sign.
        start: Where they begin, in bytes.
        length: How many there are.
        before: The character before them; empty if there is none.
        after: The one after them.
        parent: Where the emphasis or link begins that they are in.
        is_linked: Whether that is a link or an image.
    """

    sign: str
    start: int
    length: int
    before: str
    after: str
    parent: int = -1
    is_linked: bool = False

    @property
    def end(self) -> int:
        """Where they end."""
        return self.start + self.length

    @property
    def is_mark(self) -> bool:
        """Whether they are the mark of a task, `[~]`."""
        return (self.sign, self.length, self.before, self.after) == ("~", 1, "[", "]")

    @property
    def is_left(self) -> bool:
        """Whether they are left-flanking, as CommonMark calls it."""
        return _is_flanking(self.before, self.after)

    @property
    def is_right(self) -> bool:
        """Whether they are right-flanking."""
        return _is_flanking(self.after, self.before)

    @property
    def is_delimiter(self) -> bool:
        """Whether they can open or close emphasis."""
        if self.sign == "_" and not _is_outer(self.before) and not _is_outer(self.after):
            return False  # within a word
        return self.is_left or self.is_right


def strikes(runs: Iterable[Run]) -> Iterator[tuple[Run, Run]]:
    """Yield the runs of tildes between which GitHub strikes a text.

    Source:
        `process_emphasis` and `strikethrough.c` of https://github.com/github/cmark-gfm.
    """
    found = [
        run for run in runs if run.sign == "~" and run.length <= _LONGEST_STRIKE and not run.is_mark
    ]
    found.sort(key=attrgetter("parent", "start"))
    for _, level in groupby(found, key=attrgetter("parent")):
        opened: list[Run] = []
        openers = {1: 0, 2: 0}  # how many there are of each length
        for run in level:
            opener = _opener(opened, openers, run) if run.is_right else None
            if opener is None:
                if run.is_left:
                    opened.append(run)
                    openers[run.length] += 1
                continue
            while opened[-1] is not opener:
                openers[opened.pop().length] -= 1
            openers[opened.pop().length] -= 1
            if opener.length == run.length:
                yield opener, run


def _opener(opened: Sequence[Run], openers: dict[int, int], closer: Run) -> Run | None:
    """Return the innermost run that may pair with a closing one."""
    length = closer.length
    if not openers[length] and closer.is_left:
        return None  # one and two of them make three, which do not pair if either is ambiguous
    return next(
        (
            run
            for run in reversed(opened)
            if run.length == length or not (closer.is_left or run.is_right)
        ),
        None,
    )


def mistakable(runs: Sequence[Run], has_emphasis: bool) -> Iterator[Run]:
    """Yield the runs that the host might pair, though GitHub shows them.

    Args:
        runs: The runs of a block.
        has_emphasis: Whether there is emphasis in it, with whose delimiters they might pair.
    """
    found = [run for run in runs if run.sign in "*_" and run.is_delimiter]
    if len(found) + has_emphasis > 1:
        yield from (run for run in found if not run.is_linked)
    yield from (run for run in runs if run.sign == "`" and not run.is_linked)


def _is_flanking(outer: str, inner: str) -> bool:
    if is_space(inner):
        return False
    return not is_punctuation(inner) or _is_outer(outer)


def _is_outer(character: str) -> bool:
    return is_space(character) or is_punctuation(character)


def is_space(character: str) -> bool:
    """Whether it is a space, or the end of the text."""
    return not character or character.isspace()


def is_punctuation(character: str) -> bool:
    """Whether it is punctuation; to GitHub's parser other symbols are none."""
    return bool(character) and (
        character in punctuation or unicodedata.category(character).startswith("P")
    )
