"""Tables that say when: rows of phases with a duration, a start, an end or dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_plan_plugin.model import ScheduleEntry, Span, Table
from mkdocs_plan_plugin.reading.dependencies import read_links, read_names
from mkdocs_plan_plugin.reading.durations import is_nothing
from mkdocs_plan_plugin.reading.milestones import is_called_milestone, is_one_day
from mkdocs_plan_plugin.reading.phases import read_phase_heading
from mkdocs_plan_plugin.reading.spans import DEFAULT_SPAN_RULES, SpanRules, read_span

_PHASE = re.compile(
    r"\W*(?:phases?|stages?|milestones?|sprints?|iteration|work ?packages?|fases?|etapas?|étapes?"
    r"|phasen?|meilensteine?|hitos?|jalons?|marcos?|этап|фаза|веха|阶段|里程碑|フェーズ|マイルストーン"
    r"|단계|마일스톤|שלב)\b",
    re.IGNORECASE,
)
# Tables of steps and tasks measure much else: how long a build takes, when a job runs.
_TASK = re.compile(r"\W*(?:steps?|tasks?|tareas?|任务|タスク|작업)\b", re.IGNORECASE)
_START = re.compile(
    r"\W*(?:start|begin|from|inicio|início|début|beginn|начало|开始|開始|시작)", re.IGNORECASE
)
_END = re.compile(
    r"\W*(?:end|finish|due|until|target|deadline|fin|fim|término|ende|окончание|конец|结束|终了|終了"
    r"|종료|완료일)\b",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"\W*(?:(?:estimated |planned )(?:duration|time|effort)|durations?|effort|estimates?"
    r"|time estimates?|duración|duração|durée|dauer|срок|длительность|продолжительность"
    r"|工期|预估|预计时间|期間|所要時間|기간|소요 시간|예상 시간)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\W*(?:(?:estimated |planned )?(?:timeline|time|schedule)|dates?|weeks?|days?|when|period"
    r"|zeitraum|semanas?|semaines?|wochen?|período|période|сроки|недел[ия]|时间|時期|일정)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\W*(?:dependenc(?:y|ies)|depends on|predecessors?|prerequisites?|blocked by|after"
    r"|dependencias?|depende de|dependências?|dépendances?|dépend de|abhängigkeit(?:en)?"
    r"|abhängig von|зависимост[ьи]|зависит от|依赖|依存|의존성?|선행)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"#?\d+(?:\.\d+)*[a-z]?")
_LISTED = re.compile(r"\s*(?:[,;+&/、]|\band\b|\bund\b|\by\b|\bet\b|\be\b|\bи\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a table holds what."""

    name: int
    when: tuple[int | None, int | None, int | None]
    after: int | None


def read_table(table: Table, rules: SpanRules = DEFAULT_SPAN_RULES) -> Iterator[ScheduleEntry]:
    """Read the rows of a table that has a column of phases and one that says when."""
    columns = _columns(table.header)
    if not columns:
        return
    header = table.header[columns.name]
    names = [_name(header, _cell(row, columns.name)) for row in table.rows]
    for name, row, line in zip(names, table.rows, table.lines, strict=True):
        cells = [_cell(row, column) for column in columns.when]
        span = _row_span(*cells, rules=rules, ends=columns.when[2] is not None)
        written = ", ".join(cell for cell in cells if cell)
        if name and written:
            called = is_called_milestone(header) or is_called_milestone(name)
            links = read_links(written)
            yield ScheduleEntry(
                *(name, span, written, line, table.section),
                after=links.after + _after(header, _cell(row, columns.after), names),
                beside=links.beside,
                is_milestone=is_one_day(span) and (called or is_nothing(cells[0])),
            )


def times_in(table: Table) -> Iterator[tuple[str, int]]:
    """The cells of such a table that say when, and their lines."""
    columns = _columns(table.header)
    if columns:
        for row, line in zip(table.rows, table.lines, strict=True):
            yield from ((_cell(row, column), line) for column in columns.when)


def _columns(header: Sequence[str]) -> _Columns | None:
    phases = _column(header, _PHASE)
    name = phases if phases is not None else _column(header, _TASK)
    if name is None:
        return None
    duration = _column(header, _DURATION)
    if duration is None and phases is not None:
        duration = _column(header, _TIME)
    when = (duration, _column(header, _START), _column(header, _END))
    if when == (None, None, None):
        return None
    return _Columns(name, when, _column(header, _AFTER))


def _column(header: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((index for index, title in enumerate(header) if pattern.match(title)), None)


def _cell(row: Sequence[str], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""


def _name(header: str, cell: str) -> str:
    """A number in the column `Phase` is that phase."""
    full = f"{header} {cell}"
    return full if _NUMBER.fullmatch(cell) and read_phase_heading(full) else cell


def _after(header: str, cell: str, names: Sequence[str]) -> tuple[str, ...]:
    """What a cell says that its row depends on: parts of a plan, or other rows of the table."""
    if not cell:
        return ()
    if said := read_names(cell) or read_links(cell).after:
        return said
    rows = {name.casefold(): name for name in names}
    parts = (_name(header, part) for part in _LISTED.split(cell))
    return tuple(rows[part.casefold()] for part in parts if part and part.casefold() in rows)


def _row_span(time: str, start: str, end: str, *, rules: SpanRules, ends: bool) -> Span:
    """The time of a row; an empty one when its cells can't be read or give only half of it."""
    said = read_span(time, rules)
    begins, finishes = read_span(start, rules), read_span(end, rules)
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
