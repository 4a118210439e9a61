"""Read schedule rows from the headings of phases and the labelled lines below them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

from mkdocs_plan_plugin.model import PhaseHeading, ScheduleEntry, Section
from mkdocs_plan_plugin.reading.lexicon.times import LENGTHS, Column
from mkdocs_plan_plugin.reading.markdown import Outline
from mkdocs_plan_plugin.reading.schedule.brackets import IN_BRACKETS, outside_brackets
from mkdocs_plan_plugin.reading.schedule.lines import LabelledLine, lines_of_phases, plain
from mkdocs_plan_plugin.reading.schedule.rows import Cells, Row, is_attempt, is_done_on
from mkdocs_plan_plugin.reading.time import UNKNOWN, SpanRules, is_dated, read_span

_BRACKETS = re.compile(IN_BRACKETS)
# The first end of a range: `45 min - 1 hour`
_AMOUNT = re.compile(r"\d\s*[^\W\d_]*\Z")
_MOST_DASHES = 8
_DASH = re.compile(r"\s[—–-]\s+|,\s+(?=\d)")
_LISTED = re.compile(r"\s*[,;，、]\s*")
_PART = 0.9
"""Give or take a tenth: three months are not quite thirteen weeks."""
_COUNTED = ("week", "day", "month")
_Phases = Mapping[int, PhaseHeading]


class _Time(NamedTuple):
    """The texts with the time of a phase, and the line of the first one."""

    cells: Cells
    line: int


_Times = dict[int, _Time]
"""The time of each section."""


def rows_of_headings(
    outline: Outline, phases: _Phases, lines: Sequence[LabelledLine], rules: SpanRules
) -> list[Row]:
    """Read `Phase 1: Setup (Week 1-2)`, `Phase 2 (3 days)`, `Week 3: Polish`.

    Lines below headings, such as `**Duration**: 2 weeks`, are included where more phases have
    their time there than in the heading.
    """
    titles = _of_titles(outline.sections, phases, rules)
    below = _of_lines(phases, lines, rules)
    if len(below) > len(titles):
        kinds = {phases[index].kind for index in titles or below}
        more = {index: time for index, time in below.items() if phases[index].kind in kinds}
        titles = more | titles
    due = _dated(phases, lines, Column.DEADLINE, rules)
    rows: list[Row] = []
    places: dict[int, int] = {}
    for index, time in sorted(titles.items()):
        cells = {Column.DEADLINE: due.get(index, ""), **time.cells}
        outer = next((places[each] for each in outline.ancestors(index) if each in places), None)
        places[index] = len(rows)
        title = outline.sections[index].title
        rows.append(Row(title, cells, time.line, index, outer, is_heading=True))
    return rows


def _of_titles(sections: Sequence[Section], phases: _Phases, rules: SpanRules) -> _Times:
    times = ((index, _in_title(sections[index], phases[index], rules)) for index in phases)
    return {
        index: _Time({Column.TIME: written}, sections[index].line)
        for index, written in times
        if written and not _is_done_on(sections[index].title, written, rules)
    }


def _is_done_on(title: str, written: str, rules: SpanRules) -> bool:
    span = read_span(written, rules)
    return span is not None and is_done_on(title, (written,), span)


def _in_title(section: Section, heading: PhaseHeading, rules: SpanRules) -> str:
    brackets = [match["value"] for match in _BRACKETS.finditer(section.title)]
    texts = [*brackets, heading.name, *_endings(heading.name)]
    if heading.kind in _COUNTED and heading.number:
        texts.append(f"{heading.kind} {heading.number}")
    for written in texts:
        if read_span(written, rules):
            return written.partition(":")[0]
    # "(5 tasks, ~1h)", but not "(done, 2026-01-05)"
    for written in chain.from_iterable(map(_LISTED.split, (*brackets, heading.name))):
        if (span := read_span(written, rules)) and not (span.start or span.end):
            return written
    return next(filter(is_attempt, brackets), "")


def _endings(name: str) -> list[str]:
    """Return what follows the dashes of a name: `2 weeks` in `Glue — 2 weeks`."""
    dashes = islice(_DASH.finditer(outside_brackets(name)), _MOST_DASHES)
    return [name[dash.end() :] for dash in dashes if not _AMOUNT.search(name[: dash.start()][-24:])]


def _of_lines(phases: _Phases, lines: Sequence[LabelledLine], rules: SpanRules) -> _Times:
    """Return the times of phases from lines below their headings.

    A line that says only what it should be, such as `**Duration**: 3 weks`, gives an unknown time.
    """
    found: _Times = {}
    for index, line in lines_of_phases(lines, phases, *LENGTHS).items():
        value = plain(line.value)
        if read_span(value, rules) or is_attempt(value):
            found[index] = _Time({Column.TIME: value}, line.line)
    for column in (Column.START, Column.END, Column.DEADLINE):
        for index, line in lines_of_phases(lines, phases, column).items():
            value = plain(line.value)
            if is_dated(value, rules):
                # A start alone does not say how long: without an end the time is unknown.
                before = found.get(index, _Time({Column.END: ""}, line.line))
                found[index] = _Time({**before.cells, column: value}, before.line)
    return found


def _dated(
    phases: _Phases, lines: Sequence[LabelledLine], column: Column, rules: SpanRules
) -> dict[int, str]:
    """Return the dates of phases from lines below their headings."""
    found = lines_of_phases(lines, phases, column).items()
    return {index: plain(line.value) for index, line in found if is_dated(line.value, rules)}


def of_one_run(
    entries: Sequence[ScheduleEntry], outline: Outline, phases: _Phases
) -> Sequence[ScheduleEntry]:
    """Return the entries of a single run of headings.

    Other weeks 1, 2, 3 on the page seldom count from the same day, unless they go on.
    """
    timed = {entry.section for entry in entries if entry.span != UNKNOWN}
    runs: defaultdict[int | None, list[ScheduleEntry]] = defaultdict(list)
    for entry in entries:
        runs[_run(entry, outline, phases, timed)].append(entry)
    every = sorted(entries, key=lambda entry: entry.line)
    if _is_one_schedule(every, phases):
        return every
    first = next((run for run in runs.values() if len(run) > 1), every)
    kinds = {phases[entry.section].kind for entry in first if entry.section is not None}
    alike = [
        entry
        for entry in every
        if entry.section is not None and phases[entry.section].kind in kinds
    ]
    return alike if _go_on(alike, phases) else first


def _is_one_schedule(every: Sequence[ScheduleEntry], phases: _Phases) -> bool:
    """Return whether several runs form one schedule: all dated, or numbered consecutively.

    Durations of `Task 1.1` and `Task 2.1` in two sections belong to one schedule.
    """
    spans = [entry.span for entry in every if entry.span != UNKNOWN]
    if all(span.start or span.end for span in spans):
        return True
    headings = [phases[entry.section] for entry in every if entry.section is not None]
    numbers = {(heading.kind, heading.number) for heading in headings if heading.number}
    kinds = {heading.kind for heading in headings}
    lengths = all(span.least is not None for span in spans)
    return lengths and len(kinds) == 1 and len(numbers) == len(every)


def _go_on(every: Sequence[ScheduleEntry], phases: _Phases) -> bool:
    """Return whether the offsets of each kind of heading begin where those above end."""
    ends: dict[str, float] = {}
    for entry in every:
        kind = phases[entry.section].kind if entry.section is not None else ""
        if entry.span.first is None or entry.span.last is None:
            return False
        if entry.span.first < _PART * ends.get(kind, 0.0):
            return False
        ends[kind] = entry.span.last
    return True


def _run(
    entry: ScheduleEntry, outline: Outline, phases: _Phases, timed: Iterable[int | None]
) -> int | None:
    """Return the section around a run of headings, that of the outermost one with a time.

    Parts of several phases with durations follow one another; parts such as `Week 1` may count
    from the start of their own phase.
    """
    around = list(outline.around(entry.section))
    top = max((at for at, section in enumerate(around) if at == 0 or section in timed), default=0)
    outside = around[top + 1 :]
    if entry.span.least is not None:
        outside = [section for section in outside if section not in phases]
    return outside[0] if outside else None
