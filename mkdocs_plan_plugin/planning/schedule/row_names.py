"""Resolve names in a schedule: the phase of a row, and the row that a dependency names."""

from __future__ import annotations

import re
import string
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from mkdocs_plan_plugin.model import Phase, PhaseHeading, ScheduleEntry
from mkdocs_plan_plugin.reading import plain_name, same_name
from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.tasks import read_phase_heading

# `T014` in "T014: Storage", `1.2` in "1.2 Storage", `3` in "3. Storage".
_ID = lazy_pattern(
    r"[\W_]*((?:[^\W\d_]+-?\d+(?:[.-]\d+)*|\d+(?:\.\d+)+)[a-z]?(?![\w-])|\d+(?=[.):]\s))",
    re.IGNORECASE,
)
_NUMBERED = lazy_pattern(
    r"\W*(?P<letters>[^\W\d_]{0,2})0*(?P<number>\d+(?:\.\d+)*[a-z]?)"
    r"(?:\s*[.:：)）\]—–-]\s*(?P<name>.*)|\W*)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"#?0*(\d+(?:\.\d+)*[a-z]?)", re.IGNORECASE)
_MARKS = "*_`" + string.whitespace
_Key = tuple[str, str]


def phase_of(path: str, entry: ScheduleEntry, phases: Sequence[Phase]) -> Phase | None:
    """Return the one phase that a row stands for, preferring phases on its own page."""
    own = [phase for phase in phases if phase.location.path == path]
    others = [phase for phase in phases if phase.location.path != path]
    return _match(entry, own) or _match(entry, others)


def _match(entry: ScheduleEntry, phases: Sequence[Phase]) -> Phase | None:
    """Match by title, by name, else by number unless the names differ."""
    if titled := [phase for phase in phases if phase.title == entry.name]:
        return titled[0] if len(titled) == 1 else _at(entry.section, titled)
    if named := [phase for phase in phases if _is_called(phase, entry.name)]:
        return named[0] if len(named) == 1 else None
    heading = read_phase_heading(entry.name)
    if heading and heading.number:
        return _only(phase for phase in phases if _has_number(phase, heading))
    return _only(phase for phase in phases if _is_called_by_number(phase, entry.name))


def _only(phases: Iterable[Phase]) -> Phase | None:
    found = list(phases)
    return found[0] if len(found) == 1 else None


def _has_number(phase: Phase, heading: PhaseHeading) -> bool:
    return phase.heading is not None and _is_same(phase.heading, heading)


def _is_called_by_number(phase: Phase, name: str) -> bool:
    """Whether a name begins with the number of a phase: `1. Cut`, `2 – Glue`, `P3: Ship`.

    A letter must be the first one of the word for the phase.
    """
    row, own = _NUMBERED.fullmatch(name), _NUMBERED.fullmatch(phase.title)
    word = _WORD.search(phase.title)
    if (
        row
        and row["letters"]
        and not (word and word[0].casefold().startswith(row["letters"].casefold()))
    ):
        return False
    if row and phase.heading and phase.heading.number:
        number = row["number"].lower()
        return _is_same(phase.heading, PhaseHeading(phase.heading.kind, number, row["name"] or ""))
    if phase.heading or not (row or own) or (row and own and row["number"] != own["number"]):
        return False
    return same_name(row["name"] or "" if row else name, own["name"] or "" if own else phase.title)


def _at(section: int | None, phases: Sequence[Phase]) -> Phase | None:
    return next((phase for phase in phases if phase.location.section == section), None)


def _is_called(phase: Phase, name: str) -> bool:
    return same_name(phase.title, name) or bool(
        phase.heading and same_name(phase.heading.name, name)
    )


def _is_same(one: PhaseHeading, other: PhaseHeading) -> bool:
    """Whether two headings have the same number and no different names."""
    if (one.kind, one.number) != (other.kind, other.number):
        return False
    names = {plain_name(one.name), plain_name(other.name)} - {""}
    return len(names) < 2


class RowNames:
    """Index of a schedule's rows by full name, part of the name, number and id.

    The title of a row's phase is also a name of the row.
    """

    def __init__(self, entries: Sequence[ScheduleEntry], found: Sequence[Phase | None]) -> None:
        self._headings: list[list[PhaseHeading]] = []
        self._rows: defaultdict[_Key, list[int]] = defaultdict(list)
        for row, (entry, phase) in enumerate(zip(entries, found, strict=True)):
            titles = [entry.name, phase.title] if phase else [entry.name]
            headings = [heading for title in titles if (heading := read_phase_heading(title))]
            self._headings.append(headings)
            for key in dict.fromkeys(_keys_of(titles, headings)):
                self._rows[key].append(row)

    def find(self, name: str) -> list[int]:
        """Return the rows that match a name: none, one or several."""
        name = name.strip(_MARKS)
        heading = read_phase_heading(name)
        for key in _keys_for(name, heading):
            rows = self._rows.get(key, [])
            if found := [
                row for row in rows if not (heading and self._has_other_name(row, heading))
            ]:
                return found
        return []

    def _has_other_name(self, row: int, heading: PhaseHeading) -> bool:
        """Whether a row has the same number but another name: `Phase 1: Other`."""
        return any(
            (one.kind, one.number) == (heading.kind, heading.number) and not _is_same(one, heading)
            for one in self._headings[row]
        )


def _keys_of(titles: Iterable[str], headings: Iterable[PhaseHeading]) -> Iterator[_Key]:
    """The keys of a row."""
    for name in (*titles, *(heading.name for heading in headings)):
        if plain_name(name):
            yield "name", plain_name(name)
    for heading in headings:
        if heading.number:
            yield heading.kind, heading.number
            yield "number", heading.number
    for title in titles:
        if match := _ID.match(title):
            yield "id", match[1].casefold()


def _keys_for(name: str, heading: PhaseHeading | None) -> Iterator[_Key]:
    """The keys by which to look up a name, the most reliable first."""
    yield "name", plain_name(name)
    if heading and heading.number:
        yield heading.kind, heading.number
    if figure := _FIGURE.fullmatch(name):
        yield "number", figure[1].lower()
        yield "id", figure[1].lower()
    if match := _ID.match(name):
        yield "id", match[1].casefold()
