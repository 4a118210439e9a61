"""What serves what: requirements with their tasks, and tasks with those that they wait for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_plan_plugin.model.ids import Definition
from mkdocs_plan_plugin.model.progress import CountedTask, Progress


class IdTarget(NamedTuple):
    """A definition and the page that it is on; `anchor` is its HTML id there."""

    path: str
    definition: Definition
    anchor: str


class RequirementCoverage(NamedTuple):
    """A requirement and the tasks that name it."""

    target: IdTarget
    entries: tuple[CountedTask, ...] = ()

    @property
    def progress(self) -> Progress:
        """How many of the tasks are done."""
        return Progress.of(self.entries)


class UnknownId(NamedTuple):
    """A requirement that a task names and that the plan does not have."""

    key: str
    entry: CountedTask


@dataclass(frozen=True, slots=True)
class Coverage:
    """A plan's requirements, in the order of its spec, and what its tasks wait for.

    Of the requirements there are only those of a kind that tasks name at all. `waits` has the
    ids of the open tasks that a task, by its page and line, waits for.
    """

    requirements: tuple[RequirementCoverage, ...] = ()
    unknown: tuple[UnknownId, ...] = ()
    waits: Mapping[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    has_dependencies: bool = False


NO_COVERAGE = Coverage()
