"""Read rows from tables with a column of phases and a column of times."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mkdocs_plan_plugin.model import Table
from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.lexicon.times import (
    LINKS,
    Column,
    any_of,
    column_of_head,
    words_for,
)
from mkdocs_plan_plugin.reading.schedule.heads import completed
from mkdocs_plan_plugin.reading.schedule.lines import labelled_parts
from mkdocs_plan_plugin.reading.schedule.rows import Cells, Row, is_called_milestone, says_total
from mkdocs_plan_plugin.reading.tasks import row_states
from mkdocs_plan_plugin.reading.time import SpanRules, read_span

_PHASE = re.compile(
    r"\W*(?:phases?|stages?|milestones?|sprints?|iteration|work ?packages?|fases?|etapas?|étapes?"
    r"|phasen?|meilensteine?|hitos?|jalons?|marcos?|этап|фаза|веха|阶段|里程碑|フェーズ|マイルストーン"
    r"|단계|마일스톤|שלב)\b",
    re.IGNORECASE,
)
# Columns that do not name what a row is about.
_ASIDE = re.compile(r"\W*(?:no|nr|id|n[º°]|№|status|state|owner|priority)?\W*", re.IGNORECASE)
# Tables of steps and tasks may have other times: how long a build takes, when a job runs.
_TASK = re.compile(r"\W*(?:steps?|tasks?|tareas?|任务|タスク|작업)\b", re.IGNORECASE)
_END_LABEL = lazy_pattern(
    rf"\s+(?=(?:{any_of([*words_for(Column.END), *words_for(Column.DEADLINE)])})\s*:)",
    re.IGNORECASE,
)
_LENGTHS = (Column.DURATION, Column.ESTIMATE, Column.EFFORT)
_WHEN = (Column.TIME, Column.DATE)
"""The columns with the times of phases; in tables of steps and tasks they may be other times."""
_ENDS = (Column.END, Column.DEADLINE)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The indices of the columns of a schedule: its names and its times, the best ones first."""

    name: int
    durations: tuple[int, ...]
    lengths: tuple[int, ...]
    when: tuple[int, ...]
    single: Mapping[Column, int]

    @property
    def ends(self) -> list[int]:
        """The columns of starts and ends."""
        return [self.single[each] for each in (Column.START, Column.END) if each in self.single]


def rows_of_table(table: Table, rules: SpanRules, *, is_own: bool = False) -> list[Row]:
    """Read the rows of a table of phases, or of steps or tasks; none of any other table.

    With `is_own`, it is in a section about the schedule, where it may be of anything with dates.
    A row without a name, or with the same one again, continues the row above it.
    """
    columns = _columns(table.header, is_own=is_own)
    if not columns:
        return []
    found: list[Row] = []
    more: list[list[Cells]] = []
    head = table.header[columns.name]
    rows = zip(_completed(table, columns), table.lines, row_states(table), strict=True)
    for row, line, state in rows:
        cells = _cells(row, columns, rules)
        name = _cell(row, columns.name)
        if found and _continues(row, name, found[-1]):
            more[-1] += [cells] if any(cells.values()) else []
        else:
            is_time = _must_be_time(row, columns)
            name = name or _total_of(row)
            found.append(
                Row(name, cells, line, table.section, head=head, state=state, is_time=is_time)
            )
            more.append([])
    return [_with_more(row, tuple(cells)) for row, cells in zip(found, more, strict=True)]


def heads_phases(head: str) -> bool:
    """Return whether the head of a column says that it names phases."""
    return bool(_PHASE.match(head))


def _columns(header: Sequence[str], *, is_own: bool) -> _Columns | None:
    """Return the columns of a schedule, None if the table is none."""
    phases = _first(header, _PHASE)
    name = phases if phases is not None else _first(header, _TASK)
    if name is None and is_own:
        name = phases = _first_name(header)
    if name is None:
        return None
    heads = {index: column_of_head(head) for index, head in enumerate(header) if index != name}
    lengths = tuple(index for column in _LENGTHS for index in _all_of(heads, column))
    when = [index for column in _WHEN for index in _all_of(heads, column)]
    if phases is None:
        when = []
    single = {column: _all_of(heads, column)[:1] for column in (Column.START, *LINKS)}
    single[Column.END] = [index for column in _ENDS for index in _all_of(heads, column)][:1]
    if not (lengths or when or single[Column.START] or single[Column.END]):
        return None
    known = {column: found[0] for column, found in single.items() if found}
    durations = tuple(_all_of(heads, Column.DURATION))
    return _Columns(name, durations, lengths, tuple(when), known)


def _first(header: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((index for index, title in enumerate(header) if pattern.match(title)), None)


def _first_name(header: Sequence[str]) -> int | None:
    """Return the first column with words, in a table that has a column of dates."""
    columns = [column_of_head(head) for head in header]
    if not any(column in (*_WHEN, Column.START, *_ENDS) for column in columns):
        return None
    named = (index for index, column in enumerate(columns) if column is None)
    return next((index for index in named if not _ASIDE.fullmatch(header[index])), None)


def _all_of(heads: Mapping[int, Column | None], column: Column) -> list[int]:
    return [index for index, each in heads.items() if each is column]


def _completed(table: Table, columns: _Columns) -> list[list[str]]:
    """Return the rows with bare numbers completed by the heads of their columns."""
    rows = [list(row) for row in table.rows]
    timed = (*columns.lengths, *columns.when, *columns.single.values())
    for index in dict.fromkeys(timed):
        cells = completed(table.header[index], [_cell(row, index) for row in rows])
        for row, cell in zip(rows, cells, strict=True):
            if index < len(row):
                row[index] = cell
    return rows


def _cells(row: Sequence[str], columns: _Columns, rules: SpanRules) -> dict[Column, str]:
    """Return the texts of a row with times, none if it has a name and nothing else."""
    if not any(cell for index, cell in enumerate(row) if index != columns.name):
        return {}
    cells = {column: _cell(row, index) for column, index in columns.single.items()}
    if columns.lengths or columns.when:
        text = _time(row, columns, rules)
        # "Start: 2026-01-05<br>End: 2026-01-31"
        labelled = labelled_parts(_END_LABEL.sub(", ", text)) if ":" in text else ()
        parts = {column: value for column, _, value in labelled}
        cells |= parts if Column.START in parts or Column.END in parts else {Column.TIME: text}
    return cells


def _time(row: Sequence[str], columns: _Columns, rules: SpanRules) -> str:
    """Return the best text with the time of a row: dates from one day to another, a duration."""
    when, lengths = (
        [_cell(row, index) for index in each] for each in (columns.when, columns.lengths)
    )
    spans = {text: read_span(text, rules) for text in (*when, *lengths)}
    ranges = [text for text in when if (span := spans[text]) and span.start and span.end]
    read = [text for text in (*lengths, *when) if spans[text]]
    return next(iter((*ranges, *read, *filter(None, (*lengths, *when)))), "")


def _must_be_time(row: Sequence[str], columns: _Columns) -> bool:
    """Return whether a row has a text in a column of times; an effort may be counted in points."""
    times = (*columns.durations, *columns.when, *columns.ends)
    return any(_cell(row, index) for index in times)


def _continues(row: Sequence[str], name: str, before: Row) -> bool:
    """Return whether a row is about the phase of the row above it."""
    if not name:
        return bool(before.name) and not _total_of(row)
    is_same = name.casefold() == before.name.casefold()
    return is_same and not is_called_milestone(before.head)


def _total_of(row: Sequence[str]) -> str:
    """Return the name of the total in a row without a name of its own."""
    return next((cell for cell in row if says_total(cell)), "")


def _with_more(row: Row, more: tuple[Cells, ...]) -> Row:
    """Return a row with the texts of those that continue it; the first may have no time."""
    if more and not any(row.cells.values()):
        return replace(row, cells=more[0], more=more[1:])
    return replace(row, more=more)


def _cell(row: Sequence[str], column: int) -> str:
    return row[column] if column < len(row) else ""
