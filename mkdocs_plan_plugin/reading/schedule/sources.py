"""Join the places in which a page writes its schedule: lists, tables, charts, headings.

The first place with times is the base. Others add the rows that it does not have, and the dates of
those that it only gives a duration. What is said twice is one row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mkdocs_plan_plugin.model import PhaseHeading, ScheduleEntry, Span
from mkdocs_plan_plugin.reading.names import plain_name
from mkdocs_plan_plugin.reading.schedule.rows import is_total_name
from mkdocs_plan_plugin.reading.tasks import read_phase_heading
from mkdocs_plan_plugin.reading.time import UNKNOWN, lacks_year

_Key = tuple[str, str]
_KINDS = ("phase", "stage", "sprint", "wave")
"""The kinds of headings that follow one another."""
# `1.` in "1. Cut", `P3:` in "P3: Ship"
_NUMBERED = re.compile(r"\W*[^\W\d_]{0,2}\d+(?:\.\d+)*\s*[.:：)）—–-]\s*(?=[^\W\d])")


@dataclass(frozen=True, slots=True)
class Source:
    """The entries of one place.

    Attributes:
        entries: Its entries.
        is_own: Whether it is in a section about the schedule.
        names_phases: Whether its rows are said to be phases.
        is_table: Whether it is a table outside of these sections.
        is_chart: Whether it is a chart, which is about the schedule wherever it stands.
    """

    entries: tuple[ScheduleEntry, ...] = ()
    is_own: bool = False
    names_phases: bool = False
    is_table: bool = False
    is_chart: bool = False


def has_times(entries: Sequence[ScheduleEntry]) -> bool:
    """Return whether a source has the time of anything but the total."""
    return any(entry.span != UNKNOWN and not is_total_name(entry.name) for entry in entries)


def is_dated_entry(entry: ScheduleEntry) -> bool:
    """Return whether an entry has a date of its own."""
    return bool(entry.span.start or entry.span.end)


def joined(
    sources: Sequence[Source], phases: Mapping[int, PhaseHeading]
) -> list[list[ScheduleEntry]]:
    """Return the entries of the base, and those that each of the other sources adds to it."""
    known = _Known(phases)
    timed = [source for source in sources if has_times(source.entries)]
    found: list[list[ScheduleEntry]] = []
    for source in timed:
        new = [each for each in source.entries if not is_total_name(each.name)]
        if found:
            _complete(found[0], source, known)
            new = [each for each in new if known.is_new(each)]
            if not (timed[0].is_table and source.is_table):
                joins = [_joins(each, source, known) for each in new]
                new = [each for each, does in zip(new, joins, strict=True) if does]
        known.add(new)
        found.append(new)
    return [entries for entries in found if entries]


def in_order(found: Sequence[Sequence[ScheduleEntry]]) -> list[ScheduleEntry]:
    """Return the entries of all sources: those that follow one another before those with dates."""
    if all(is_dated_entry(entry) for entries in found for entry in entries):
        return sorted((entry for entries in found for entry in entries), key=lambda each: each.line)
    dated_last = sorted(found, key=lambda entries: all(map(is_dated_entry, entries)))
    return [entry for entries in dated_last for entry in entries]


def _joins(entry: ScheduleEntry, source: Source, known: _Known) -> bool:
    """Return whether an entry that the base does not have is a part of the same schedule.

    Dates say so by themselves, unless nothing else has any and the place is another one. Durations
    follow what is before them, so they must be of phases: the next ones of the base, or the first
    ones that follow one another.
    """
    if is_dated_entry(entry):
        is_about_it = source.is_own or source.names_phases or source.is_chart
        return is_about_it and (source.is_own or known.has_dates)
    heading = read_phase_heading(entry.name)
    kind = heading.kind if heading else ""
    if source.is_own and heading and heading.number.isdecimal() and kind in known.kinds:
        return True
    is_first = source.names_phases and not known.is_sequence
    is_of_phases = source.is_table or kind in _KINDS
    return is_first and (source.is_own or (is_of_phases and known.are_milestones))


def _complete(base: list[ScheduleEntry], source: Source, known: _Known) -> None:
    """Give times from a source to entries of the base that have none, or only a duration."""
    for other in source.entries:
        if other.span == UNKNOWN or lacks_year(other.span):
            continue
        index = known.index_of(other)
        entry = base[index] if index is not None and index < len(base) else None
        if entry and (entry.span == UNKNOWN or (_is_length(entry.span) and _is_range(other.span))):
            base[index or 0] = replace(entry, span=other.span, written=other.written)


def _is_length(span: Span) -> bool:
    return not (span.start or span.end) and span.first is None


def _is_range(span: Span) -> bool:
    return bool(span.start and span.end) or span.first is not None


class _Known:
    """The rows that are known, by phase or by name, in the order in which they were added.

    Attributes:
        kinds: The kinds of those that are numbered phases.
        are_milestones: Whether they are milestones and nothing else.
        has_dates: Whether any has dates.
        is_sequence: Whether any has none, so that it may follow another one.
    """

    def __init__(self, phases: Mapping[int, PhaseHeading]) -> None:
        self.kinds: set[str] = set()
        self.are_milestones = True
        self.has_dates = False
        self.is_sequence = False
        self._count = 0
        self._rows: dict[_Key, int] = {}
        self._groups: set[_Key] = set()
        numbers = {(each.kind, each.number): index for index, each in phases.items() if each.number}
        names = {_plain(each.name): index for index, each in phases.items()}
        self._phases: dict[_Key, int] = {("name", name): at for name, at in names.items() if name}
        self._phases |= numbers

    def add(self, entries: Sequence[ScheduleEntry]) -> None:
        """Remember entries."""
        for entry in entries:
            for key in self._keys(entry.name):
                self._rows.setdefault(key, self._count)
            self._groups.update(self._keys(entry.group) if entry.group else ())
            heading = read_phase_heading(entry.name)
            if heading and heading.number:
                self.kinds.add(heading.kind)
            self._count += 1
        dated = [*map(is_dated_entry, entries)]
        self.are_milestones &= all(entry.is_milestone for entry in entries)
        self.has_dates |= any(dated)
        self.is_sequence |= not all(dated)

    def index_of(self, entry: ScheduleEntry) -> int | None:
        """Return the index of the known row that an entry is, or None."""
        return next((self._rows[key] for key in self._keys(entry.name) if key in self._rows), None)

    def is_new(self, entry: ScheduleEntry) -> bool:
        """Return whether an entry is not known, neither by its name nor as a part of its group."""
        keys = {key for name in filter(None, (entry.name, entry.group)) for key in self._keys(name)}
        return keys.isdisjoint(self._rows) and keys.isdisjoint(self._groups)

    def _keys(self, name: str) -> list[_Key]:
        """Return the keys of a row, the most reliable first."""
        heading = read_phase_heading(name)
        found: list[_Key] = [("name", _plain(name))]
        if heading and heading.number:
            found.insert(0, (heading.kind, heading.number))
        if heading and _plain(heading.name):
            found.append(("name", _plain(heading.name)))
        phase = next((self._phases[key] for key in found if key in self._phases), None)
        return found if phase is None else [("section", str(phase)), *found]


def _plain(name: str) -> str:
    """Return a name without its number, case, punctuation and what is in brackets."""
    return plain_name(_NUMBERED.sub("", name, count=1))
