"""Read the tasks of a Mermaid gantt chart as schedule entries.

Each has the days that Mermaid draws: an end date is exclusive (unless the chart has
`inclusiveEndDates`), `3d` are calendar days, and days that the chart excludes are added.
A task without a start follows the one before it. A milestone is a day.

Without any date, durations are working days of a plan without a start. Mermaid would start it
today, which is not in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mkdocs_plan_plugin.model import Diagnostic, ScheduleEntry, Span
from mkdocs_plan_plugin.reading.schedule import gantt_dates as dates
from mkdocs_plan_plugin.reading.time import SpanRules, read_duration

_OPENS = re.compile(r"[\s>]*(?:[-*+]\s+)?(?:`{3,}|~{3,})\s*\{?[\s.]*mermaid\b", re.IGNORECASE)
_SKIPPED = re.compile(
    r"(?:title|axisFormat|tickInterval|todayMarker|weekday|accTitle|accDescr|click"
    r"|displayMode|topAxis|includes|%%)\b|%%|[{}]",
    re.IGNORECASE,
)
_SETTING = re.compile(r"(dateFormat|excludes|weekend|inclusiveEndDates)\b[ \t]*(.*)", re.IGNORECASE)
_SECTION = re.compile(r"section\b[ \t]*(.*)", re.IGNORECASE)
_TAGS = frozenset(("done", "active", "crit", "milestone", "vert"))
_AFTER = re.compile(r"after\s+([\w\s-]+)")
_ID = re.compile(r"[\w.-]+")
_FIX = "use Mermaid's syntax: 'Name :id, 2026-01-31, 5d' or 'Name :id, after other, 5d'"

ReadChart = tuple[tuple[ScheduleEntry, ...], tuple[Diagnostic, ...]]


def find_gantt(lines: Sequence[str], code: Sequence[tuple[int, int]]) -> int | None:
    """Return the index of the first code block with a gantt chart, or None."""
    for index, (first, last) in enumerate(code):
        if _OPENS.match(lines[first - 1]):
            body = (line.strip(" >\t") for line in lines[first:last])
            if _kind(body) == "gantt":
                return index
    return None


def _kind(body: Iterator[str]) -> str:
    """Return the first word of a chart after its settings and comments."""
    in_settings = False
    for line in body:
        if line == "---":
            in_settings = not in_settings
        elif line and not in_settings and not line.startswith("%%"):
            return line.split()[0]
    return ""


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
    chart = _Chart(path, section, rules)
    first, last = place
    is_open = False
    for number, line in enumerate(lines[first:last], first + 1):
        bare = line.strip(" >\t")
        if not is_open:
            is_open = bare.startswith("gantt")
        elif bare and not bare.startswith(("```", "~~~")):
            chart.take(bare, number)
    return tuple(chart.entries), tuple(chart.wrong)


@dataclass(slots=True)
class _Chart:
    """The state of reading a chart line by line."""

    path: str
    section: int | None
    rules: SpanRules
    entries: list[ScheduleEntry] = field(default_factory=list)
    wrong: list[Diagnostic] = field(default_factory=list)
    form: str = "%Y-%m-%d"
    off: dates.DayOff = field(default_factory=dates.DayOff)
    weekend: str = ""
    is_inclusive: bool = False
    ends: dict[str, datetime | None] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    last: datetime | None = None
    group: str = ""

    def take(self, line: str, number: int) -> None:
        if setting := _SETTING.fullmatch(line):
            self._set(setting[1].lower(), setting[2].strip(), number)
        elif part := _SECTION.fullmatch(line):
            self.group = part[1].strip()
        elif ":" in line and not _SKIPPED.match(line):
            name, _, data = line.partition(":")
            if not self._add(name.strip(), data.partition("%%")[0].strip(), number):
                self._note(number, f"unknown syntax of a gantt task {line!r}")
        elif not _SKIPPED.match(line):
            self._note(number, f"unknown line in a gantt chart {line!r}")

    def _set(self, name: str, value: str, number: int) -> None:
        if name == "dateformat":
            form = dates.strptime_format(value)
            if form is None:
                self._note(number, f"unknown date format {value!r}")
            self.form = form or self.form
        elif name == "weekend":
            self.weekend = value.lower()
        elif name == "excludes":
            self.off = dates.read_days_off(value, self.form, self.weekend)
        else:
            self.is_inclusive = True

    def _note(self, line: int, problem: str) -> None:
        self.wrong.append(Diagnostic(self.path, line, f"{problem}, so it is not drawn", _FIX))

    def _add(self, name: str, data: str, number: int) -> bool:
        """Add a task; False when its line can't be read."""
        parts = [part.strip() for part in data.split(",")]
        tags = set()
        while parts and parts[0].lower() in _TAGS:
            tags.add(parts.pop(0).lower())
        if not name or not 1 <= len(parts) <= 3:
            return False
        own = parts.pop(0) if len(parts) == 3 or (len(parts) == 2 and self._is_id(parts[0])) else ""
        begins = parts.pop(0) if len(parts) == 2 else ""
        after = self._after(begins)
        start = self._start(begins, after)
        length, end = dates.read_length(parts[0]), dates.read_day(parts[0], self.form)
        if start is None:
            if begins and not after:
                return False
            span = _relative(parts[0], self.rules) if length is not None else None
        else:
            end = self._end(start, length, end)
            span = dates.span_of(start, end, self.off) if end else None
        if span is None:
            return False
        is_milestone = bool(tags & {"milestone", "vert"})
        if is_milestone and start and end:
            span = Span(start=(start + (end - start) / 2).date())
        self._remember(own, name, end if start else None)
        named = tuple(self.names[each] for each in after)
        self.entries.append(
            ScheduleEntry(
                name,
                span,
                data,
                number,
                self.section,
                after=named,
                is_milestone=is_milestone,
                group=self.group,
            )
        )
        return True

    def _is_id(self, text: str) -> bool:
        """Return whether the first of two parts is the task's id, not its start."""
        is_start = text.startswith("after ") or dates.read_day(text, self.form)
        return not is_start and bool(_ID.fullmatch(text))

    def _after(self, begins: str) -> tuple[str, ...]:
        match = _AFTER.fullmatch(begins)
        ids = match[1].split() if match else []
        return tuple(ids) if all(each in self.names for each in ids) else ()

    def _start(self, begins: str, after: tuple[str, ...]) -> datetime | None:
        if not begins:
            return self.last
        if after:
            known = [end for each in after if (end := self.ends[each])]
            return max(known) if len(known) == len(after) else None
        return dates.read_day(begins, self.form)

    def _end(
        self, start: datetime, length: timedelta | None, end: datetime | None
    ) -> datetime | None:
        if length is not None:
            return dates.end_of(start, length, self.off)
        return end + timedelta(days=1) if end and self.is_inclusive else end

    def _remember(self, own: str, name: str, end: datetime | None) -> None:
        self.last = end
        if own:
            self.ends[own] = end
            self.names[own] = name


def _relative(written: str, rules: SpanRules) -> Span | None:
    """Read a duration in a chart without dates; `30m` are minutes."""
    return read_duration(f"{written}in" if written.endswith("m") else written, rules)
