"""The meanings of marks in boxes: `[x]`, `[~]`, `[N/A]`, and those of single tools."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading.tools import dialect_of

_BY_STATE = {
    State.OPEN: " ",
    State.DONE: "x X ✅ ✓ ✔ ☑",
    State.IN_PROGRESS: "- ~ / 🔄 ⏳ 🚧",
    State.BLOCKED: "! ⚠",
    State.DEFERRED: ">",
    State.CANCELLED: "N/A n/a",
}
STATES: Mapping[str, State] = {
    mark: state for state, marks in _BY_STATE.items() for mark in marks.split() or marks
}
"""The marks with a meaning everywhere."""

_EMOJI_STYLE = "\N{VARIATION SELECTOR-16}"
_LONGEST = 8
# An omission in a text: `[…] and so on`.
_ELLIPSIS = "…"


def plain_mark(written: str) -> str:
    """Return a mark without surrounding spaces and the emoji variation selector."""
    return written.replace(_EMOJI_STYLE, "").strip() or " "


@dataclass(frozen=True)
class StateRules:
    """The meanings of marks: by the option `states`, the tool, or the default."""

    own: Mapping[str, State] = field(default_factory=dict)

    def on(self, page: str) -> StateRules:
        """Return the rules for a page, by its path in the repository."""
        dialect = dialect_of(PurePosixPath(page))
        return StateRules({**dialect.marks, **self.own}) if dialect and dialect.marks else self

    def known_state(self, mark: str) -> State | None:
        """Return the known meaning of a mark, or None."""
        mark = plain_mark(mark)
        return self.own.get(mark) or STATES.get(mark)

    def state_of(self, mark: str) -> State | None:
        """Return the state of a mark, or None if the text in brackets is no mark.

        A sign without a known meaning is an open task, see `known_state`.
        """
        return self.known_state(mark) or (State.OPEN if _is_sign(plain_mark(mark)) else None)


def _is_sign(mark: str) -> bool:
    """Return whether a mark is a single sign or an emoji: not `P`, `1`, `US1` or `link`."""
    if len(mark) == 1:
        return not mark.isalnum() and mark != _ELLIPSIS
    return len(mark) <= _LONGEST and unicodedata.category(mark[0]) == "So"
