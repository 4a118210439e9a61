"""Which tasks serve which requirements, and which tasks wait for others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mkdocs_plan_plugin.model import (
    Coverage,
    DefinitionForm,
    Diagnostic,
    Document,
    Entry,
    Mention,
    Omission,
    Role,
    Section,
    Served,
    Target,
    Topic,
    UnknownId,
)
from mkdocs_plan_plugin.planning.ids import PlanIds
from mkdocs_plan_plugin.reading.ids import is_requirement

_PREFIX = re.compile(r"[^\d]*")
_Place = tuple[str, int]


def coverage_of(
    pages: Sequence[Document],
    roles: Mapping[str, Role],
    documents: Mapping[str, Document],
    account: Iterable[Entry],
    ids: PlanIds,
) -> Coverage:
    """Trace a plan's requirements to its tasks, and tasks to those that they wait for.

    A task serves what its own text or its details name, and what the heading above it names.

    Args:
        pages: The pages that its tasks are on.
        roles: All of its pages.
        documents: Every page of the site.
        account: All of its tasks.
        ids: What its ids mean.
    """
    if not any(page.traces.mentions for page in pages):
        return Coverage()
    return _Tracer(pages, roles, documents, account, ids).trace()


def notes_of(coverage: Coverage) -> Iterator[Diagnostic]:
    """What the authors should know: requirements without tasks, and tasks for none."""
    for served in coverage.served:
        if not served.entries:
            definition = served.target.definition
            yield Diagnostic(
                served.target.path,
                definition.line,
                f"no task names {definition.written}",
                f"write {definition.written} behind the tasks that serve it",
                topic=Topic.REQUIREMENTS,
            )
    for key, entry in coverage.unknown:
        yield Diagnostic(
            entry.path,
            entry.task.line,
            f"the task names {key}, which the plan's spec does not have",
            "correct the id, or add the requirement",
            topic=Topic.REQUIREMENTS,
        )


class _Tracer:
    def __init__(
        self,
        pages: Sequence[Document],
        roles: Mapping[str, Role],
        documents: Mapping[str, Document],
        account: Iterable[Entry],
        ids: PlanIds,
    ) -> None:
        self._pages = pages
        self._roles = roles
        self._documents = documents
        self._ids = ids
        self._entries: dict[_Place, Entry] = {
            (entry.path, entry.task.line): entry for entry in account
        }
        self._served: defaultdict[_Place, dict[_Place, Entry]] = defaultdict(dict)
        self._unknown: dict[tuple[str, _Place], UnknownId] = {}
        self._waits: defaultdict[_Place, dict[str, None]] = defaultdict(dict)
        self._has_dependencies = False

    def trace(self) -> Coverage:
        """Go through what the pages name."""
        for page in self._pages:
            headings = {section.line: index for index, section in enumerate(page.sections)}
            for mention in page.traces.mentions:
                if mention.is_dependency:
                    self._wait(page, mention)
                elif mention.task is not None:
                    self._serve(page, mention.key, self._tasks_at(page, mention.task))
                elif mention.line in headings:
                    self._serve(page, mention.key, self._tasks_below(page, headings[mention.line]))
        known = self._requirements()
        kinds = {_kind(each.definition.key) for each in known if self._served_by(each)}
        served = [
            Served(each, tuple(self._served_by(each).values()))
            for each in known
            if _kind(each.definition.key) in kinds
        ]
        all_kinds = {_kind(each.definition.key) for each in known}
        unknown = [each for each in self._unknown.values() if _kind(each.key) in all_kinds]
        waits = {place: tuple(keys) for place, keys in self._waits.items()}
        return Coverage(tuple(served), tuple(unknown), waits, self._has_dependencies)

    def _requirements(self) -> list[Target]:
        """What the plan's specs define, in order."""
        specs = [path for path, role in self._roles.items() if role is Role.SPEC]
        return [
            target
            for path in sorted(specs)
            for target in self._ids.chosen_on(path)
            if is_requirement(target.definition.key)
        ]

    def _served_by(self, target: Target) -> dict[_Place, Entry]:
        """The tasks of a requirement, and of its criteria where these have numbers of their own."""
        found = dict(self._served.get(_place(target), {}))
        for other in self._ids.chosen_on(target.path):
            if other.definition.key.startswith(f"{target.definition.key}."):
                found |= self._served.get(_place(other), {})
        return found

    def _serve(self, page: Document, key: str, entries: Iterable[Entry]) -> None:
        meaning = self._ids.meaning(key, page.path)
        target = meaning.target
        for entry in entries:
            place = entry.path, entry.task.line
            if target and target.definition.form is not DefinitionForm.TASK:
                self._served[_place(target)][place] = entry
            elif not target and not meaning.candidates and is_requirement(key):
                self._unknown[key, place] = UnknownId(key, entry)

    def _wait(self, page: Document, mention: Mention) -> None:
        target = self._ids.meaning(mention.key, page.path).target
        if not target or mention.task is None:
            return
        place = page.path, mention.task
        if _place(target) == place or target.path not in self._roles:
            return
        self._has_dependencies = True
        before, definition = self._documents[target.path], target.definition
        if definition.form is DefinitionForm.HEADING and definition.section is not None:
            entries = list(self._tasks_below(before, definition.section))
        else:
            entries = list(self._tasks_at(before, definition.line))
        if any(not entry.is_done for entry in entries):
            self._waits[place][target.definition.written] = None

    def _tasks_at(self, page: Document, line: int) -> Iterator[Entry]:
        """The task at a line, or those nested in it that count in its place."""
        entry = self._entries.get((page.path, line))
        if not entry:
            return
        if entry.omission is not Omission.PARENT:
            yield entry
            return
        at = next(index for index, task in enumerate(page.tasks) if task.line == line)
        within = {at}
        for index, task in enumerate(page.tasks):
            if task.outer in within:
                within.add(index)
                inner = self._entries.get((page.path, task.line))
                if inner and inner.omission is None:
                    yield inner

    def _tasks_below(self, page: Document, section: int) -> Iterator[Entry]:
        """The tasks that count below a heading."""
        below = set(_below(page.sections, section))
        for task in page.tasks:
            if task.section in below:
                entry = self._entries.get((page.path, task.line))
                if entry and entry.omission is None:
                    yield entry


def _below(sections: Sequence[Section], section: int) -> Iterator[int]:
    yield section
    within = {section}
    for index in range(section + 1, len(sections)):
        if sections[index].parent in within:
            within.add(index)
            yield index


def _place(target: Target) -> _Place:
    return target.path, target.definition.line


def _kind(key: str) -> str:
    """`FR-` of `FR-001`; a requirement and its criteria are of two kinds."""
    kind = _PREFIX.match(key)
    return (kind[0] if kind else "") + ("." if "." in key else "")
