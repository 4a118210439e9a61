"""What a plan is: its pages, its phases and what they add up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mkdocs_plan_plugin.model.coverage import NO_COVERAGE, Coverage
from mkdocs_plan_plugin.model.kinds import Nesting, Role, State, Status
from mkdocs_plan_plugin.model.pages import PhaseHeading, Place, StatedStatus
from mkdocs_plan_plugin.model.progress import NO_PROGRESS, Entry, Progress
from mkdocs_plan_plugin.model.timelines import Activity, Actual, Schedule, Verdict


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of a plan with its tasks: a phase, or a section that holds check boxes.

    `entries` are those that count. `also` are its headings on other pages. `claim` is what
    the text says of it, where the plan counts phases; its line is one of the place's page.
    `actual` tells when its tasks were ticked, where that is known.
    """

    title: str
    place: Place
    heading: PhaseHeading | None
    progress: Progress
    entries: tuple[Entry, ...] = ()
    also: tuple[Place, ...] = ()
    claim: StatedStatus | None = None
    actual: Actual | None = None


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A task that is still to do, the heading it stands under and its line."""

    text: str
    place: Place
    line: int


@dataclass(frozen=True, slots=True)
class StatusConflict:
    """A page or a phase that the text calls done, and what its boxes say.

    `title` is the phase's; the page has none.
    """

    claim: StatedStatus
    place: Place
    title: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class Member:
    """A page of a plan and what it is to it."""

    role: Role
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class MovedOn:
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

    place: Place
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan: the page that stands for it, its other pages, and what they add up to.

    `sources` are the pages that the tasks come from; `phases` partition what counts, and
    `left_out` is the rest. `gates` and `optional` count what is part of `left_out`.
    `ready` is the number of open tasks that wait for no other, `upcoming` the first of them.
    `section_progress` and `section_gates` hold the counts beside each heading, by its place.
    `claim` is what the text says of the whole plan, `contradictions` where boxes say otherwise.
    `coverage` traces its requirements to its tasks. `happened` has what is known by date where the
    schedule has no dates.
    `moved` are the pages that it is built on and that have changed since.
    `owners` and `tags` are those that its pages name. What `is_archived` is kept for the record:
    it stands in an archive, or the text calls it superseded or the like.
    `activity` is what the history of its pages tells, `verdict` how it does; None: not known.
    """

    path: str
    title: str
    members: tuple[Member, ...] = ()
    progress: Progress = NO_PROGRESS
    phases: tuple[Phase, ...] = ()
    section_progress: Mapping[Place, Progress] = field(default_factory=dict)
    upcoming: tuple[OpenTask, ...] = ()
    ready: int = 0
    sources: tuple[str, ...] = ()
    schedule: Schedule | None = None
    happened: Schedule | None = None
    timeline: Place | None = None
    gates: Progress = NO_PROGRESS
    optional: Progress = NO_PROGRESS
    section_gates: Mapping[Place, Progress] = field(default_factory=dict)
    left_out: tuple[Entry, ...] = ()
    nesting: Nesting = Nesting.LEAVES
    claim: StatedStatus | None = None
    contradictions: tuple[StatusConflict, ...] = ()
    coverage: Coverage = NO_COVERAGE
    moved: tuple[MovedOn, ...] = ()
    activity: Activity | None = None
    verdict: Verdict | None = None
    owners: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    is_archived: bool = False

    @property
    def account(self) -> tuple[Entry, ...]:
        """Every task of the plan's pages: those that count, phase by phase, and the rest."""
        return (*(entry for phase in self.phases for entry in phase.entries), *self.left_out)

    @property
    def status(self) -> Status | None:
        """How far the plan is; None when neither a number nor the text tells.

        The number comes before what the text claims, and nothing is done while gates are open.
        """
        said = _CLAIMED.get(self.claim.state) if self.claim else None
        status = self.progress.status or said
        if status is Status.DONE and self.gates.done < self.gates.total:
            return Status.AWAITING_CHECKS
        return status

    @property
    def dated(self) -> Schedule | None:
        """Its rows on an axis of dates, where any has one."""
        return self.schedule if self.schedule and self.schedule.origin else self.happened

    def pages(self, *roles: Role) -> tuple[Member, ...]:
        """Its other pages that have one of these roles."""
        return tuple(member for member in self.members if member.role in roles)


# What is blocked, deferred or cancelled is neither done nor under way, nor just not started.
_CLAIMED = {
    State.OPEN: Status.NOT_STARTED,
    State.IN_PROGRESS: Status.IN_PROGRESS,
    State.DONE: Status.DONE,
}
