"""Add dependencies to schedule entries from other places on the page.

These are lines below a phase's heading, and list items such as `Phase 4 can start after Phase 2`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mkdocs_plan_plugin.model import Item, PhaseHeading, ScheduleEntry
from mkdocs_plan_plugin.reading.lexicon.times import LENGTHS, LINKS
from mkdocs_plan_plugin.reading.schedule.lines import LabelledLine, lines_of_phases
from mkdocs_plan_plugin.reading.schedule.rows import (
    NO_DEPENDENCIES,
    Dependencies,
    dependencies_of,
    read_sentence,
)
from mkdocs_plan_plugin.reading.tasks import read_phase_heading

_Key = tuple[str, str]


def with_dependencies(
    entries: Sequence[ScheduleEntry],
    items: Sequence[Item],
    phases: Mapping[int, PhaseHeading],
    lines: Sequence[LabelledLine],
) -> list[ScheduleEntry]:
    """Return the entries with their dependencies added."""
    known = _of_lines(phases, lines)
    for key, links in _of_sentences(items).items():
        known[key] = known.get(key, NO_DEPENDENCIES) + links
    return [_with_links(entry, known) for entry in entries]


def _with_links(entry: ScheduleEntry, known: Mapping[_Key, Dependencies]) -> ScheduleEntry:
    key = _key(entry.name)
    if not key or key not in known:
        return entry
    links = Dependencies(entry.after, entry.alongside) + known[key]
    return replace(entry, after=links.after, alongside=links.alongside)


def _key(name: str) -> _Key | None:
    """Return the kind and number of a phase, by which others refer to it."""
    heading = read_phase_heading(name)
    return (heading.kind, heading.number) if heading and heading.number else None


def _of_lines(
    phases: Mapping[int, PhaseHeading], lines: Sequence[LabelledLine]
) -> dict[_Key, Dependencies]:
    """Read the lines of phases, except of phases that share a number, which are ambiguous."""
    counts = Counter((heading.kind, heading.number) for heading in phases.values())
    found: dict[_Key, Dependencies] = {}
    for column in (*LINKS, *LENGTHS):
        for index, line in lines_of_phases(lines, phases, column).items():
            key = phases[index].kind, phases[index].number
            if phases[index].number and counts[key] == 1:
                found[key] = found.get(key, NO_DEPENDENCIES) + dependencies_of(column, line.value)
    return found


def _of_sentences(items: Sequence[Item]) -> dict[_Key, Dependencies]:
    found: dict[_Key, Dependencies] = {}
    for item in items:
        if item.is_quoted or not (sentence := read_sentence(item.text)):
            continue
        subjects, dependencies = sentence
        for name in subjects:
            if key := _key(name):
                found[key] = found.get(key, NO_DEPENDENCIES) + dependencies
    return found
