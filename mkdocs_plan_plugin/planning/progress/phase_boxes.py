"""Find check boxes that stand for sections: `- [x] Phase 1: Frame` in a list of the phases.

A list of phases is no work of its own: where a phase has tasks, these count, not its box.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_plan_plugin.model import CountedTask, Document, Exclusion, State, StatedStatus
from mkdocs_plan_plugin.reading import plain_name
from mkdocs_plan_plugin.reading.markdown import Outline
from mkdocs_plan_plugin.reading.tasks import read_phase_heading, task_id

_Place = tuple[int, int]
"""A page, by its index, and a section of it."""
_Key = tuple[str, str]
_SHORT = 3
"""Names of so few letters may be those of anything."""
_ALIKE = 9
"""How many letters of two names with the same number must be the same."""


@dataclass(frozen=True, slots=True)
class PhaseBoxes:
    """The tasks of a plan's pages without the check boxes of sections that have tasks.

    Attributes:
        tasks: The tasks of each page.
        phases: For each page the phases without other tasks, by the line of their check boxes.
        stated: For each page what ticked boxes say about sections that have tasks.
    """

    tasks: list[tuple[CountedTask, ...]]
    phases: list[dict[int, int]]
    stated: list[list[StatedStatus]]


def find_phase_boxes(
    pages: Sequence[Document], tasks: Sequence[tuple[CountedTask, ...]]
) -> PhaseBoxes:
    """Find the check boxes of sections among the counted tasks of a plan's pages."""
    finder = _Finder(pages, tasks)
    found = PhaseBoxes([], [{} for _ in pages], [[] for _ in pages])
    for page, entries in enumerate(tasks):
        boxes = dict(finder.boxes(page))
        kept = [*entries]
        for at, place in boxes.items():
            entry = entries[at]
            if place in finder.with_tasks:
                kept[at] = entry._replace(exclusion=Exclusion.PHASE)
                if place[0] == page and entry.is_done:
                    stated = StatedStatus(State.DONE, "[x]", entry.task.line, place[1])
                    found.stated[page].append(stated)
            elif place[0] == page and place[1] in pages[page].phases:
                found.phases[page][entry.task.line] = place[1]
        found.tasks.append(tuple(kept))
    return found


class _Finder:
    """Finds the sections that check boxes name."""

    def __init__(self, pages: Sequence[Document], tasks: Sequence[tuple[CountedTask, ...]]) -> None:
        self._outlines = [Outline(page.sections) for page in pages]
        self._tasks = tasks
        self._headings: defaultdict[_Key, list[tuple[_Place, str]]] = defaultdict(list)
        for index, page in enumerate(pages):
            for at, section in enumerate(page.sections):
                found = _key_and_name(section.title)
                if found and (section.level > 1 or at in page.phases):
                    self._headings[found[0]].append(((index, at), found[1]))

    def boxes(self, page: int) -> Iterator[tuple[int, _Place]]:
        """Yield the tasks of a page that name a section, by index, with that section."""
        if not self._headings:
            return
        for at, entry in enumerate(self._tasks[page]):
            text = entry.task.text
            places = self._named(text) if entry.exclusion is None and self._may_name(text) else []
            if place := self._chosen(places, page, entry):
                yield at, place

    def _named(self, text: str) -> list[_Place]:
        found = _key_and_name(text)
        if not found:
            return []
        key, name = found
        return [place for place, other in self._headings.get(key, ()) if _are_alike(name, other)]

    def _may_name(self, text: str) -> bool:
        """Rule out most tasks quickly: those with an id that no heading has."""
        number = task_id(text)
        return not number or " " in number or _id_key(number) in self._headings

    def _chosen(self, places: Sequence[_Place], page: int, entry: CountedTask) -> _Place | None:
        """Choose a section on the same page, unless the box is in such a section itself."""
        if not places:
            return None
        here = [section for index, section in places if index == page]
        around = {*self._outlines[page].around(entry.task.section)}
        if not around.isdisjoint(here):
            return None
        return (page, here[0]) if here else places[0]

    @cached_property
    def with_tasks(self) -> frozenset[_Place]:
        """The sections with tasks that count, also in their subsections."""
        return frozenset(
            (page, each)
            for page, entries in enumerate(self._tasks)
            for section in {entry.task.section for entry in entries if not entry.exclusion}
            for each in self._outlines[page].around(section)
        )


def _are_alike(one: str, other: str) -> bool:
    """Return whether two names begin alike: a box often says more than the heading, or less."""
    length = min(len(one), len(other), _ALIKE)
    return one[:length] == other[:length]


def _id_key(number: str) -> _Key:
    return "", number.rstrip(".").casefold()


def _key_and_name(text: str) -> tuple[_Key, str] | None:
    """Return what a text is found by, and the rest of its name; None if that is too short.

    That is the number of a phase, or an id, or else the whole name.
    """
    heading = read_phase_heading(text)
    if heading and heading.number:
        return (heading.kind, heading.number), plain_name(heading.name)
    if number := task_id(text):
        return _id_key(number), plain_name(text.removeprefix(number))
    name = plain_name(text)
    return (("name", name), "") if len(name) > _SHORT else None
