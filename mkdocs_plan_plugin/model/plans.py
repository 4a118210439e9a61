"""A plan with its pages, phases and progress."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mkdocs_plan_plugin.model.coverage import NO_COVERAGE, Coverage
from mkdocs_plan_plugin.model.kinds import Nesting, Role, State, Status
from mkdocs_plan_plugin.model.pages import Location, MalformedBox, PhaseHeading, StatedStatus
from mkdocs_plan_plugin.model.progress import NO_PROGRESS, CountedTask, Progress
from mkdocs_plan_plugin.model.timelines import Activity, Actual, HealthAssessment, Schedule


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of a plan with its tasks: a phase, or a section with check boxes.

    `entries` are the tasks that count, `also` its headings on other pages. `stated_status` is set
    where the plan counts phases; its line is on the page of `place`. `actual` is when its tasks
    were ticked, if known.
    """

    title: str
    location: Location
    heading: PhaseHeading | None
    progress: Progress
    entries: tuple[CountedTask, ...] = ()
    also: tuple[Location, ...] = ()
    stated_status: StatedStatus | None = None
    actual: Actual | None = None


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A task that is still to do, its section and its line."""

    text: str
    location: Location
    line: int


@dataclass(frozen=True, slots=True)
class StatusConflict:
    """A page or phase whose stated status contradicts its boxes.

    `title` is the phase's, empty for a page.
    """

    stated: StatedStatus
    location: Location
    title: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class Member:
    """A page of a plan and its role."""

    role: Role
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class OutdatedSource:
    """A source of a plan that changed (on `day`) after the plan did (`since`).

    `ids` are the requirements whose text has changed, if known.
    """

    path: str
    day: date
    since: date
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Backlink:
    """A reference to a page from another one: its section, line and text."""

    location: Location
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan: its main page (`path`), its other pages, and the results of all of them.

    `sources` are the pages with its tasks; `phases` partition the tasks that count, and
    `excluded` has the rest, of which `checks` and `optional` count a part.
    `ready` is the number of open tasks that wait for no other, `upcoming` the first of them.
    `malformed` are the lines of each page that look like check boxes but are none.
    `section_progress` and `section_checks` are the counts of each heading.
    `status_conflicts` are where boxes contradict a stated status.
    `coverage` traces its requirements to its tasks. `actual_schedule` has the known dates where
    `schedule` has none.
    `outdated` are the sources that have changed since the plan did.
    `owners` and `tags` are those named on its pages. A plan `is_archived` when it is in an
    archive, or its text calls it superseded or the like. It `is_item` when it is one item of work,
    whose status its tool keeps in the front matter: boxes then stand beside that.
    `deadline` and `end` are the days that the text gives for the whole plan.
    `activity` comes from the history of its pages; it and `assessment` are None if unknown.
    """

    path: str
    title: str
    members: tuple[Member, ...] = ()
    progress: Progress = NO_PROGRESS
    phases: tuple[Phase, ...] = ()
    section_progress: Mapping[Location, Progress] = field(default_factory=dict)
    upcoming: tuple[OpenTask, ...] = ()
    ready: int = 0
    sources: tuple[str, ...] = ()
    schedule: Schedule | None = None
    actual_schedule: Schedule | None = None
    timeline: Location | None = None
    checks: Progress = NO_PROGRESS
    optional: Progress = NO_PROGRESS
    section_checks: Mapping[Location, Progress] = field(default_factory=dict)
    excluded: tuple[CountedTask, ...] = ()
    malformed: Mapping[str, tuple[MalformedBox, ...]] = field(default_factory=dict)
    nesting: Nesting = Nesting.LEAVES
    stated_status: StatedStatus | None = None
    status_conflicts: tuple[StatusConflict, ...] = ()
    coverage: Coverage = NO_COVERAGE
    outdated: tuple[OutdatedSource, ...] = ()
    activity: Activity | None = None
    assessment: HealthAssessment | None = None
    owners: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    is_archived: bool = False
    deadline: date | None = None
    end: date | None = None
    is_item: bool = False

    @property
    def breakdown(self) -> tuple[CountedTask, ...]:
        """Every task of the plan's pages: those that count, phase by phase, and the rest."""
        return (*(entry for phase in self.phases for entry in phase.entries), *self.excluded)

    @property
    def status(self) -> Status | None:
        """The plan's status, None if it has neither tasks nor a stated status.

        Tasks take precedence over the stated status, except for items. No plan is done while checks
        are open, or while a line may be a task that is not counted.
        """
        stated = _STATED.get(self.stated_status.state) if self.stated_status else None
        if self.is_item and stated:
            return stated
        status = self.progress.status or stated
        if status is not Status.DONE:
            return status
        malformed = [box for boxes in self.malformed.values() for box in boxes]
        if not all(box.is_check for box in malformed):
            return Status.IN_PROGRESS
        is_open = malformed or self.checks.done < self.checks.total
        return Status.AWAITING_CHECKS if is_open else status

    @property
    def dated(self) -> Schedule | None:
        """The schedule with dates, if any."""
        return self.schedule if self.schedule and self.schedule.origin else self.actual_schedule

    def pages(self, *roles: Role) -> tuple[Member, ...]:
        """Return its other pages with one of these roles."""
        return tuple(member for member in self.members if member.role in roles)


# Blocked, deferred and cancelled are neither done nor in progress, nor merely not started.
_STATED = {
    State.OPEN: Status.NOT_STARTED,
    State.IN_PROGRESS: Status.IN_PROGRESS,
    State.DONE: Status.DONE,
}
