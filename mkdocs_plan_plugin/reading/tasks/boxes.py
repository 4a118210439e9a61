"""Read boxes that GitHub does not show: `[~] text`, `[ ]* text`, `P1.3 [ ] text`, `☐ text`."""

from __future__ import annotations

import re
from typing import NamedTuple

from mkdocs_plan_plugin.model import Form, State
from mkdocs_plan_plugin.reading.tasks.marks import StateRules, plain_mark
from mkdocs_plan_plugin.reading.tasks.status_words import bare_state
from mkdocs_plan_plugin.reading.tasks.symbols import Symbol, is_box, read_symbol
from mkdocs_plan_plugin.reading.tasks.task_ids import task_id


class Box(NamedTuple):
    """A box's mark and state, and the text after it. `is_known` is False for unknown marks."""

    mark: str
    state: State
    text: str
    form: Form
    is_optional: bool = False
    is_known: bool = True


_BOX = re.compile(r"\[([^\[\]]{1,8})\](\\?\*)?(?:\s+|(?<=\*))(?=\S)")
# GitHub shows these itself; where it does not, they are in code or escaped.
_GITHUB = frozenset((" ", "x", "X"))
# A box further in is part of prose.
_LONGEST_ID = 24
_AFTER_ID = " :：.)—–-"

# The explanation of a mark: `[x] = done`, `[ ] – open`, `[x] → finished tasks`.
_EXPLAINS = re.compile(r"(?:=|[:：]\s|means\b|stands for\b|marks\b|denotes\b|indicates\b)")
_POINTS = " :：=→>—–-"
# States that are also verbs at the start of tasks: `Open / close the drawer`.
_VERBS = frozenset(("open", "complete"))
# What follows a blank to fill in: `[X] days`.
_BLANK = re.compile(
    r"(?:hours?|days?|weeks?|months?|minutes?|points?|horas?|días?|semanas?|heures?|jours?"
    r"|semaines?|stunden|tage|wochen)\b[\s.,;]*(?:\(|\Z)",
    re.IGNORECASE,
)


def read_box(text: str, rules: StateRules) -> Box | None:
    """Read the box at the start of a list item's plain text, or after an id.

    This is for items without a box on GitHub. The explanation of a mark is no task, see
    `is_legend`.
    """
    if symbol := read_symbol(text):
        return symbol_box(symbol) if is_box(symbol) else None
    found = _split(text)
    if not found:
        return None
    known = rules.known_state(found.mark)
    if found.name:
        return _box(found, known, Form.INNER) if known else None
    state = known or rules.state_of(found.mark)
    if not state or (found.mark in _GITHUB and not found.is_optional):
        return None
    return _box(found, state, Form.MARK)._replace(is_known=known is not None)


def read_heading_box(title: str, rules: StateRules) -> Box | None:
    """Read the box of a heading such as `[x] Step: Build` or `T003 [ ] Build`."""
    found = _split(title)
    state = rules.known_state(found.mark) if found else None
    return _box(found, state, Form.HEADING) if found and state else None


def is_legend(text: str) -> bool:
    """Return whether the text after a box only explains its mark, or makes it a blank to fill in.

    Examples: `= done`, `– in progress`, `Completed (all tests pass)`, `Partial / needs rework`,
    and `days` in `[X] days`. This applies to GitHub's own boxes too.
    """
    if _EXPLAINS.match(text) or _BLANK.match(text):
        return True
    name = text.lstrip(_POINTS).partition("(")[0].partition("（")[0]
    name, slash, _ = name.partition(" / ")
    return bare_state(name) is not None and not (slash and name.casefold() in _VERBS)


class _BoxParts(NamedTuple):
    """A text split at its box; `name` is the id before the box."""

    name: str
    mark: str
    is_optional: bool
    rest: str


def _split(text: str) -> _BoxParts | None:
    at = text.find("[", 0, _LONGEST_ID)
    match = _BOX.match(text, at) if at >= 0 else None
    if not match or not _is_id(text[:at]) or is_legend(text[match.end() :]):
        return None
    return _BoxParts(text[:at], match[1], bool(match[2]), text[match.end() :])


def _is_id(before: str) -> bool:
    """Return whether the text before a box is an id or empty."""
    return not before or task_id(before) == before.rstrip(_AFTER_ID) != ""


def _box(found: _BoxParts, state: State, form: Form) -> Box:
    text = f"{found.name.rstrip()} {found.rest}" if found.name else found.rest
    return Box(plain_mark(found.mark), state, text, form, found.is_optional)


def symbol_box(symbol: Symbol) -> Box | None:
    """Return the box that a symbol stands for, or None if the text only explains it."""
    if is_legend(symbol.text):
        return None
    return Box(symbol.sign, symbol.state, symbol.text, Form.SYMBOL)
