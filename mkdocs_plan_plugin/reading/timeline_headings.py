"""Times of the headings of phases, and of the lines below them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from mkdocs_plan_plugin.model import PhaseHeading, ScheduleEntry, Section, Span
from mkdocs_plan_plugin.reading.milestones import is_milestone
from mkdocs_plan_plugin.reading.schedule_labels import Kind
from mkdocs_plan_plugin.reading.schedule_lines import Line, of_phases, plain
from mkdocs_plan_plugin.reading.spans import DEFAULT_SPAN_RULES, UNKNOWN, SpanRules, read_span
from mkdocs_plan_plugin.reading.timelines import inside

_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]+)[)）\]]")
_LISTED = re.compile(r"\s*[,;，、]\s*")
_Said = tuple[Span, str, int]


def read_headings(
    sections: Sequence[Section],
    phases: Mapping[int, PhaseHeading],
    lines: Sequence[Line] = (),
    rules: SpanRules = DEFAULT_SPAN_RULES,
) -> Iterator[ScheduleEntry]:
    """`Phase 1: Setup (Week 1-2)`, `Phase 2 (3 days)`, `Week 3: Polish`, `Phase 1 - Week 1: X`.

    Where more phases have a time in a line below their heading than in it, such as
    `**Duration**: 2 weeks`, these are taken too. Headings of one run only: other weeks 1, 2, 3 on
    the page seldom count from the same day.
    """
    titles = _of_titles(sections, phases, rules)
    below = _of_lines(phases, lines, rules)
    if len(below) > len(titles):
        kinds = {phases[index].kind for index in titles or below}
        more = {index: said for index, said in below.items() if phases[index].kind in kinds}
        titles = more | titles
    runs: defaultdict[int | None, list[ScheduleEntry]] = defaultdict(list)
    for top, entry in _entries(sections, titles):
        runs[_run(sections, phases, top, entry.span)].append(entry)
    every = sorted(chain.from_iterable(runs.values()), key=lambda entry: entry.line)
    if not _is_one_story(every, phases):
        every = next((run for run in runs.values() if len(run) > 1), every)
    due = _deadlines(phases, lines, rules)
    yield from (_with_deadline(entry, due) for entry in every) if due else every


def _of_titles(
    sections: Sequence[Section], phases: Mapping[int, PhaseHeading], rules: SpanRules
) -> dict[int, _Said]:
    told = (
        (index, _heading_span(sections[index], heading, rules)) for index, heading in phases.items()
    )
    return {index: said for index, said in told if said}


def _of_lines(
    phases: Mapping[int, PhaseHeading], lines: Sequence[Line], rules: SpanRules
) -> dict[int, _Said]:
    """The times that lines give the phases whose headings they stand below."""
    said = of_phases(lines, phases, Kind.TIME, Kind.ESTIMATE, Kind.EFFORT)
    told = ((index, line, read_span(line.value, rules)) for index, line in said.items())
    return {index: (span, plain(line.value), line.line) for index, line, span in told if span}


def _entries(
    sections: Sequence[Section], told: Mapping[int, _Said]
) -> Iterator[tuple[int, ScheduleEntry]]:
    """The entries of headings, each with the outermost section around it that has a time."""
    said: dict[int, Span] = {}
    for index, (written_span, written, line) in sorted(told.items()):
        top, outer = _outermost(sections, index, said)
        span = inside(written_span, outer, restarts=False) if outer else written_span
        if span:
            if span != UNKNOWN:
                said[index] = span
            name = sections[index].title
            milestone = is_milestone(name, span)
            yield top, ScheduleEntry(name, span, written, line, index, is_milestone=milestone)


def _is_one_story(every: Sequence[ScheduleEntry], phases: Mapping[int, PhaseHeading]) -> bool:
    """Whether entries of several runs go together: all are dated, or are numbered on.

    Durations of `Task 1.1` and `Task 2.1` in two sections are parts of one plan.
    """
    spans = [entry.span for entry in every if entry.span != UNKNOWN]
    if all(span.start or span.end for span in spans):
        return True
    headings = [phases[entry.section] for entry in every if entry.section is not None]
    numbers = {(heading.kind, heading.number) for heading in headings if heading.number}
    kinds = {heading.kind for heading in headings}
    lengths = all(span.least is not None for span in spans)
    return lengths and len(kinds) == 1 and len(numbers) == len(every)


def _deadlines(
    phases: Mapping[int, PhaseHeading], lines: Sequence[Line], rules: SpanRules
) -> dict[int, date]:
    """The dates that phases must be done by, by lines below their headings."""
    said = of_phases(lines, phases, Kind.DEADLINE)
    told = ((index, read_span(line.value, rules)) for index, line in said.items())
    days = ((index, span.end or span.start) for index, span in told if span)
    return {index: day for index, day in days if day}


def _with_deadline(entry: ScheduleEntry, due: Mapping[int, date]) -> ScheduleEntry:
    """A duration with a deadline ends on it; dates and weeks say by themselves when they end."""
    day = due.get(entry.section) if entry.section is not None else None
    if not day or entry.span.least is None or entry.span.start or entry.span.end:
        return entry
    return replace(entry, span=replace(entry.span, end=day))


def _run(
    sections: Sequence[Section], phases: Mapping[int, PhaseHeading], top: int, span: Span
) -> int | None:
    """The section that a run of headings stands in.

    Parts of several phases that say how long they take follow one another; those that say
    `Week 1` may count from the start of their own phase.
    """
    parent = sections[top].parent
    while span.least is not None and parent is not None and parent in phases:
        parent = sections[parent].parent
    return parent


def _outermost(
    sections: Sequence[Section], index: int, said: Mapping[int, Span]
) -> tuple[int, Span | None]:
    """The outermost section around that has a time of its own, and the nearest one's time."""
    top, nearest, parent = index, None, sections[index].parent
    while parent is not None:
        if parent in said:
            top, nearest = parent, nearest or said[parent]
        parent = sections[parent].parent
    return top, nearest


def _heading_span(section: Section, heading: PhaseHeading, rules: SpanRules) -> _Said | None:
    told = [*_BRACKETS.findall(section.title), heading.name]
    if heading.kind in ("week", "day", "month") and heading.number:
        told.append(f"{heading.kind} {heading.number}")
    for written in told:
        if span := read_span(written, rules):
            return span, written.partition(":")[0], section.line
    # "(5 tasks, ~1h)", but not "(done, 2026-01-05)"
    for written in chain.from_iterable(map(_LISTED.split, told[:-1])):
        if (span := read_span(written, rules)) and not (span.start or span.end):
            return span, written, section.line
    return None
