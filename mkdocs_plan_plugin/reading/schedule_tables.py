"""Tables that say when: rows of phases with a duration, a start, an end or dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_plan_plugin.model import ScheduleEntry, Span, Table
from mkdocs_plan_plugin.reading.phases import read_phase_heading
from mkdocs_plan_plugin.reading.spans import read_span

_PHASE = re.compile(
    r"\W*(?:phases?|stages?|milestones?|sprints?|iteration|work ?packages?|fases?|étapes?|phasen?"
    r"|этап|фаза|阶段|フェーズ|단계|שלב)\b",
    re.IGNORECASE,
)
# Tables of steps and tasks measure much else: how long a build takes, when a job runs.
_TASK = re.compile(r"\W*(?:steps?|tasks?|tareas?|任务|タスク|작업)\b", re.IGNORECASE)
_START = re.compile(r"\W*(?:start|begin|from|inicio|début|beginn)", re.IGNORECASE)
_END = re.compile(r"\W*(?:end|finish|due|until|target|deadline|fin|ende)\b", re.IGNORECASE)
_DURATION = re.compile(
    r"\W*(?:(?:estimated |planned )(?:duration|time|effort)|durations?|effort|estimates?"
    r"|time estimates?|duración|duração|durée|dauer|срок|длительность|工期|期間|기간)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\W*(?:(?:estimated |planned )?(?:timeline|time|schedule)|dates?|weeks?|days?|when|period"
    r"|zeitraum)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"#?\d+(?:\.\d+)*[a-z]?")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a table holds what."""

    name: int
    when: tuple[int | None, int | None, int | None]


def read_table(table: Table) -> Iterator[ScheduleEntry]:
    """Read the rows of a table that has a column of phases and one that says when."""
    columns = _columns(table.header)
    if not columns:
        return
    for row, line in zip(table.rows, table.lines, strict=True):
        name = _name(table.header[columns.name], _cell(row, columns.name))
        cells = [_cell(row, column) for column in columns.when]
        span = _row_span(*cells, ends=columns.when[2] is not None)
        written = ", ".join(cell for cell in cells if cell)
        if name and written:
            yield ScheduleEntry(name, span, written, line, table.section)


def times_in(table: Table) -> Iterator[tuple[str, int]]:
    """The cells of such a table that say when, and their lines."""
    columns = _columns(table.header)
    if columns:
        for row, line in zip(table.rows, table.lines, strict=True):
            yield from ((_cell(row, column), line) for column in columns.when)


def _columns(header: Sequence[str]) -> _Columns | None:
    phases = _column(header, _PHASE)
    name = phases if phases is not None else _column(header, _TASK)
    duration = _column(header, _DURATION)
    if duration is None and phases is not None:
        duration = _column(header, _TIME)
    when = (duration, _column(header, _START), _column(header, _END))
    if name is None or when == (None, None, None):
        return None
    return _Columns(name, when)


def _column(header: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((index for index, title in enumerate(header) if pattern.match(title)), None)


def _cell(row: Sequence[str], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""


def _name(header: str, cell: str) -> str:
    """A number in the column `Phase` is that phase."""
    full = f"{header} {cell}"
    return full if _NUMBER.fullmatch(cell) and read_phase_heading(full) else cell


def _row_span(time: str, start: str, end: str, *, ends: bool) -> Span:
    """The time of a row; an empty one when its cells can't be read or give only half of it."""
    said = read_span(time)
    begins, finishes = read_span(start), read_span(end)
    first = begins.start if begins else None
    last = (finishes.end or finishes.start) if finishes else None
    if ends and first and not (last or said):
        return Span()
    if first or last:
        return Span(
            least=said.least if said else None,
            most=said.most if said else None,
            start=first,
            end=last,
        )
    if begins and finishes and begins.first is not None and finishes.last is not None:
        return Span(first=begins.first, last=finishes.last)
    return said or Span()
