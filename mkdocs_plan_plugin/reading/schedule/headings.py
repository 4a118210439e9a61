"""Read schedule rows from the headings of phases and the labelled lines below them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from mkdocs_plan_plugin.model import PhaseHeading, ScheduleEntry, Section
from mkdocs_plan_plugin.reading.lexicon.times import LENGTHS, Column
from mkdocs_plan_plugin.reading.markdown import Outline
from mkdocs_plan_plugin.reading.schedule.lines import LabelledLine, lines_of_phases, plain
from mkdocs_plan_plugin.reading.schedule.rows import Row
from mkdocs_plan_plugin.reading.time import UNKNOWN, SpanRules, is_dated, read_span

_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]+)[)）\]]")
_LISTED = re.compile(r"\s*[,;，、]\s*")
_COUNTED = ("week", "day", "month")
_Phases = Mapping[int, PhaseHeading]
_Times = dict[int, tuple[str, int]]
"""The time of each section as written, and its line."""


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
    due = _deadlines(phases, lines, rules)
    rows: list[Row] = []
    places: dict[int, int] = {}
    for index, (written, line) in sorted(titles.items()):
        cells = {Column.TIME: written, Column.DEADLINE: due.get(index, "")}
        outer = next((places[each] for each in outline.ancestors(index) if each in places), None)
        places[index] = len(rows)
        rows.append(Row(outline.sections[index].title, cells, line, index, outer))
    return rows


def _of_titles(sections: Sequence[Section], phases: _Phases, rules: SpanRules) -> _Times:
    times = ((index, _in_title(sections[index], phases[index], rules)) for index in phases)
    return {index: (written, sections[index].line) for index, written in times if written}


def _in_title(section: Section, heading: PhaseHeading, rules: SpanRules) -> str:
    texts: list[str] = [*_BRACKETS.findall(section.title), heading.name]
    if heading.kind in _COUNTED and heading.number:
        texts.append(f"{heading.kind} {heading.number}")
    for written in texts:
        if read_span(written, rules):
            return written.partition(":")[0]
    # "(5 tasks, ~1h)", but not "(done, 2026-01-05)"
    for written in chain.from_iterable(map(_LISTED.split, texts[:-1])):
        if (span := read_span(written, rules)) and not (span.start or span.end):
            return written
    return ""


def _of_lines(phases: _Phases, lines: Sequence[LabelledLine], rules: SpanRules) -> _Times:
    """Return the times of phases from lines below their headings."""
    found = lines_of_phases(lines, phases, *LENGTHS)
    return {
        index: (plain(line.value), line.line)
        for index, line in found.items()
        if read_span(line.value, rules)
    }


def _deadlines(phases: _Phases, lines: Sequence[LabelledLine], rules: SpanRules) -> dict[int, str]:
    """Return the deadlines of phases from lines below their headings."""
    found = lines_of_phases(lines, phases, Column.DEADLINE).items()
    return {index: plain(line.value) for index, line in found if is_dated(line.value, rules)}


def of_one_run(
    entries: Sequence[ScheduleEntry], outline: Outline, phases: _Phases
) -> Sequence[ScheduleEntry]:
    """Return the entries of a single run of headings.

    Other weeks 1, 2, 3 on the page seldom count from the same day.
    """
    timed = {entry.section for entry in entries if entry.span != UNKNOWN}
    runs: defaultdict[int | None, list[ScheduleEntry]] = defaultdict(list)
    for entry in entries:
        runs[_run(entry, outline, phases, timed)].append(entry)
    every = sorted(entries, key=lambda entry: entry.line)
    if _is_one_schedule(every, phases):
        return every
    return next((run for run in runs.values() if len(run) > 1), every)


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
