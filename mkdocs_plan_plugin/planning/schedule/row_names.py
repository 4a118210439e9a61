"""What the names in a schedule mean: which phase a row speaks of, and which row a text names."""

from __future__ import annotations

import re
import string
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from mkdocs_plan_plugin.model import Phase, PhaseHeading, ScheduleEntry
from mkdocs_plan_plugin.planning.progress import plain_name, same_name
from mkdocs_plan_plugin.reading.tasks import read_phase_heading

# `T014` in "T014: Storage", `1.2` in "1.2 Storage", `3` in "3. Storage".
_ID = re.compile(
    r"[\W_]*((?:[^\W\d_]+-?\d+(?:[.-]\d+)*|\d+(?:\.\d+)+)[a-z]?(?![\w-])|\d+(?=[.):]\s))",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"#?0*(\d+(?:\.\d+)*[a-z]?)", re.IGNORECASE)
_MARKS = "*_`" + string.whitespace
_Key = tuple[str, str]


def phase_of(path: str, entry: ScheduleEntry, phases: Sequence[Phase]) -> Phase | None:
    """The one phase that a row speaks of, on its own page if that has it."""
    own = [phase for phase in phases if phase.place.path == path]
    others = [phase for phase in phases if phase.place.path != path]
    return _match(entry, own) or _match(entry, others)


def _match(entry: ScheduleEntry, phases: Sequence[Phase]) -> Phase | None:
    """By heading, by name, else by number where no name speaks against it."""
    if here := [phase for phase in phases if phase.title == entry.name]:
        return here[0] if len(here) == 1 else _at(entry.section, here)
    if named := [phase for phase in phases if _is_called(phase, entry.name)]:
        return named[0] if len(named) == 1 else None
    said = read_phase_heading(entry.name)
    if not said or not said.number:
        return None
    numbered = [phase for phase in phases if phase.heading and _is_same(phase.heading, said)]
    return numbered[0] if len(numbered) == 1 else None


def _at(section: int | None, phases: Sequence[Phase]) -> Phase | None:
    return next((phase for phase in phases if phase.place.section == section), None)


def _is_called(phase: Phase, name: str) -> bool:
    return same_name(phase.title, name) or bool(
        phase.heading and same_name(phase.heading.name, name)
    )


def _is_same(one: PhaseHeading, other: PhaseHeading) -> bool:
    """Whether two headings have one number, and no two names."""
    if (one.kind, one.number) != (other.kind, other.number):
        return False
    names = {plain_name(one.name), plain_name(other.name)} - {""}
    return len(names) < 2


class RowNames:
    """The rows of a schedule by their names: in full, in part, by number and by id.

    A row is also called what the phase is called that it speaks of.
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
        """The rows that a name may mean: none, the one, or several."""
        name = name.strip(_MARKS)
        said = read_phase_heading(name)
        for key in _keys_for(name, said):
            rows = self._rows.get(key, [])
            if found := [row for row in rows if not (said and self._has_other_name(row, said))]:
                return found
        return []

    def _has_other_name(self, row: int, said: PhaseHeading) -> bool:
        """Whether a row is of the same number, but of another name: `Phase 1: Other`."""
        return any(
            (one.kind, one.number) == (said.kind, said.number) and not _is_same(one, said)
            for one in self._headings[row]
        )


def _keys_of(titles: Iterable[str], headings: Iterable[PhaseHeading]) -> Iterator[_Key]:
    """What a row goes by."""
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


def _keys_for(name: str, said: PhaseHeading | None) -> Iterator[_Key]:
    """What a row that is named so may go by, the surest first."""
    yield "name", plain_name(name)
    if said and said.number:
        yield said.kind, said.number
    if figure := _FIGURE.fullmatch(name):
        yield "number", figure[1].lower()
        yield "id", figure[1].lower()
    if match := _ID.match(name):
        yield "id", match[1].casefold()
