"""What the mark in a box means: `[x]`, `[~]`, `[N/A]`; some tools give a mark their own sense."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_plan_plugin.model import State

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

# A tool's own marks, by the folders that it keeps its pages in.
_TOOLS: tuple[tuple[re.Pattern[str], Mapping[str, State]], ...] = (
    (re.compile(r"(?:^|/)\.?kiro/specs/"), {"-": State.IN_PROGRESS}),
    (re.compile(r"(?:^|/)\.?spec-workflow/"), {"-": State.IN_PROGRESS, "~": State.BLOCKED}),
    (re.compile(r"(?:^|/)conductor/"), {"~": State.IN_PROGRESS}),
)
_EMOJI_STYLE = "\N{VARIATION SELECTOR-16}"
_LONGEST = 8
# A text that leaves words out has it in brackets: `[…] and so on`.
_ELLIPSIS = "…"


def plain_mark(written: str) -> str:
    """The mark without the spaces and the selector of a colour picture around it."""
    return written.replace(_EMOJI_STYLE, "").strip() or " "


@dataclass(frozen=True)
class StateRules:
    """What marks mean on a site: the option `states`, the tool's own sense, the default."""

    own: Mapping[str, State] = field(default_factory=dict)

    def known_state(self, mark: str, path: str) -> State | None:
        """The state that a mark is known to mean on a page, or None."""
        mark = plain_mark(mark)
        if mark in self.own:
            return self.own[mark]
        for folder, marks in _TOOLS:
            if mark in marks and folder.search(path):
                return marks[mark]
        return STATES.get(mark)

    def state_of(self, mark: str, path: str) -> State | None:
        """The state that a mark stands for, or None when what stands in brackets is no mark.

        A sign that nobody gave a meaning is a task all the same, and open: see `known_state`.
        """
        return self.known_state(mark, path) or (State.OPEN if _is_sign(plain_mark(mark)) else None)


def _is_sign(mark: str) -> bool:
    """Whether it is a single sign or an emoji: not `P`, `1`, `US1` or `link`."""
    if len(mark) == 1:
        return not mark.isalnum() and mark != _ELLIPSIS
    return len(mark) <= _LONGEST and unicodedata.category(mark[0]) == "So"
