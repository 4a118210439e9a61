"""Read states from words and signs: `In progress`, `✅ Hecha`, `75 % done`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading.lexicon.states import ALL_NAMES, NAMES, NOT, PARTLY, WHOLLY
from mkdocs_plan_plugin.reading.tasks.marks import STATES
from mkdocs_plan_plugin.reading.tasks.symbols import with_signs

SIGNS = {mark: state for mark, state in STATES.items() if mark in "✅✓✔☑🔄⏳🚧⚠"} | {
    "⬜": State.OPEN,
    "🔲": State.OPEN,
    "☐": State.OPEN,
    "◻": State.OPEN,
    "❌": State.OPEN,
    "⏸": State.DEFERRED,
    "⏭": State.DEFERRED,
    "⛔": State.BLOCKED,
}
"""The signs that are a state by themselves."""

_OTHER_CODE = re.compile(r":[\w+-]+:")
_BOX = re.compile(r"\W*\[([^\[\]]{1,3})\]\s*")
_LEAD = re.compile(r"[\W_]*")
# Where the state ends and remarks begin: `Done (v2)`, `Complete — all parts`, `Done 2026-07-11`.
_CUT = re.compile(r"[^\w\s'’/-]|\s-+\s|\s(?=\d)|\s(?:and|y|et|und|и)\s")
_JOINED = re.compile(r"(?<=\w)[_-](?=\w)")
_PERCENT = re.compile(r"(\d{1,3})(?:[.,]\d+)?\s*%\s*")
_WORDY = re.compile(r"[^\W\d_]|[/%]")
# `Done except for the docs` is not done.
_HEDGE = re.compile(
    r"[\W\d]*(?:except|but|pending|awaiting|apart from|until|when|once|if|not|pero|excepto|salvo"
    r"|mais|sauf|mas|exceto|aber|außer|bis auf|но|кроме)\b",
    re.IGNORECASE,
)
_LONGEST = 40


def bare_state(words: str) -> State | None:
    """Return the state whose name is the whole text: `In progress`, `done.`."""
    return _look_up(_fold(words.strip(" .:!")), NAMES)


def status_state(words: str) -> State | None:
    """Return the state in a status field, or None if it is not certain.

    Remarks may follow: `Done (v2)`. A contradiction is no state: `✅ planned`.
    """
    if box := _BOX.match(words):
        return _boxed(STATES.get(box[1].strip() or " "), words[box.end() :])
    words = _OTHER_CODE.sub("", with_signs(words)) if ":" in words else words
    lead = _LEAD.match(words)
    start = lead.end() if lead else 0
    signs, rest = words[:start], words[start:]
    sign = next((SIGNS[char] for char in signs if char in SIGNS), None)
    state = _percent(rest) or _leading_name(rest)
    if state:
        return None if sign is State.DONE and state is State.OPEN else state
    return sign if sign and _is_alone(sign, signs, rest) else None


def _boxed(box: State | None, words: str) -> State | None:
    """Read `[x] Done` or `[x]`; not `[x] Pending`, nor the boxes of a form: `[ ] Open [ ] Done`."""
    if "[" in words:
        return None
    state = status_state(words)
    if not words.strip():
        return box
    return None if box is State.DONE and state is not State.DONE else state


def _is_alone(sign: State, signs: str, rest: str) -> bool:
    """Return whether a sign counts despite unknown words: `✅ (by Ana)`, `🚧 phase 2`."""
    if sign is State.IN_PROGRESS:
        return True
    remark = signs.rstrip()[-1:] in tuple("(（—–")
    return remark or not _WORDY.search(rest)


def _percent(words: str) -> State | None:
    """Read `75% complete`; not `80% test coverage`."""
    match = _PERCENT.match(words)
    if not match:
        return None
    rest = words[match.end() :]
    if _CUT.split(rest, maxsplit=1)[0].strip() and _leading_name(rest) is not State.DONE:
        return None
    percent = int(match[1])
    if not percent:
        return State.OPEN
    return State.IN_PROGRESS if percent < 100 else State.DONE


def _leading_name(words: str) -> State | None:
    """Read the name of a state at the start of a text, unless a condition follows."""
    cut = _CUT.search(words)
    head = words[: cut.start()] if cut else words
    state = _look_up(_fold(head), ALL_NAMES)
    if cut and (cut[0] == "?" or (state is State.DONE and _HEDGE.match(words, cut.end()))):
        return None
    return state


def _fold(words: str) -> str:
    if len(words) > _LONGEST:
        return ""
    return " ".join(_JOINED.sub(" ", words.casefold()).replace("ё", "е").split())


def _look_up(words: str, known: Mapping[str, State]) -> State | None:
    """Return a state by its name, which may follow an adverb."""
    words = words.removesuffix(" yet")
    if words in known:
        return known[words]
    adverb, _, rest = words.partition(" ")
    state = known.get(rest.removeprefix("yet "))
    if state not in (State.DONE, State.IN_PROGRESS):
        return None
    if adverb in PARTLY:
        return State.IN_PROGRESS
    if adverb in NOT:
        return State.OPEN
    return state if adverb in WHOLLY else None
