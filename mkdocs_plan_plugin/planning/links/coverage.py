"""Which tasks serve which requirements, and which tasks wait for others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mkdocs_plan_plugin.model import (
    Category,
    CountedTask,
    Coverage,
    DefinitionForm,
    Diagnostic,
    Document,
    Exclusion,
    IdTarget,
    RequirementCoverage,
    Role,
    UnknownId,
)
from mkdocs_plan_plugin.planning.links.ids import PlanIds
from mkdocs_plan_plugin.reading.links import is_requirement
from mkdocs_plan_plugin.reading.markdown import Outline

_PREFIX = re.compile(r"[^\d]*")
_Place = tuple[str, int]


def coverage_of(
    pages: Sequence[Document],
    roles: Mapping[str, Role],
    documents: Mapping[str, Document],
    breakdown: Iterable[CountedTask],
    ids: PlanIds,
) -> Coverage:
    """Trace a plan's requirements to its tasks, and tasks to those that they wait for.

    A task serves what its own text or its details name, and what the heading above it names.

    Args:
        pages: The pages that its tasks are on.
        roles: All of its pages.
        documents: Every page of the site.
        breakdown: All of its tasks.
        ids: What its ids mean.
    """
    if not any(page.ids.mentions for page in pages):
        return Coverage()
    return _Tracer(pages, roles, documents, breakdown, ids).trace()


def coverage_diagnostics(coverage: Coverage) -> Iterator[Diagnostic]:
    """What the authors should know: requirements without tasks, and tasks for none."""
    for served in coverage.requirements:
        if not served.entries:
            definition = served.target.definition
            yield Diagnostic(
                served.target.path,
                definition.line,
                f"no task names {definition.written}",
                f"write {definition.written} behind the tasks that serve it",
                category=Category.REQUIREMENTS,
            )
    for key, entry in coverage.unknown:
        yield Diagnostic(
            entry.path,
            entry.task.line,
            f"the task names {key}, which is no requirement of the plan",
            "correct the id, or add the requirement",
            category=Category.REQUIREMENTS,
        )


class _Tracer:
    def __init__(
        self,
        pages: Sequence[Document],
        roles: Mapping[str, Role],
        documents: Mapping[str, Document],
        breakdown: Iterable[CountedTask],
        ids: PlanIds,
    ) -> None:
        self._pages = pages
        self._roles = roles
        self._documents = documents
        self._ids = ids
        self._entries: dict[_Place, CountedTask] = {
            (entry.path, entry.task.line): entry for entry in breakdown
        }
        self._served: defaultdict[_Place, dict[_Place, CountedTask]] = defaultdict(dict)
        self._unknown: dict[tuple[str, _Place], UnknownId] = {}
        self._waits: defaultdict[_Place, dict[str, None]] = defaultdict(dict)
        self._has_dependencies = False

    def trace(self) -> Coverage:
        """Go through what the pages name."""
        for page in self._pages:
            headings = {section.line: index for index, section in enumerate(page.sections)}
            servers: dict[str, dict[_Place, CountedTask] | None] = {}
            for key, line, task, _, is_dependency in page.ids.mentions:
                if is_dependency:
                    self._wait(page, key, task)
                    continue
                if key not in servers:
                    servers[key] = self._servers(page, key)
                if task is not None:
                    entry = self._entries.get((page.path, task))
                    if entry and entry.exclusion is not Exclusion.PARENT:
                        self._serve(key, servers[key], entry)
                    else:
                        for inner in self._tasks_at(page, task):
                            self._serve(key, servers[key], inner)
                elif line in headings:
                    for inner in self._tasks_below(page, headings[line]):
                        self._serve(key, servers[key], inner)
        known = self._requirements()
        kinds = {_kind(each.definition.key) for each in known if self._served_by(each)}
        served = [
            RequirementCoverage(each, tuple(self._served_by(each).values()))
            for each in known
            if _kind(each.definition.key) in kinds
        ]
        all_kinds = {_kind(each.definition.key) for each in known}
        unknown = [each for each in self._unknown.values() if _kind(each.key) in all_kinds]
        waits = {place: tuple(keys) for place, keys in self._waits.items()}
        return Coverage(tuple(served), tuple(unknown), waits, self._has_dependencies)

    def _requirements(self) -> list[IdTarget]:
        """What the plan's specs define, in order; of a plan without any what it defines itself."""
        specs = [path for path, role in self._roles.items() if role is Role.SPEC]
        specs = specs or [path for path, role in self._roles.items() if role is Role.PLAN]
        return [
            target
            for path in sorted(specs)
            for target in self._ids.chosen_on(path)
            if is_requirement(target.definition.key)
        ]

    def _served_by(self, target: IdTarget) -> dict[_Place, CountedTask]:
        """The tasks of a requirement, and of its criteria where these have numbers of their own."""
        found = self._served.get(_place(target), {})
        if not target.definition.key.startswith("Requirement "):
            return found
        for other in self._ids.chosen_on(target.path):
            if other.definition.key.startswith(f"{target.definition.key}."):
                found = found | self._served.get(_place(other), {})
        return found

    def _servers(self, page: Document, key: str) -> dict[_Place, CountedTask] | None:
        """Where the tasks go that name an id; None: nothing is known of it."""
        meaning = self._ids.meaning(key, page.path)
        if not meaning.target:
            is_known = bool(meaning.candidates) or not is_requirement(key)
            return {} if is_known else None
        is_task = meaning.target.definition.form is DefinitionForm.TASK
        return {} if is_task else self._served[_place(meaning.target)]

    def _serve(
        self, key: str, served: dict[_Place, CountedTask] | None, entry: CountedTask
    ) -> None:
        place = entry.path, entry.task.line
        if served is not None:
            served[place] = entry
        else:
            self._unknown[key, place] = UnknownId(key, entry)

    def _wait(self, page: Document, key: str, task: int | None) -> None:
        target = self._ids.meaning(key, page.path).target
        if not target or task is None:
            return
        place = page.path, task
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

    def _tasks_at(self, page: Document, line: int) -> Iterator[CountedTask]:
        """The task at a line, or those nested in it that count in its place."""
        entry = self._entries.get((page.path, line))
        if not entry:
            return
        if entry.exclusion is not Exclusion.PARENT:
            yield entry
            return
        at = next(index for index, task in enumerate(page.tasks) if task.line == line)
        within = {at}
        for index, task in enumerate(page.tasks):
            if task.outer in within:
                within.add(index)
                inner = self._entries.get((page.path, task.line))
                if inner and inner.exclusion is None:
                    yield inner

    def _tasks_below(self, page: Document, section: int) -> Iterator[CountedTask]:
        """The tasks that count below a heading."""
        below = set(Outline(page.sections).within(section))
        for task in page.tasks:
            if task.section in below:
                entry = self._entries.get((page.path, task.line))
                if entry and entry.exclusion is None:
                    yield entry


def _place(target: IdTarget) -> _Place:
    return target.path, target.definition.line


def _kind(key: str) -> str:
    """`FR-` of `FR-001`; a requirement and its criteria are of two kinds."""
    kind = _PREFIX.match(key)
    return (kind[0] if kind else "") + ("." if "." in key else "")
