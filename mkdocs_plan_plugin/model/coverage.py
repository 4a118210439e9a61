"""Requirements with the tasks that cover them, and tasks with their open dependencies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_plan_plugin.model.ids import Definition
from mkdocs_plan_plugin.model.progress import CountedTask, Progress


class IdTarget(NamedTuple):
    """A definition, its page and its HTML id on that page (`anchor`)."""

    path: str
    definition: Definition
    anchor: str


class RequirementCoverage(NamedTuple):
    """A requirement and the tasks that name it."""

    target: IdTarget
    entries: tuple[CountedTask, ...] = ()

    @property
    def progress(self) -> Progress:
        """The progress of these tasks."""
        return Progress.of(self.entries)


class UnknownId(NamedTuple):
    """A requirement that a task names and the plan does not define."""

    key: str
    entry: CountedTask


@dataclass(frozen=True, slots=True)
class Coverage:
    """A plan's requirements, in the order of its spec, and the dependencies of its tasks.

    `requirements` only has kinds of requirements that some task names. `waits` maps a task, by
    page and line, to the ids of the open tasks that it waits for.
    """

    requirements: tuple[RequirementCoverage, ...] = ()
    unknown: tuple[UnknownId, ...] = ()
    waits: Mapping[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    has_dependencies: bool = False


NO_COVERAGE = Coverage()
