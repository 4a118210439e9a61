"""What the mark in a box means: `[x]`, `[~]`, `[N/A]`; some tools give a mark their own sense."""

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
"""The marks that mean something wherever they stand."""

_EMOJI_STYLE = "\N{VARIATION SELECTOR-16}"
_LONGEST = 8
# A text that leaves words out has it in brackets: `[…] and so on`.
_ELLIPSIS = "…"


def plain_mark(written: str) -> str:
    """The mark without the spaces and the selector of a colour picture around it."""
    return written.replace(_EMOJI_STYLE, "").strip() or " "


@dataclass(frozen=True)
class StateRules:
    """What marks mean: the option `states`, the tool's own sense, the default."""

    own: Mapping[str, State] = field(default_factory=dict)

    def on(self, page: str) -> StateRules:
        """What marks mean on a page, by its path in the repository."""
        dialect = dialect_of(PurePosixPath(page))
        return StateRules({**dialect.marks, **self.own}) if dialect and dialect.marks else self

    def known_state(self, mark: str) -> State | None:
        """The state that a mark is known to mean, or None."""
        mark = plain_mark(mark)
        return self.own.get(mark) or STATES.get(mark)

    def state_of(self, mark: str) -> State | None:
        """The state that a mark stands for, or None when what stands in brackets is no mark.

        A sign that nobody gave a meaning is a task all the same, and open: see `known_state`.
        """
        return self.known_state(mark) or (State.OPEN if _is_sign(plain_mark(mark)) else None)


def _is_sign(mark: str) -> bool:
    """Whether it is a single sign or an emoji: not `P`, `1`, `US1` or `link`."""
    if len(mark) == 1:
        return not mark.isalnum() and mark != _ELLIPSIS
    return len(mark) <= _LONGEST and unicodedata.category(mark[0]) == "So"
