"""Read statuses stated in words: `Status: Done`, `## Phase 1 ✅`, tables of phases."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from mkdocs_plan_plugin.model import (
    PhaseHeading,
    PhaseRow,
    Section,
    State,
    StatedStatus,
    Table,
)
from mkdocs_plan_plugin.reading.lexicon.phases import KINDS, forms
from mkdocs_plan_plugin.reading.lexicon.states import PHASE_NAMES, STATUS
from mkdocs_plan_plugin.reading.lexicon.times import TO
from mkdocs_plan_plugin.reading.lexicon.words import alternation
from mkdocs_plan_plugin.reading.markdown import Blocks
from mkdocs_plan_plugin.reading.tasks.checks import title_names_checks
from mkdocs_plan_plugin.reading.tasks.phases import read_phase_heading
from mkdocs_plan_plugin.reading.tasks.status_tables import TOTALS, phase_columns
from mkdocs_plan_plugin.reading.tasks.status_words import SIGNS, bare_state, status_state
from mkdocs_plan_plugin.reading.tasks.symbols import with_signs

_LABELS = frozenset(STATUS)
_AROUND = " :：*_`>-"
# `Status: N/A` is no status.
_NO_STATUS = re.compile(r"\W*(?:n/a|not applicable)\b", re.IGNORECASE)
_LONGEST = 60
_PHASES = re.compile(
    rf"(?<!\w)(?P<word>{alternation(forms('phase', 'stage', 'milestone', 'sprint'))})"
    rf"\s*(?P<first>\d{{1,3}})(?:\s*{TO}\s*(?P<last>\d{{1,3}}))?"
    r"[\s:：]+(?:\w+\s+)?(?P<state>[^\W\d_]+(?:\s[^\W\d_]+)?)",
    re.IGNORECASE,
)
# A table of facts has two columns: what, and its value.
_PAIR = 2
# Deeper headings are about a part of the page.
_MOST_LEVELS = 2

# Signs for the state of a heading. Others, such as ⚠ and ❌, may be about its subject.
_MARKS = frozenset(SIGNS) - {"⚠", "❌", "⛔"}
_DASHES = (" — ", " – ", " - ")
_PAIRS = {")": "(", "）": "（", "]": "["}
# The most pairs of brackets at the end that are read: `Setup (done) (2 days)`.
_REMARKS = 3
_FIRST_WORD = re.compile(r"\W*(\w*).*", re.DOTALL)
_NUMBER = re.compile(r"#?\d+(?:\.\d+)*[a-z]?")


def read_stated_status(
    meta: Mapping[str, object],
    body: str,
    blocks: Blocks,
    phases: Mapping[int, PhaseHeading],
    key_lines: Mapping[str, int],
) -> tuple[StatedStatus, ...]:
    """Find the stated statuses of a page and of its phases."""
    lines = body.split("\n")
    return (
        *_of_meta(meta, key_lines),
        *_of_sections(lines, blocks.sections),
        *_of_facts(blocks),
        *_of_headings(blocks.sections, phases),
        *_of_tables(blocks.tables, phases),
        *(page_lines := tuple(_of_lines(lines, blocks, phases))),
        *_of_ranges(lines, page_lines, phases),
    )


def _of_meta(meta: Mapping[str, object], key_lines: Mapping[str, int]) -> Iterator[StatedStatus]:
    """Read `status` in the front matter, or `lane`, the column of a board."""
    key = "status" if "status" in meta else "lane"
    written = meta.get(key)
    if isinstance(written, str) and (state := status_state(written)):
        yield StatedStatus(state, _shorten(written), key_lines.get(key, 1))


def _of_sections(lines: Sequence[str], sections: Sequence[Section]) -> Iterator[StatedStatus]:
    """Read `## Status` with only a state below it, as in stories, and `## Status: Done`."""
    for section in sections:
        if section.level > _MOST_LEVELS:
            continue
        if stated := read_status_line(section.title):
            yield StatedStatus(*stated, section.line)
        if not is_status_label(section.title):
            continue
        below = enumerate(lines[section.line :], section.line + 1)
        at, text = next(((at, line) for at, line in below if line.strip()), (0, ""))
        is_alone = at and not "".join(lines[at : at + 1]).strip()
        words = text.strip(" *_`")
        is_state = is_alone and len(words) <= _LONGEST and not text.startswith("#")
        if is_state and (state := status_state(words)):
            yield StatedStatus(state, words, at)


def _of_headings(
    sections: Sequence[Section], phases: Mapping[int, PhaseHeading]
) -> Iterator[StatedStatus]:
    for index in phases:
        section = sections[index]
        if not section.box and (state := heading_state(section.title)):
            yield StatedStatus(state, section.title, section.line, index)


def _of_tables(
    tables: Sequence[Table], phases: Mapping[int, PhaseHeading]
) -> Iterator[StatedStatus]:
    known = {(heading.kind, heading.number): index for index, heading in phases.items()}
    for table in tables if known else ():
        for name, written, line in _rows_of_phases(table):
            heading = read_phase_heading(name)
            index = known.get((heading.kind, heading.number)) if heading else None
            if index is not None and (state := status_state(written)):
                yield StatedStatus(state, written, line, index)


def _of_facts(blocks: Blocks) -> Iterator[StatedStatus]:
    """Read a table of facts about the page: a row `Status | Done`, or a single row of values."""
    for table in blocks.tables:
        if table.section is not None and not _is_preamble(blocks.sections, table.section):
            continue
        first = (table.header, table.lines[0] - 2 if table.lines else 0)
        for row, line in (first, *zip(table.rows, table.lines, strict=True)):
            if len(row) == _PAIR and is_status_label(row[0]) and (state := status_state(row[1])):
                yield StatedStatus(state, _shorten(row[1]), line)
        if len(table.rows) == 1 and phase_columns(table.header) is None:
            for head, cell in zip(table.header, table.rows[0], strict=False):
                if is_status_label(head) and (state := status_state(cell)):
                    yield StatedStatus(state, _shorten(cell), table.lines[0])


def read_phase_rows(tables: Sequence[Table]) -> tuple[PhaseRow, ...]:
    """Return the rows of the first table of phases in which most states are understood."""
    for table in tables:
        rows = [
            PhaseRow(name, status_state(written), _shorten(written), line, table.section)
            for name, written, line in _rows_of_phases(table)
            if name and name.casefold().strip(" :") not in TOTALS
        ]
        filled = [row for row in rows if row.written]
        if filled and 2 * sum(row.state is not None for row in filled) >= len(filled):
            return tuple(rows)
    return ()


def _rows_of_phases(table: Table) -> Iterator[tuple[str, str, int]]:
    """Yield the phase, the status and the line of each row of a table of phases."""
    columns = None if table.is_quoted else phase_columns(table.header)
    if not columns:
        return
    for row, line in zip(table.rows, table.lines, strict=True):
        name, written = (row[column] if column < len(row) else "" for column in columns)
        yield _named(table.header[columns[0]], name), written, line


def _named(header: str, cell: str) -> str:
    """Return the name of a phase; a number in the column `Phase` is that phase."""
    return f"{header} {cell}" if _NUMBER.fullmatch(cell) else cell


def _of_lines(
    lines: Sequence[str], blocks: Blocks, phases: Mapping[int, PhaseHeading]
) -> Iterator[StatedStatus]:
    starts = [section.line for section in blocks.sections]
    for line, text in enumerate(lines, 1):
        stated = read_status_line(text) if ":" in text or "：" in text else None
        if not stated or text.lstrip(" >")[0] in "|#":
            continue
        if any(first <= line <= last for first, last in blocks.code):
            continue
        section = bisect_right(starts, line) - 1
        if section in phases:
            yield StatedStatus(*stated, line, section)
        elif _is_preamble(blocks.sections, section):
            yield StatedStatus(*stated, line)


def _of_ranges(
    lines: Sequence[str], stated: Sequence[StatedStatus], phases: Mapping[int, PhaseHeading]
) -> Iterator[StatedStatus]:
    """Read what the page's status says of phases: `Status: Phases 0–6 complete`."""
    if not phases:
        return
    for line in (each.line for each in stated if each.section is None):
        for match in _PHASES.finditer(lines[line - 1].replace("*", "")):
            state = _first_state(match["state"])
            kind = KINDS.get(match["word"].casefold())
            first, last = int(match["first"]), int(match["last"] or match["first"])
            for section, heading in phases.items():
                number = int(heading.number) if heading.number.isdecimal() else -1
                if state and heading.kind == kind and first <= number <= last:
                    yield StatedStatus(state, match[0], line, section)


def _first_state(words: str) -> State | None:
    """Return the state in two words, or in the first of them: `in progress`, `done since`."""
    return bare_state(words) or bare_state(words.split()[0])


def _is_preamble(sections: Sequence[Section], index: int) -> bool:
    """Return whether text below a heading is about the whole page: the title, or no heading."""
    return index < 0 or (index == 0 and sections[0].level == 1)


def is_status_label(text: str) -> bool:
    """Return whether a label or heading is that of a status: `- **Status**`, `Estado actual:`."""
    return len(text) <= _LONGEST and " ".join(text.casefold().split()).strip(_AROUND) in _LABELS


def read_status_line(text: str) -> tuple[State, str] | None:
    """Return the state in a line's status field, and the field's words.

    Fields may be separated by `|` or `·`.
    """
    for field, following in pairwise([*text.replace("·", "|").split("|"), ""]):
        label, colon, value = field.replace("：", ":", 1).partition(":")
        if colon and is_status_label(label) and not _NO_STATUS.match(value):
            written = value.replace("*", "").replace("`", "")
            state = status_state(written)
            if state and not _is_choice(following):
                return state, _shorten(written)
    return None


def _is_choice(following: str) -> bool:
    """Return whether a form offers several states: `Status: Draft | In review | Done`."""
    return status_state(following) is not None


@lru_cache(maxsize=4096)
def heading_state(title: str) -> State | None:
    """Return the state beside the name in a phase's heading: `Setup ✅`, `Setup (done)`.

    Words of the name itself are no state: `Phase 2: Complete the API`.
    """
    title = with_signs(title.rstrip())
    if title.isascii() and title[-1:].isalnum() and not any(dash in title for dash in _DASHES):
        return None  # most headings have neither a sign nor brackets nor a dash
    for _ in range(_REMARKS):
        inside, before = _split_brackets(title)
        if state := _remark(inside):
            return state
        if not before:
            break
        title = before
    return _trailing(title) or _leading(title)


def _split_brackets(title: str) -> tuple[str, str]:
    """Split brackets at the end from the text before them."""
    opening = _PAIRS.get(title[-1:])
    start = title.rfind(opening) if opening else -1
    return (title[start:], title[:start].rstrip()) if start > 0 else ("", "")


def _remark(words: str) -> State | None:
    """Read the state in brackets (including `[x]`) or after a dash."""
    inside = words.strip("()（）").strip()
    is_name = _FIRST_WORD.sub(r"\1", inside).casefold() in PHASE_NAMES
    return None if is_name else status_state(inside)


def _trailing(title: str) -> State | None:
    """Read a sign at the end, a sign with words after it, or words after the last dash."""
    sign = max(title.rfind(mark) for mark in _MARKS)
    if sign > 0:
        return status_state(title[sign:])
    dash = max(title.rfind(dash) for dash in _DASHES)
    return _remark(title[dash + 3 :]) if dash > 0 else None


def _leading(title: str) -> State | None:
    """Read a sign at the start, unless it decorates a list of checks."""
    return SIGNS[title[0]] if title[:1] in _MARKS and not title_names_checks(title) else None


def _shorten(words: str) -> str:
    """Return the words on one line, truncated if long."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] + " …"
