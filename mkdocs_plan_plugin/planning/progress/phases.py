"""Group the tasks of pages into phases: by phase headings, else by sections."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from mkdocs_plan_plugin.model import (
    CountedTask,
    Document,
    Exclusion,
    Location,
    Phase,
    PhaseHeading,
    Progress,
    Section,
)
from mkdocs_plan_plugin.planning.progress.item_phases import item_phases
from mkdocs_plan_plugin.reading.markdown import Outline

Chain = tuple[int, ...]
BySection = Mapping[int | None, list[CountedTask]]

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


def phases_of(document: Document, tasks: BySection) -> tuple[Phase, ...]:
    """Group a page's tasks into phases, in the order of the text.

    The outermost phase headings are phases. Tasks outside them, or on a page without phase
    headings, are grouped by the sections at the first level on which they differ. If all tasks
    are in one section, they are grouped by numbered tasks that contain others. Each task is in
    exactly one phase; a phase can be empty.
    """
    title = _title_of(document)
    chains = {section: _chain(document.sections, section, title) for section in tasks}
    outer = {section: _outermost_phase(chain, document.phases) for section, chain in chains.items()}
    depth = _common_depth([chain for section, chain in chains.items() if outer[section] is None])
    groups: defaultdict[int | None, list[CountedTask]] = defaultdict(list)
    for heading in document.phases:
        chain = _chain(document.sections, heading, title)
        if _outermost_phase(chain, document.phases) == heading:
            groups[heading] = []
    for section, found in tasks.items():
        phase = outer[section]
        groups[phase if phase is not None else _section_at(chains[section], depth)] += found
    filled = [section for section, found in groups.items() if found]
    if not document.phases and len(filled) == 1:
        items = item_phases(document, groups[filled[0]])
        if items:
            return items
    order = sorted(groups, key=lambda section: -1 if section is None else section)
    return tuple(_phase(document, section, groups[section]) for section in order)


def _title_of(document: Document) -> int | None:
    """The section of the page's title: the only heading of the first level, unless a phase."""
    first = [index for index, section in enumerate(document.sections) if section.level == 1]
    return first[0] if len(first) == 1 and first[0] not in document.phases else None


def progress_by_section(
    document: Document, phases: Sequence[Phase], entries: BySection
) -> Mapping[Location, Progress]:
    """Return the progress below each heading that gets a bar: phases, at every level."""
    marked = {phase.place.section for phase in phases if phase.progress} | set(document.phases)
    tasks: defaultdict[int, list[CountedTask]] = defaultdict(list)
    for inner, found in entries.items():
        for section in _chain(document.sections, inner, None):
            if section in marked:
                tasks[section] += found
    return {
        Location(document.path, section): Progress.of(found)
        for section, found in sorted(tasks.items())
        if not _is_own_box(document, section, found)
    }


def _is_own_box(document: Document, section: int, found: Sequence[CountedTask]) -> bool:
    """Whether the only task of a section is the checkbox in its heading."""
    return bool(document.sections[section].box) and len(found) == 1


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
                merged[key if key not in merged else (*key, phase.place)] = phase
    return tuple(merged.values())


def _joined(first: Phase, other: Phase) -> Phase:
    shown, hidden = (first, other) if first.progress else (other, first)
    return replace(
        shown,
        progress=first.progress + other.progress,
        entries=first.entries + other.entries,
        also=(*first.also, hidden.place),
    )


def same_name(one: str, other: str) -> bool:
    """Whether two names are equal apart from case, punctuation and parenthesized text."""
    return bool(plain_name(one)) and plain_name(one) == plain_name(other)


def _identity(phase: Phase) -> tuple[object, ...]:
    heading = phase.heading
    if heading and heading.number:
        return heading.kind, heading.number, plain_name(heading.name)
    return (plain_name(phase.title),)


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """Normalize a name: without case, punctuation and parenthesized text."""
    return re.sub(r"[\W_]+", "", re.sub(r"\([^()]*\)", "", name)).casefold()


def _phase(document: Document, section: int | None, entries: Sequence[CountedTask]) -> Phase:
    title = document.sections[section].title if section is not None else ""
    heading: PhaseHeading | None = document.phases.get(section) if section is not None else None
    counted = tuple(entry for entry in entries if entry.exclusion is None)
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
