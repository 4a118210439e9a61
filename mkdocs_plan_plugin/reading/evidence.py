"""What a page says of its state in words: `Status: Done`, `## Phase 1 ✅`, tables of phases."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from mkdocs_plan_plugin.model import Claim, State, Table
from mkdocs_plan_plugin.reading.gates import title_says
from mkdocs_plan_plugin.reading.phases import read_phase_heading
from mkdocs_plan_plugin.reading.status_tables import phase_columns
from mkdocs_plan_plugin.reading.status_words import SIGNS, status_state, word_set

__all__ = [
    "claim_of_meta",
    "is_status_label",
    "phase_states",
    "read_heading_claim",
    "read_status_line",
    "status_state",
]

_LABELS = word_set(
    "status|state|current status|overall status|implementation status|plan status"
    "|project status|task status|phase status|feature status"
    "|estado|estado actual|situação|statut|état|stand|статус|состояние|текущий статус"
    "|状态|狀態|当前状态|状態|ステータス|상태|현재 상태|الحالة|סטטוס|מצב"
)
_FIELD = re.compile(r"[\n|·]")
_COLON = re.compile(r"[:：]")
# `Status: N/A` says that there is none.
_NO_STATUS = re.compile(r"\W*(?:n/a|not applicable)\b", re.IGNORECASE)
_LONGEST = 60

# Signs that mark a heading as such, not what it is about: a ⚠ or ❌ may warn.
_MARKS = frozenset(SIGNS) - {"⚠", "❌", "⛔"}
_DASHES = (" — ", " – ", " - ")
_PAIRS = {")": "(", "）": "（", "]": "["}
# Words for a state that phases have as their names: `Phase 1 — Planning`.
_NAMES = word_set("planning|proposal|draft|review|testing|new|open|active|future|backlog|released")
# How many pairs of brackets at the end are looked into: `Setup (done) (2 days)`.
_REMARKS = 3
_FIRST_WORD = re.compile(r"\W*(\w*).*", re.DOTALL)
_NUMBER = re.compile(r"#?\d+(?:\.\d+)*[a-z]?")


def is_status_label(text: str) -> bool:
    """Whether a field or heading holds the page's state: `Status`, `Estado actual:`."""
    return len(text) <= _LONGEST and " ".join(text.casefold().split()).strip(" :：*_") in _LABELS


def read_status_line(text: str) -> tuple[State, str] | None:
    """The state that a paragraph's field for it tells, and the field's words.

    `text` is the paragraph's plain text with its line breaks; `|` may stand between fields.
    """
    if not _COLON.search(text):
        return None
    fields = _FIELD.split(text)
    for field, following in zip(fields, [*fields[1:], ""], strict=True):
        label, *value = _COLON.split(field, maxsplit=1)
        if not value or not is_status_label(label) or _NO_STATUS.match(value[0]):
            continue
        state = status_state(value[0])
        if state and not _is_choice(following):
            return state, _shorten(value[0])
    return None


def _is_choice(following: str) -> bool:
    """Whether a form offers more than one state: `Status: Draft | In review | Done`."""
    return status_state(following) is not None


def claim_of_meta(meta: Mapping[str, object]) -> Claim | None:
    """What the front matter's `status` says of the page, or the `lane` of a board it stands in."""
    written = meta.get("status", meta.get("lane"))
    state = status_state(written) if isinstance(written, str) else None
    return Claim(state, _shorten(str(written)), 1) if state else None


def phase_states(table: Table) -> list[tuple[str, State, str, int]]:
    """What a table says of phases: the phase, its state, the state as written, and the line."""
    columns = phase_columns(table.header)
    if not columns:
        return []
    found = []
    for row, line in zip(table.rows, table.lines, strict=True):
        name, written = (row[column] if column < len(row) else "" for column in columns)
        if name and (state := status_state(written)):
            found.append((_named(table.header[columns[0]], name), state, written, line))
    return found


def _named(header: str, cell: str) -> str:
    """A number in the column `Phase` is that phase."""
    full = f"{header} {cell}"
    return full if _NUMBER.fullmatch(cell) and read_phase_heading(full) else cell


@lru_cache(maxsize=4096)
def read_heading_claim(title: str) -> State | None:
    """The state that a phase's heading tells beside its name: `Setup ✅`, `Setup (done)`.

    A word of the name tells nothing: `Phase 2: Complete the API`.
    """
    title = title.rstrip()
    if title.isascii() and title[-1:].isalnum() and not any(dash in title for dash in _DASHES):
        return None  # as most are: neither a sign nor brackets nor a dash
    for _ in range(_REMARKS):
        inside, before = _split_brackets(title)
        if state := _claim(inside):
            return state
        if not before:
            break
        title = before
    return _claim_behind(title) or _leading(title)


def _split_brackets(title: str) -> tuple[str, str]:
    """What stands in brackets at the end, and what stands before them."""
    opening = _PAIRS.get(title[-1:])
    start = title.rfind(opening) if opening else -1
    return (title[start:], title[:start].rstrip()) if start > 0 else ("", "")


def _claim(words: str) -> State | None:
    """The state in brackets or behind a dash; `[x]` is one too."""
    inside = words.strip("()（）").strip()
    return None if _FIRST_WORD.sub(r"\1", inside).casefold() in _NAMES else status_state(inside)


def _claim_behind(title: str) -> State | None:
    """A sign at the end, a sign with words behind it, or words behind the last dash."""
    sign = max(title.rfind(mark) for mark in _MARKS)
    if sign > 0:
        return status_state(title[sign:])
    dash = max(title.rfind(dash) for dash in _DASHES)
    return _claim(title[dash + 3 :]) if dash > 0 else None


def _leading(title: str) -> State | None:
    """A sign at the start, unless it decorates a list of checks."""
    return SIGNS[title[0]] if title[:1] in _MARKS and not title_says(title) else None


def _shorten(words: str) -> str:
    """The words on one line, without the end of what is long."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] + " …"
