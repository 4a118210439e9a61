"""Read the statements of a Mermaid gantt chart: its settings and its tasks, as written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading.schedule.gantt.source import Statement

_SETTING = re.compile(
    r"(?P<name>dateFormat|excludes|includes|weekend(?=\s+(?:friday|saturday)\b))\s+(?P<value>.*)"
    r"|(?P<flag>inclusiveEndDates)",
    re.IGNORECASE,
)
_SECTION = re.compile(r"section\b[ \t]*(.*)", re.IGNORECASE)
# What does not concern the tasks.
_OTHER = re.compile(
    r"(?:title|axisFormat|tickInterval|todayMarker|accDescription|click|displayMode)\b\s"
    r"|acc(?:Title|Descr)\s*:|weekday\s+\w+day\b|topAxis\b|[{}]",
    re.IGNORECASE,
)
_END = re.compile(r"\s*(?:[#;]|%%).*")
_TAGS = frozenset(("done", "active", "crit", "milestone", "vert"))
_STATES = {"done": State.DONE, "active": State.IN_PROGRESS}
_REFERENCE = re.compile(r"(after|until)\s+(.+)")


@dataclass(frozen=True, slots=True)
class GanttTask:
    """A task as written: `Name :tags, id, start, end`. One that can't be parsed has no `end`.

    A task without an id is called `task1` and so on by Mermaid.
    """

    name: str
    data: str
    statement: Statement
    group: str = ""
    tags: frozenset[str] = frozenset()
    id: str = ""
    start: str = ""
    end: str = ""

    @property
    def is_milestone(self) -> bool:
        """Whether it is a point of time."""
        return not self.tags.isdisjoint(("milestone", "vert"))

    @property
    def state(self) -> State | None:
        """Its state by its tags; an untagged task has none."""
        return next((state for tag, state in _STATES.items() if tag in self.tags), None)

    @property
    def after(self) -> Sequence[str]:
        """The ids of the tasks that it starts after."""
        return _ids(self.start, "after")

    @property
    def until(self) -> Sequence[str]:
        """The ids of the tasks whose start is its end."""
        return _ids(self.end, "until")


@dataclass(frozen=True, slots=True)
class WrittenChart:
    """A chart as written; `unknown` are the statements that are none of a gantt chart."""

    tasks: tuple[GanttTask, ...]
    settings: Mapping[str, Statement]
    unknown: tuple[Statement, ...]


def read_chart(statements: Iterable[Statement]) -> WrittenChart:
    """Read the statements of a chart. Each setting holds for all of its tasks."""
    tasks: list[GanttTask] = []
    settings: dict[str, Statement] = {}
    unknown: list[Statement] = []
    group, unnamed = "", 0
    for line, text in statements:
        if setting := _SETTING.fullmatch(text):
            name = (setting["name"] or setting["flag"]).lower()
            settings[name] = Statement(line, _END.sub("", setting["value"] or ""))
        elif part := _SECTION.fullmatch(text):
            group = part[1].strip()
        elif ":" in text and not _OTHER.match(text):
            task = _task(Statement(line, text), group)
            unnamed += bool(task.end and not task.id)
            tasks.append(task if task.id else replace(task, id=f"task{unnamed}"))
        elif not _OTHER.match(text):
            unknown.append(Statement(line, text))
    return WrittenChart(tuple(tasks), settings, tuple(unknown))


def _task(statement: Statement, group: str) -> GanttTask:
    name, _, data = statement.text.partition(":")
    data = _END.sub("", data).strip()
    parts = [part.strip() for part in data.split(",")]
    tags = set()
    while parts and parts[0].lower() in _TAGS:
        tags.add(parts.pop(0).lower())
    task = GanttTask(name.strip(), data, statement, group, frozenset(tags))
    if not 1 <= len(parts) <= 3 or not all(parts):
        return task
    own, start, end = [*[""] * (3 - len(parts)), *parts]
    return replace(task, id=own, start=start, end=end)


def _ids(text: str, kind: str) -> Sequence[str]:
    match = _REFERENCE.fullmatch(text)
    return match[2].split() if match and match[1] == kind else ()
