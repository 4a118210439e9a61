"""Group the tasks of pages into phases: by phase headings, else by sections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from mkdocs_plan_plugin.model import (
    CountedTask,
    Document,
    Exclusion,
    Form,
    Location,
    Phase,
    PhaseHeading,
    PhaseLabel,
    Progress,
    Section,
)
from mkdocs_plan_plugin.planning.progress.item_phases import item_phases
from mkdocs_plan_plugin.reading import plain_name
from mkdocs_plan_plugin.reading.markdown import Outline
from mkdocs_plan_plugin.reading.tasks import read_phase_heading

Chain = tuple[int, ...]
Key = int | PhaseLabel | None
"""What a group of tasks is found by: a section, or a label; None for tasks outside of sections."""
BySection = Mapping[int | None, list[CountedTask]]

NO_BOXES: Mapping[int, int] = MappingProxyType({})
_WORK = (None, Exclusion.PARENT, Exclusion.CHILD)


def work_by_section(entries: Iterable[CountedTask]) -> BySection:
    """Group tasks by section, without checks and optional and cancelled tasks."""
    return by_section(entry for entry in entries if entry.exclusion in _WORK)


def by_section(entries: Iterable[CountedTask]) -> BySection:
    """Group tasks by the section that contains them."""
    found: defaultdict[int | None, list[CountedTask]] = defaultdict(list)
    for entry in entries:
        found[entry.task.section].append(entry)
    return found


def phases_of(
    document: Document, tasks: BySection, of_boxes: Mapping[int, int] = NO_BOXES
) -> tuple[Phase, ...]:
    """Group a page's tasks into phases, in the order of the text.

    The outermost phase headings are phases, and so are list items and paragraphs that name one.
    Tasks outside them, or on a page without phases, are grouped by the sections at the first
    level on which they differ. If all tasks are in one section, they are grouped by numbered tasks
    that contain others. Each task is in exactly one phase; a phase can be empty.

    Args:
        document: The page.
        tasks: Its tasks by section.
        of_boxes: The phase that each check box for a phase without other tasks stands for, as a
            section, by the line of the box.
    """
    groups = _Groups(document, tasks, of_boxes).filled()
    filled = [key for key, found in groups.items() if found]
    if not document.phases and len(filled) == 1 and not isinstance(filled[0], PhaseLabel):
        items = item_phases(document, groups[filled[0]])
        if items:
            return items
    return tuple(
        _phase(document, key, groups[key]) for key in sorted(groups, key=_line_in(document))
    )


class _Groups:
    """Assigns the tasks of a page to phases."""

    def __init__(self, document: Document, tasks: BySection, of_boxes: Mapping[int, int]) -> None:
        self._document = document
        self._tasks = tasks
        self._of_boxes = of_boxes
        self._title = _title_of(document)
        self._labels = {label.line: label for label in document.phase_labels}
        self._chains = {section: self._chain(section) for section in tasks}
        self._outer = {
            section: _outermost_phase(chain, document.phases)
            for section, chain in self._chains.items()
        }
        self._depth = _common_depth([*self._outside()])

    def filled(self) -> Mapping[Key, list[CountedTask]]:
        """Return the tasks of each phase."""
        groups: defaultdict[Key, list[CountedTask]] = defaultdict(list)
        for heading in self._document.phases:
            if _outermost_phase(self._chain(heading), self._document.phases) == heading:
                groups[heading] = []
        for found in self._tasks.values():
            for entry in found:
                groups[self._key(entry)].append(entry)
        return groups

    def _key(self, entry: CountedTask) -> Key:
        section = entry.task.section
        phase = self._of_boxes.get(entry.task.line, self._outer[section])
        if phase is not None:
            return phase
        return self._label(entry) or _section_at(self._chains[section], self._depth)

    def _label(self, entry: CountedTask) -> PhaseLabel | None:
        return self._labels.get(entry.task.phase) if entry.task.phase is not None else None

    def _outside(self) -> Iterator[Chain]:
        """Yield the sections of tasks that are in no phase."""
        for section, found in self._tasks.items():
            if self._outer[section] is None and not all(map(self._label, found)):
                yield self._chains[section]

    def _chain(self, section: int | None) -> Chain:
        return _chain(self._document.sections, section, self._title)


def _line_in(document: Document) -> Callable[[Key], int]:
    def line(key: Key) -> int:
        if key is None:
            return 0
        return key.line if isinstance(key, PhaseLabel) else document.sections[key].line

    return line


def _title_of(document: Document) -> int | None:
    """The section of the page's title: the only heading of the first level, unless a phase."""
    first = [index for index, section in enumerate(document.sections) if section.level == 1]
    return first[0] if len(first) == 1 and first[0] not in document.phases else None


def progress_by_section(
    document: Document,
    phases: Sequence[Phase],
    entries: BySection,
    also: Container[Location] = (),
) -> Mapping[Location, Progress]:
    """Return the progress below each heading that gets a bar: phases, at every level.

    A heading whose only task is itself gets none, unless it is in `also`.
    """
    marked = {phase.location.section for phase in phases if phase.progress} | set(document.phases)
    tasks: defaultdict[int, list[CountedTask]] = defaultdict(list)
    for inner, found in entries.items():
        for section in _chain(document.sections, inner, None):
            if section in marked:
                tasks[section] += found
    return {
        Location(document.path, section): Progress.of(found)
        for section, found in sorted(tasks.items())
        if not _is_own_box(section, found) or Location(document.path, section) in also
    }


def _is_own_box(section: int, found: Sequence[CountedTask]) -> bool:
    """Whether the only task of a section is its own heading."""
    is_heading = found[0].task.form is Form.HEADING and found[0].task.section == section
    return is_heading and len(found) == 1


def merge_phases(pages: Iterable[Sequence[Phase]]) -> tuple[Phase, ...]:
    """Merge the phases of a plan's pages; phases of the same name on two pages are one."""
    merged: dict[tuple[object, ...], Phase] = {}
    for phases in pages:
        seen = dict(merged)
        for phase in phases:
            key = _identity(phase)
            same = seen.pop(key, None)
            if same:
                merged[key] = _joined(same, phase)
            else:
                # Phases with the same name on one page are different phases.
                merged[key if key not in merged else (*key, phase.location)] = phase
    return tuple(merged.values())


def _joined(first: Phase, other: Phase) -> Phase:
    shown, hidden = (first, other) if first.progress else (other, first)
    return replace(
        shown,
        progress=first.progress + other.progress,
        entries=first.entries + other.entries,
        also=(*first.also, hidden.location),
    )


def _identity(phase: Phase) -> tuple[object, ...]:
    heading = phase.heading
    if heading and heading.number:
        return heading.kind, heading.number, plain_name(heading.name)
    return (plain_name(phase.title),)


def _phase(document: Document, key: Key, entries: Sequence[CountedTask]) -> Phase:
    counted = tuple(entry for entry in entries if entry.exclusion is None)
    if isinstance(key, PhaseLabel):
        place = Location(document.path, key.section, key.line)
        heading = read_phase_heading(key.title)
        return Phase(key.title, place, heading, Progress.of(entries), counted)
    section = key
    title = document.sections[section].title if section is not None else ""
    heading = document.phases.get(section) if section is not None else None
    return Phase(title, Location(document.path, section), heading, Progress.of(entries), counted)


def _chain(sections: Sequence[Section], section: int | None, title: int | None) -> Chain:
    """The section and its ancestors, outermost first, without the page's title."""
    ancestors = Outline(sections).around(section)
    return tuple(reversed([each for each in ancestors if each != title]))


def _outermost_phase(chain: Chain, phases: Mapping[int, PhaseHeading]) -> int | None:
    return next((section for section in chain if section in phases), None)


def _common_depth(chains: Sequence[Chain]) -> int:
    """The length of the common prefix of these chains of sections."""
    distinct = set(chains)
    if len(distinct) < 2:
        return max((len(chain) - 1 for chain in distinct), default=0)
    depth = 0
    while (
        all(len(chain) > depth for chain in distinct)
        and len({chain[depth] for chain in distinct}) == 1
    ):
        depth += 1
    return depth


def _section_at(chain: Chain, depth: int) -> int | None:
    if not chain:
        return None
    return chain[min(depth, len(chain) - 1)]
