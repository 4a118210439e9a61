"""Read rows from tables with a column of phases and a column of times."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mkdocs_plan_plugin.model import Table
from mkdocs_plan_plugin.reading.lexicon.times import LINKS, Column, column_of_head
from mkdocs_plan_plugin.reading.schedule.rows import Row
from mkdocs_plan_plugin.reading.tasks import row_states

_PHASE = re.compile(
    r"\W*(?:phases?|stages?|milestones?|sprints?|iteration|work ?packages?|fases?|etapas?|étapes?"
    r"|phasen?|meilensteine?|hitos?|jalons?|marcos?|этап|фаза|веха|阶段|里程碑|フェーズ|マイルストーン"
    r"|단계|마일스톤|שלב)\b",
    re.IGNORECASE,
)
# Tables of steps and tasks may have other times: how long a build takes, when a job runs.
_TASK = re.compile(r"\W*(?:steps?|tasks?|tareas?|任务|タスク|작업)\b", re.IGNORECASE)
# The columns that make a table a schedule, and the heads that they may have.
_HEADS = {
    Column.TIME: (Column.DURATION, Column.ESTIMATE, Column.EFFORT),
    Column.START: (Column.START,),
    Column.END: (Column.END, Column.DEADLINE),
}
# The times in a table of phases without durations.
_WHEN = (Column.TIME, Column.DATE)
_Columns = Mapping[Column, int]


def rows_of_table(table: Table) -> list[Row]:
    """Read the rows of a table of phases, or of steps or tasks; none of any other table."""
    name, columns = _columns(table.header)
    if name is None:
        return []
    return [
        Row(
            _cell(row, name),
            _cells(row, columns),
            line,
            table.section,
            head=table.header[name],
            state=state,
        )
        for row, line, state in zip(table.rows, table.lines, row_states(table), strict=True)
    ]


def _columns(header: Sequence[str]) -> tuple[int | None, _Columns]:
    """Return the index of the names, None if the table has no times, and those of the columns."""
    phases = _first(header, _PHASE)
    name = phases if phases is not None else _first(header, _TASK)
    heads = {index: column_of_head(head) for index, head in enumerate(header) if index != name}
    found = {column: _first_of(heads, columns) for column, columns in _HEADS.items()}
    if found[Column.TIME] is None and phases is not None:
        found[Column.TIME] = _first_of(heads, _WHEN)
    has_times = any(index is not None for index in found.values())
    found |= {column: _first_of(heads, (column,)) for column in LINKS}
    columns = {column: index for column, index in found.items() if index is not None}
    return (name if has_times else None), columns


def _first(header: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((index for index, title in enumerate(header) if pattern.match(title)), None)


def _cells(row: Sequence[str], columns: _Columns) -> dict[Column, str]:
    """Return the cells of a row, empty if none has a time."""
    cells = {column: _cell(row, index) for column, index in columns.items()}
    return cells if any(cells[column] for column in cells if column not in LINKS) else {}


def _cell(row: Sequence[str], column: int) -> str:
    return row[column] if column < len(row) else ""


def _first_of(heads: Mapping[int, Column | None], columns: Sequence[Column]) -> int | None:
    return next((index for index, column in heads.items() if column in columns), None)
