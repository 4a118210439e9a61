"""Determine which tasks cover which requirements, and which tasks depend on others."""

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
_Line = tuple[str, int]
"""A page's path and a line on it."""


def coverage_of(
    pages: Sequence[Document],
    roles: Mapping[str, Role],
    documents: Mapping[str, Document],
    counted_tasks: Iterable[CountedTask],
    ids: PlanIds,
) -> Coverage:
    """Trace a plan's requirements to tasks, and tasks to the tasks they depend on.

    A task covers the requirements named in its text, in its details and in the headings above it.

    Args:
        pages: The pages with the plan's tasks.
        roles: The roles of all its pages.
        documents: Every page of the site.
        counted_tasks: All of its tasks.
        ids: The plan's ids.
    """
    if not any(page.ids.mentions for page in pages):
        return Coverage()
    return _Tracer(pages, roles, documents, counted_tasks, ids).trace()


def coverage_diagnostics(coverage: Coverage) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each requirement without tasks, and for each unknown requirement."""
    for requirement in coverage.requirements:
        if not requirement.entries:
            definition = requirement.target.definition
            yield Diagnostic(
                requirement.target.path,
                definition.line,
                f"{definition.written} is not covered by any task",
                f'add "{definition.written}" to the tasks that implement it',
                category=Category.REQUIREMENTS,
            )
    for key, entry in coverage.unknown:
        yield Diagnostic(
            entry.path,
            entry.task.line,
            f"the task names {key}, which is not a requirement of the plan",
            "correct the id, or add the requirement",
            category=Category.REQUIREMENTS,
        )


class _Tracer:
    def __init__(
        self,
        pages: Sequence[Document],
        roles: Mapping[str, Role],
        documents: Mapping[str, Document],
        counted_tasks: Iterable[CountedTask],
        ids: PlanIds,
    ) -> None:
        self._pages = pages
        self._roles = roles
        self._documents = documents
        self._ids = ids
        self._entries: dict[_Line, CountedTask] = {
            (entry.path, entry.task.line): entry for entry in counted_tasks
        }
        self._covered_by: defaultdict[_Line, dict[_Line, CountedTask]] = defaultdict(dict)
        self._unknown: dict[tuple[str, _Line], UnknownId] = {}
        self._waits: defaultdict[_Line, dict[str, None]] = defaultdict(dict)
        self._has_dependencies = False

    def trace(self) -> Coverage:
        """Resolve the ids named on the pages."""
        for page in self._pages:
            headings = {section.line: index for index, section in enumerate(page.sections)}
            covering: dict[str, dict[_Line, CountedTask] | None] = {}
            for key, line, task, _, is_dependency in page.ids.mentions:
                if is_dependency:
                    self._add_dependency(page, key, task)
                    continue
                if key not in covering:
                    covering[key] = self._covering_tasks(page, key)
                if task is not None:
                    entry = self._entries.get((page.path, task))
                    if entry and entry.exclusion is not Exclusion.PARENT:
                        self._add(key, covering[key], entry)
                    else:
                        for inner in self._tasks_at(page, task):
                            self._add(key, covering[key], inner)
                elif line in headings:
                    for inner in self._tasks_below(page, headings[line]):
                        self._add(key, covering[key], inner)
        known = self._requirements()
        kinds = {_kind(each.definition.key) for each in known if self._tasks_of(each)}
        requirements = [
            RequirementCoverage(each, tuple(self._tasks_of(each).values()))
            for each in known
            if _kind(each.definition.key) in kinds
        ]
        all_kinds = {_kind(each.definition.key) for each in known}
        unknown = [each for each in self._unknown.values() if _kind(each.key) in all_kinds]
        waits = {line: tuple(keys) for line, keys in self._waits.items()}
        return Coverage(tuple(requirements), tuple(unknown), waits, self._has_dependencies)

    def _requirements(self) -> list[IdTarget]:
        """The requirements that the specs define, or the plan itself if it has no specs."""
        specs = [path for path, role in self._roles.items() if role is Role.SPEC]
        specs = specs or [path for path, role in self._roles.items() if role is Role.PLAN]
        return [
            target
            for path in sorted(specs)
            for target in self._ids.chosen_on(path)
            if is_requirement(target.definition.key)
            and _line(target) not in self._entries  # a task that is called as a requirement
        ]

    def _tasks_of(self, target: IdTarget) -> dict[_Line, CountedTask]:
        """The tasks that cover a requirement or one of its numbered criteria."""
        found = self._covered_by.get(_line(target), {})
        if not target.definition.key.startswith("Requirement "):
            return found
        for other in self._ids.chosen_on(target.path):
            if other.definition.key.startswith(f"{target.definition.key}."):
                found = found | self._covered_by.get(_line(other), {})
        return found

    def _covering_tasks(self, page: Document, key: str) -> dict[_Line, CountedTask] | None:
        """The mapping that collects the tasks that name an id, or None if the id is unknown."""
        meaning = self._ids.meaning(key, page.path)
        if not meaning.target:
            is_known = bool(meaning.candidates) or not is_requirement(key)
            return {} if is_known else None
        is_task = meaning.target.definition.form is DefinitionForm.TASK
        return {} if is_task else self._covered_by[_line(meaning.target)]

    def _add(self, key: str, covering: dict[_Line, CountedTask] | None, entry: CountedTask) -> None:
        line = entry.path, entry.task.line
        if covering is not None:
            covering[line] = entry
        else:
            self._unknown[key, line] = UnknownId(key, entry)

    def _add_dependency(self, page: Document, key: str, task: int | None) -> None:
        target = self._ids.meaning(key, page.path).target
        if not target or task is None:
            return
        line = page.path, task
        if _line(target) == line or target.path not in self._roles:
            return
        self._has_dependencies = True
        before, definition = self._documents[target.path], target.definition
        if definition.form is DefinitionForm.HEADING and definition.section is not None:
            entries = list(self._tasks_below(before, definition.section))
        else:
            entries = list(self._tasks_at(before, definition.line))
        if any(not entry.is_done for entry in entries):
            self._waits[line][target.definition.written] = None

    def _tasks_at(self, page: Document, line: int) -> Iterator[CountedTask]:
        """The task at a line, or the nested tasks that count instead of it."""
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
        """The counted tasks below a heading."""
        below = set(Outline(page.sections).within(section))
        for task in page.tasks:
            if task.section in below:
                entry = self._entries.get((page.path, task.line))
                if entry and entry.exclusion is None:
                    yield entry


def _line(target: IdTarget) -> _Line:
    return target.path, target.definition.line


def _kind(key: str) -> str:
    """Return the prefix of an id, such as `FR-`; criteria are a kind of their own."""
    kind = _PREFIX.match(key)
    return (kind[0] if kind else "") + ("." if "." in key else "")
