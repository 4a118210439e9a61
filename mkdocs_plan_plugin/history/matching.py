"""Which tasks of a new version of a page are those of the old one, though edited or moved."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence

from mkdocs_plan_plugin.history.versions import Outline
from mkdocs_plan_plugin.reading.tasks import task_id

NONE = -1
# How much of two texts must be the same: in one place, alone in one place, anywhere.
_SIMILAR = 0.5
_ALONE = 0.3
_ANYWHERE = 0.8
_SAME_ID = 0.3
# No more pairs of texts than these are compared; a page that was rewritten has new tasks.
_MOST = 10_000
_WORDS = re.compile(r"[\W_]+")


def match(old: Outline, new: Outline) -> list[int]:
    """For each task of the new version, its index in the old one, or NONE."""
    if old.texts is new.texts or old.texts == new.texts:
        return list(range(len(new.texts)))
    return _Matching(old, new).run()


class _Matching:
    """Pairs what is surely the same first; what is left is looked at by its place."""

    def __init__(self, old: Outline, new: Outline) -> None:
        self._old, self._new = old, new
        self._of_new = [NONE] * len(new.texts)
        self._of_old = [NONE] * len(old.texts)

    def run(self) -> list[int]:
        self._trim()
        self._pair(lambda outline, at: (outline.texts[at], outline.headings[at]))
        self._pair(lambda outline, at: outline.texts[at])
        self._pair(lambda outline, at: _essence(outline.texts[at]), only_single=True)
        self._compare()
        return self._of_new

    def _join(self, old: int, new: int) -> None:
        self._of_new[new], self._of_old[old] = old, new

    def _left(self) -> tuple[list[int], list[int]]:
        return (
            [at for at, other in enumerate(self._of_old) if other == NONE],
            [at for at, other in enumerate(self._of_new) if other == NONE],
        )

    def _trim(self) -> None:
        """Pair what both versions begin and end with."""
        old, new = self._old.texts, self._new.texts
        first, most = 0, min(len(old), len(new))
        while first < most and old[first] == new[first]:
            self._join(first, first)
            first += 1
        last = 1
        while last <= most - first and old[-last] == new[-last]:
            self._join(len(old) - last, len(new) - last)
            last += 1

    def _pair(self, key: Callable[[Outline, int], Hashable], *, only_single: bool = False) -> None:
        """Pair what has the same key, in order of the text."""
        olds, news = self._left()
        if not olds or not news:
            return
        queues: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for at in olds:
            queues[key(self._old, at)].append(at)
        wanted: defaultdict[Hashable, list[int]] = defaultdict(list)
        for at in news:
            wanted[key(self._new, at)].append(at)
        for name, places in wanted.items():
            queue = queues.get(name, ())
            if only_single and (name == "" or len(places) > 1 or len(queue) > 1):
                continue
            for old, new in zip(queue, places, strict=False):
                self._join(old, new)

    def _compare(self) -> None:
        """Pair what is similar, the most similar first."""
        olds, news = self._left()
        if not olds or not news or len(olds) * len(news) > _MOST:
            return
        old_places = _old_places(olds, self._of_old, len(self._new.texts))
        new_places = _new_places(news, self._of_new)
        found = []
        old_texts = [_Text(self._old.texts[at]) for at in olds]
        new_texts = [_Text(self._new.texts[at]) for at in news]
        for old, old_text, old_place in zip(olds, old_texts, old_places, strict=True):
            for new, new_text, new_place in zip(news, new_texts, new_places, strict=True):
                likeness = old_text.likeness(new_text)
                if likeness >= _needed(old_place, new_place, old_places, new_places):
                    distance = abs(old - new)
                    found.append((-likeness, distance, old, new))
        for _, _, old, new in sorted(found):
            if self._of_old[old] == NONE and self._of_new[new] == NONE:
                self._join(old, new)


_Place = tuple[int, int]
"""The neighbours of a task that both versions have: their indices in the new one."""


def _old_places(olds: Sequence[int], of_old: Sequence[int], end: int) -> list[_Place]:
    places = []
    for at in olds:
        before = next((of_old[i] for i in range(at - 1, -1, -1) if of_old[i] != NONE), NONE)
        after = next((of_old[i] for i in range(at + 1, len(of_old)) if of_old[i] != NONE), end)
        places.append((before, after))
    return places


def _new_places(news: Sequence[int], of_new: Sequence[int]) -> list[_Place]:
    places = []
    for at in news:
        before = next((i for i in range(at - 1, -1, -1) if of_new[i] != NONE), NONE)
        after = next((i for i in range(at + 1, len(of_new)) if of_new[i] != NONE), len(of_new))
        places.append((before, after))
    return places


def _needed(old: _Place, new: _Place, olds: list[_Place], news: list[_Place]) -> float:
    """How similar two tasks must be, by where they stand."""
    if old == new:
        return _ALONE if olds.count(old) == news.count(new) == 1 else _SIMILAR
    return _SIMILAR if old[0] == new[0] or old[1] == new[1] else _ANYWHERE


class _Text:
    """A text to compare: its id, and what pairs of signs it is made of."""

    def __init__(self, text: str) -> None:
        self._id = task_id(text)
        plain = _essence(text)
        self._pairs = {plain[at : at + 2] for at in range(len(plain) - 1)} or {plain}

    def likeness(self, other: _Text) -> float:
        """From 0 to 1, and more where both have one id."""
        common = len(self._pairs & other._pairs)
        share = 2 * common / (len(self._pairs) + len(other._pairs))
        return share + _SAME_ID if self._id and self._id == other._id else share


def _essence(text: str) -> str:
    """A text without its id, its signs and its case."""
    name = task_id(text)
    return _WORDS.sub(" ", text[len(name) :].casefold()).strip()
