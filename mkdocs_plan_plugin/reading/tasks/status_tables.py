"""Read tables with a status column: rows that are tasks, and tables of phases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_plan_plugin.model import Form, State, Table, Task
from mkdocs_plan_plugin.reading.lexicon.phases import plurals, singulars
from mkdocs_plan_plugin.reading.lexicon.requirements import REQUIREMENT_CODES
from mkdocs_plan_plugin.reading.lexicon.states import STATUS
from mkdocs_plan_plugin.reading.lexicon.words import alternation, listed
from mkdocs_plan_plugin.reading.tasks.marks import StateRules, plain_mark
from mkdocs_plan_plugin.reading.tasks.status_words import status_state
from mkdocs_plan_plugin.reading.tasks.task_ids import task_id

# The content of columns, by their headers. Where a word is listed twice, the last one counts.
_HEADERS = {
    "status": STATUS,
    "done": listed("done|done?|complete?|completed?|hecho|hecha|feito|fait|erledigt|✅|✓|✔|☑"),
    "id": listed("#|id|no|no.|nr|nr.|nº|n°|№|ref|key|code|编号|序号|編號|番号|번호|الرقم|מספר"),
    "task id": listed(
        "task id|task #|task no|task number|wp|wp id|work package|ticket|ticket id|id tarea"
        "|id da tarefa|任务编号|タスクid"
    ),
    # In a table of phases, the number of tasks: `Phase | Tasks | Status`.
    "tasks": plurals("task"),
    "task": (
        *singulars("step", "task"),
        *listed(
            "task name|task title|task description|subtask|work item|item|to do|todo|action"
            "|action item|activity|actividad|atividade|arbeitspaket|事项|할 일|作業|המשימה"
        ),
    ),
    "phase": singulars("phase", "stage", "milestone", "sprint", "wave", "week"),
    "title": listed(
        "title|name|description|summary|what|título|nombre|descripción|nome|descrição|titre|nom"
        "|titel|beschreibung|название|описание|标题|名称|描述|说明|タイトル|内容|説明|제목|내용|설명"
        "|الوصف|שם|תיאור"
    ),
    "aside": listed(
        "priority|p|prio|owner|assignee|lead|date|due|effort|estimate|size|day|epic|area"
        "|prioridad|responsable|fecha|prioridade|responsável|priorité|priorität|приоритет"
        "|优先级|負責人|负责人|優先度|担当|우선순위|담당|الأولوية|المسؤول|עדיפות"
    ),
    # Columns of tables of tests and risks.
    "other": listed(
        "expected|expected result|expected results|expected outcome|actual|actual result|likelihood"
        "|probability|mitigation|resultado esperado|probabilidad|mitigación|probabilidade"
        "|mitigação|probabilité|erwartetes ergebnis|预期结果|期待結果|예상 결과"
    ),
}
_KINDS = {header: kind for kind, headers in _HEADERS.items() for header in headers}
_BESIDE = frozenset(("status", "done", "id", "aside", "phase"))
_TEXTS = frozenset(("task", "title"))
# Requirements, decisions and the like have a status too.
_REQUIREMENT = re.compile(
    rf"(?:{alternation((*REQUIREMENT_CODES, 'ADR', 'C', 'RISK', 'TC'))})-?\d", re.IGNORECASE
)
_BOX = re.compile(r"\[([^\[\]]{1,3})\]")
_YES = frozenset(listed("yes|y|x|true|sí|si|oui|ja|да|是|예|はい|sim|نعم|כן"))
_NO = frozenset(listed("no|n|false|-|—|–|✗|✘|non|nein|não|нет|否|아니요|いいえ|لا|לא"))
_TOTALS = frozenset(listed("total|totals|sum|summe|итого|合计|总计|合計|합계|الإجمالي|סהכ"))


class _Columns(NamedTuple):
    """The indices of columns in a table of tasks.

    `detail` is set in tables that name a task only by its id; with `ticks` the status is yes or
    no.
    """

    number: int | None
    subject: int
    detail: int | None
    status: int
    ticks: bool


def read_status_table(table: Table, rules: StateRules) -> tuple[Task, ...]:
    """Return the tasks of a table, empty if it is not a table of tasks.

    A row with an unknown status is open; its `mark` is the status as written.
    """
    columns = _task_columns(_kinds(table.header))
    if not columns:
        return ()
    rows = list(_rows(table, columns))
    states = [_row_state(written, columns.ticks, rules) for _, written, _ in rows]
    if any(_REQUIREMENT.match(text) for text, _, _ in rows):
        return ()
    filled = [state for state, (_, written, _) in zip(states, rows, strict=True) if written]
    if not (filled or columns.ticks) or 2 * sum(map(bool, filled)) < len(filled):
        return ()
    return tuple(
        Task(text, state or State.OPEN, line, table.section, Form.ROW, written)
        for state, (text, written, line) in zip(states, rows, strict=True)
    )


def status_column(header: Sequence[str]) -> int | None:
    """Return the index of the status column, None if it is not a table of tasks."""
    columns = _task_columns(_kinds(header))
    return columns.status if columns else None


def row_states(table: Table) -> list[State | None]:
    """Return the state of each row of any table, None where no column gives it."""
    kinds = _kinds(table.header)
    column = next((kinds.index(kind) for kind in ("status", "done") if kind in kinds), None)
    if column is None:
        return [None] * len(table.rows)
    cells = (row[column] if column < len(row) else "" for row in table.rows)
    return [_row_state(cell, kinds[column] == "done", StateRules()) for cell in cells]


def phase_columns(header: Sequence[str]) -> tuple[int, int] | None:
    """Return the indices of the phase and its status in a table of phases, or None."""
    kinds = _kinds(header)
    subject = _subject(kinds)
    if "phase" not in kinds or "status" not in kinds or _task_columns(kinds):
        return None
    phase = kinds.index("phase")
    return (phase, kinds.index("status")) if subject is None or phase < subject else None


def _kinds(header: Sequence[str]) -> list[str]:
    return [_KINDS.get(" ".join(title.casefold().split()).strip(":*"), "") for title in header]


def _subject(kinds: Sequence[str]) -> int | None:
    """Return the column of the subject: the first with more than a number or a date."""
    return next((index for index, kind in enumerate(kinds) if kind not in _BESIDE), None)


def _task_columns(kinds: Sequence[str]) -> _Columns | None:
    ticks = "status" not in kinds
    subject = _subject(kinds)
    if "other" in kinds or subject is None or (ticks and "done" not in kinds):
        return None
    number = next((index for index in range(subject) if kinds[index] == "id"), None)
    named = kinds[subject] in ("task", "task id")
    if "phase" not in kinds:
        named |= kinds[subject] == "tasks" or (kinds[subject] == "title" and number is not None)
    if not named:
        return None
    return _Columns(
        number=number,
        subject=subject,
        detail=next((i for i, kind in enumerate(kinds) if kind in _TEXTS and i > subject), None),
        status=kinds.index("done" if ticks else "status"),
        ticks=ticks,
    )


def _rows(table: Table, columns: _Columns) -> Iterator[tuple[str, str, int]]:
    """Yield the text, status and line of each row that is a task, not a total or group heading."""
    for row, line in zip(table.rows, table.lines, strict=True):
        number, subject, detail, written = (
            row[index] if index is not None and index < len(row) else ""
            for index in (columns.number, columns.subject, columns.detail, columns.status)
        )
        text = f"{number} {subject}".strip()
        if task_id(subject) == subject:  # both may be empty
            text = f"{text} {detail}".strip()
        heads_group = len(row) > 2 and sum(map(bool, row)) < 2
        if text and not heads_group and text.casefold().strip(" :") not in _TOTALS:
            yield text, written, line


def _row_state(written: str, ticks: bool, rules: StateRules) -> State | None:
    if own := rules.own.get(plain_mark(written)):
        return own
    if box := _BOX.fullmatch(written):
        return rules.known_state(box[1])
    answer = written.casefold().strip(" .")
    if ticks and answer in _YES:
        return State.DONE
    if ticks and answer in _NO:
        return State.OPEN
    return status_state(written)
