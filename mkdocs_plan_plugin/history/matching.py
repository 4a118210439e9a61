"""Match the tasks of two versions of a page, even if they were edited or moved."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence

from mkdocs_plan_plugin.history.versions import Outline
from mkdocs_plan_plugin.reading.tasks import task_id

NONE = -1
# The similarity that two texts need: at one position, alone at one position, anywhere.
_SIMILAR = 0.5
_ALONE = 0.3
_ANYWHERE = 0.8
_SAME_ID = 0.3
# The maximum number of pairs to compare; a page that was rewritten has new tasks.
_MOST = 10_000
_WORDS = re.compile(r"[\W_]+")


def match(old: Outline, new: Outline) -> list[int]:
    """Return for each task of the new version its index in the old version, or NONE."""
    if old.texts is new.texts or old.texts == new.texts:
        return list(range(len(new.texts)))
    return _Matching(old, new).run()


class _Matching:
    """Pairs identical tasks first, and the remaining ones by similarity and position."""

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

    def _unpaired(self) -> tuple[list[int], list[int]]:
        return (
            [at for at, other in enumerate(self._of_old) if other == NONE],
            [at for at, other in enumerate(self._of_new) if other == NONE],
        )

    def _trim(self) -> None:
        """Pair the common beginning and end of both versions."""
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
        """Pair tasks with the same key, in order of the text."""
        olds, news = self._unpaired()
        if not olds or not news:
            return
        queues: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for at in olds:
            queues[key(self._old, at)].append(at)
        indices: defaultdict[Hashable, list[int]] = defaultdict(list)
        for at in news:
            indices[key(self._new, at)].append(at)
        for name, same in indices.items():
            queue = queues.get(name, ())
            if only_single and (name == "" or len(same) > 1 or len(queue) > 1):
                continue
            for old, new in zip(queue, same, strict=False):
                self._join(old, new)

    def _compare(self) -> None:
        """Pair similar tasks, the most similar first."""
        olds, news = self._unpaired()
        if not olds or not news or len(olds) * len(news) > _MOST:
            return
        old_positions = _old_positions(olds, self._of_old, len(self._new.texts))
        new_positions = _new_positions(news, self._of_new)
        found = []
        old_texts = [_Text(self._old.texts[at]) for at in olds]
        new_texts = [_Text(self._new.texts[at]) for at in news]
        for old, old_text, old_position in zip(olds, old_texts, old_positions, strict=True):
            for new, new_text, new_position in zip(news, new_texts, new_positions, strict=True):
                similarity = old_text.similarity(new_text)
                if similarity >= _required(
                    old_position, new_position, old_positions, new_positions
                ):
                    distance = abs(old - new)
                    found.append((-similarity, distance, old, new))
        for _, _, old, new in sorted(found):
            if self._of_old[old] == NONE and self._of_new[new] == NONE:
                self._join(old, new)


_Position = tuple[int, int]
"""The nearest paired tasks before and after a task, by their indices in the new version."""


def _old_positions(olds: Sequence[int], of_old: Sequence[int], end: int) -> list[_Position]:
    positions = []
    for at in olds:
        before = next((of_old[i] for i in range(at - 1, -1, -1) if of_old[i] != NONE), NONE)
        after = next((of_old[i] for i in range(at + 1, len(of_old)) if of_old[i] != NONE), end)
        positions.append((before, after))
    return positions


def _new_positions(news: Sequence[int], of_new: Sequence[int]) -> list[_Position]:
    positions = []
    for at in news:
        before = next((i for i in range(at - 1, -1, -1) if of_new[i] != NONE), NONE)
        after = next((i for i in range(at + 1, len(of_new)) if of_new[i] != NONE), len(of_new))
        positions.append((before, after))
    return positions


def _required(
    old: _Position, new: _Position, olds: list[_Position], news: list[_Position]
) -> float:
    """The similarity that two tasks need to be paired, by their positions."""
    if old == new:
        return _ALONE if olds.count(old) == news.count(new) == 1 else _SIMILAR
    return _SIMILAR if old[0] == new[0] or old[1] == new[1] else _ANYWHERE


class _Text:
    """A text to compare: its id and its pairs of adjacent characters."""

    def __init__(self, text: str) -> None:
        self._id = task_id(text)
        plain = _essence(text)
        self._pairs = {plain[at : at + 2] for at in range(len(plain) - 1)} or {plain}

    def similarity(self, other: _Text) -> float:
        """Return the Dice coefficient of two texts, 0 to 1, plus a bonus for the same id."""
        common = len(self._pairs & other._pairs)
        share = 2 * common / (len(self._pairs) + len(other._pairs))
        return share + _SAME_ID if self._id and self._id == other._id else share


def _essence(text: str) -> str:
    """A text without id, punctuation and case."""
    name = task_id(text)
    return _WORDS.sub(" ", text[len(name) :].casefold()).strip()
