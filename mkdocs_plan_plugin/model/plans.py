"""What a plan is: its pages, its phases and what they add up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mkdocs_plan_plugin.model.coverage import NO_COVERAGE, Coverage
from mkdocs_plan_plugin.model.kinds import Nesting, Role, State, Status
from mkdocs_plan_plugin.model.pages import Location, PhaseHeading, StatedStatus
from mkdocs_plan_plugin.model.progress import NO_PROGRESS, CountedTask, Progress
from mkdocs_plan_plugin.model.timelines import Activity, Actual, HealthAssessment, Schedule


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of a plan with its tasks: a phase, or a section that holds check boxes.

    `entries` are those that count. `also` are its headings on other pages. `stated_status` is what
    the text says of it, where the plan counts phases; its line is one of the place's page.
    `actual` tells when its tasks were ticked, where that is known.
    """

    title: str
    place: Location
    heading: PhaseHeading | None
    progress: Progress
    entries: tuple[CountedTask, ...] = ()
    also: tuple[Location, ...] = ()
    stated_status: StatedStatus | None = None
    actual: Actual | None = None


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A task that is still to do, the heading it stands under and its line."""

    text: str
    place: Location
    line: int


@dataclass(frozen=True, slots=True)
class StatusConflict:
    """A page or a phase that the text calls done, and what its boxes say.

    `title` is the phase's; the page has none.
    """

    stated: StatedStatus
    place: Location
    title: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class Member:
    """A page of a plan and what it is to it."""

    role: Role
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class OutdatedSource:
    """A page that a plan is built on and that changed on a `day` after the plan did, `since`.

    `ids` are those of its requirements that say something else now, where that is known.
    """

    path: str
    day: date
    since: date
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Backlink:
    """A place on a page that names another one: the heading that it stands under, and its words."""

    place: Location
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan: the page that stands for it, its other pages, and what they add up to.

    `sources` are the pages that the tasks come from; `phases` partition what counts, and
    `excluded` is the rest. `checks` and `optional` count what is part of `excluded`.
    `ready` is the number of open tasks that wait for no other, `upcoming` the first of them.
    `section_progress` and `section_checks` hold the counts beside each heading, by its place.
    `stated_status` is what the text says of the plan, `status_conflicts` where boxes disagree.
    `coverage` traces its requirements to its tasks. `actual_schedule` has what is known by date where
    the schedule has no dates.
    `outdated` are the pages that it is built on and that have changed since.
    `owners` and `tags` are those that its pages name. What `is_archived` is kept for the record:
    it stands in an archive, or the text calls it superseded or the like.
    `activity` is what the history of its pages tells, `assessment` how it does; None: not known.
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

    @property
    def breakdown(self) -> tuple[CountedTask, ...]:
        """Every task of the plan's pages: those that count, phase by phase, and the rest."""
        return (*(entry for phase in self.phases for entry in phase.entries), *self.excluded)

    @property
    def status(self) -> Status | None:
        """How far the plan is; None when neither a number nor the text tells.

        The number comes before what the text claims, and nothing is done while checks are open.
        """
        said = _STATED.get(self.stated_status.state) if self.stated_status else None
        status = self.progress.status or said
        if status is Status.DONE and self.checks.done < self.checks.total:
            return Status.AWAITING_CHECKS
        return status

    @property
    def dated(self) -> Schedule | None:
        """Its rows on an axis of dates, where any has one."""
        return self.schedule if self.schedule and self.schedule.origin else self.actual_schedule

    def pages(self, *roles: Role) -> tuple[Member, ...]:
        """Its other pages that have one of these roles."""
        return tuple(member for member in self.members if member.role in roles)


# What is blocked, deferred or cancelled is neither done nor under way, nor just not started.
_STATED = {
    State.OPEN: Status.NOT_STARTED,
    State.IN_PROGRESS: Status.IN_PROGRESS,
    State.DONE: Status.DONE,
}
