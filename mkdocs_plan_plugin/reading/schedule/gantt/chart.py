"""Read the tasks of a Mermaid gantt chart as schedule entries, with the days that Mermaid draws.

A task that Mermaid can't draw keeps its words, but has no time, and neither have those after it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs_plan_plugin.model import Diagnostic, ScheduleEntry, Span
from mkdocs_plan_plugin.reading.schedule.gantt.dates import DEFAULT_FORMAT, date_format
from mkdocs_plan_plugin.reading.schedule.gantt.order import Times, times_of
from mkdocs_plan_plugin.reading.schedule.gantt.scales import (
    Days,
    Scale,
    WorkingTime,
    read_days_off,
)
from mkdocs_plan_plugin.reading.schedule.gantt.source import Statement, statements_of
from mkdocs_plan_plugin.reading.schedule.gantt.tasks import GanttTask, WrittenChart, read_chart
from mkdocs_plan_plugin.reading.time import SpanRules

_FIX = "use Mermaid's syntax: 'Name :id, 2026-01-31, 5d' or 'Name :id, after other, 5d'"
_NOTHING = Statement(0, "")

ReadChart = tuple[tuple[ScheduleEntry, ...], tuple[Diagnostic, ...]]


def read_gantt(
    path: str,
    lines: Sequence[str],
    place: tuple[int, int],
    section: int | None,
    rules: SpanRules,
) -> ReadChart:
    """Read the tasks of a chart.

    Args:
        path: The page.
        lines: The page's lines.
        place: The first and last line of the code block, 1-based.
        section: Its section.
        rules: The rules for reading times.
    """
    chart = read_chart(statements_of(lines, place))
    scale = _scale(chart, rules)
    times = times_of(chart.tasks, scale)
    entries = tuple(
        _entry(task, found, scale, section)
        for task, found in zip(chart.tasks, times, strict=True)
        if task.name
    )
    wrong = [Statement(*each) for each in _problems(chart, times, scale)]
    if len(wrong) > 1 and all(entry.span == Span() for entry in entries):
        entries, wrong = (), [Statement(place[0], "no task of the gantt chart can be read")]
    return _with_names(entries, chart), tuple(
        Diagnostic(path, line, problem, _FIX) for line, problem in sorted(wrong)
    )


def _scale(chart: WrittenChart, rules: SpanRules) -> Scale:
    """Return the scale of a chart: days if there is any date in it, else working time."""
    written = chart.settings.get("dateformat")
    form = (date_format(written.text) if written else None) or DEFAULT_FORMAT
    texts = [text for task in chart.tasks for text in (task.start, task.end)]
    if not form.has_days:
        time = WorkingTime(rules, form)
        return replace(time, begin=min(filter(None, map(time.read, texts)), default=time.begin))
    excludes, includes, weekend = (
        chart.settings.get(name, _NOTHING).text for name in ("excludes", "includes", "weekend")
    )
    off = read_days_off(excludes, includes, form, weekend.lower())
    days = Days(form, off, is_inclusive="inclusiveenddates" in chart.settings)
    return days if any(map(days.read, texts)) else WorkingTime(rules)


def _entry(task: GanttTask, times: Times, scale: Scale, section: int | None) -> ScheduleEntry:
    start, end, _ = times
    return ScheduleEntry(
        name=task.name,
        span=scale.span(start, end, is_milestone=task.is_milestone) if start and end else Span(),
        written=task.data,
        line=task.statement.line,
        section=section,
        after=tuple(task.after),
        is_milestone=task.is_milestone,
        group=task.group,
        state=task.state,
    )


def _with_names(entries: Sequence[ScheduleEntry], chart: WrittenChart) -> tuple[ScheduleEntry, ...]:
    """Replace the ids of dependencies by the names of these tasks, where these are unique."""
    names = {task.id: task.name for task in chart.tasks}
    counts = Counter(names.values())
    return tuple(
        replace(
            entry,
            after=tuple(
                names[each] for each in entry.after if each in names and counts[names[each]] == 1
            ),
        )
        for entry in entries
    )


def _problems(
    chart: WrittenChart, times: Sequence[Times], scale: Scale
) -> Iterator[tuple[int, str]]:
    """Yield the line and the problem of each statement that Mermaid can't draw."""
    form = chart.settings.get("dateformat")
    if form and not date_format(form.text):
        yield form.line, f"unknown date format {form.text!r}"
    for line, text in chart.unknown:
        yield line, f"unknown line in a gantt chart {text!r}"
    ids = {task.id for task in chart.tasks if task.end}
    is_circle_known = False
    for index, (task, found) in enumerate(zip(chart.tasks, times, strict=True)):
        problem = _problem(index, task, found, scale, ids)
        if not problem and not found.is_resolved and not is_circle_known:
            problem, is_circle_known = "a circle of references", True
        if problem:
            effect = "ignored" if found.end else "not drawn, and neither are those that follow it"
            what = "its reference is" if found.end else "it is"
            yield (
                task.statement.line,
                f"{problem} in the gantt task {task.statement.text!r}, so {what} {effect}",
            )


def _problem(index: int, task: GanttTask, times: Times, scale: Scale, ids: set[str]) -> str:
    """Return what is wrong with a task itself, empty if nothing is."""
    if not task.name or not task.end:
        return "unknown syntax"
    if unknown := [each for each in (*task.after, *task.until) if each not in ids]:
        return f"unknown id {unknown[0]!r}"
    if task.start and not task.after and not times.start:
        return f"unknown date {task.start!r}"
    if not index and not task.start and not times.start:
        return "no start"
    start = times.start or scale.begin
    if not task.until and start and not scale.end(start, task.end):
        return f"unknown end {task.end!r}"
    return ""
