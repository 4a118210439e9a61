"""The vocabulary: what a page says and what a plan is, as frozen dataclasses.

What a site has by the hundred thousand is a named tuple, which is made twice as fast.

Nothing here computes more than a property; nothing here knows Markdown, HTML or MkDocs.
Paths are those of a site's sources, relative to the docs folder, with forward slashes.
Lines are 1-based lines of the file as it is on disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a page is to its plan."""

    PLAN = "plan"
    SPEC = "spec"
    RESEARCH = "research"
    TASKS = "tasks"
    DATA_MODEL = "data-model"
    QUICKSTART = "quickstart"
    CONTRACT = "contract"
    CHECKLIST = "checklist"
    NONE = "none"


class State(StrEnum):
    """How a task stands. Only what is done counts as done; a deferred task is still to do."""

    OPEN = "open"
    IN_PROGRESS = "in-progress"
    BLOCKED = "blocked"
    DEFERRED = "deferred"
    DONE = "done"
    CANCELLED = "cancelled"


class Form(StrEnum):
    """How a task is written. GitHub shows a box for the first form alone."""

    BOX = "box"
    """`- [ ] text`"""
    MARK = "mark"
    """`- [~] text`, `- [ ]* text`: a mark or a sign that GitHub shows as text."""
    INNER = "inner"
    """`- **P1.3** [ ] text`: a box after an id."""
    SYMBOL = "symbol"
    """`- ☐ text`"""
    HEADING = "heading"
    """`### [x] Step`"""
    ROW = "row"
    """A row of a table with a column for the status."""


class Omission(StrEnum):
    """Why a task on a page is not part of its plan's number."""

    GATE = "gate"
    """It is a check to pass, not work to do; gates have a count of their own."""
    OPTIONAL = "optional"
    CANCELLED = "cancelled"
    PARENT = "parent"
    """The tasks nested in it count."""
    CHILD = "child"
    """The task around it counts."""


class Status(StrEnum):
    """How far a plan or phase is, in one word."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    AWAITING_CHECKS = "awaiting-checks"
    """All tasks are done, and gates are open."""
    DONE = "done"


class Severity(StrEnum):
    """How loud a diagnostic is: a warning makes a strict build fail, a note does not."""

    NOTE = "note"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something in the text that its author should know: where, what is wrong, the cure."""

    path: str
    line: int
    problem: str
    cure: str
    severity: Severity = Severity.NOTE


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, up to the next heading.

    `parent` is the index of the nearest earlier section of a higher rank in the document.
    """

    level: int
    title: str
    line: int
    parent: int | None = None


class Task(NamedTuple):
    """A check box, or what stands for one.

    `section` is an index into the document's sections, `outer` one into its tasks: the task
    that this one is nested in. `mark` is what stands in the brackets. `is_gate` tells a check
    to pass from work to do.
    """

    text: str
    state: State
    line: int
    section: int | None = None
    form: Form = Form.BOX
    mark: str = " "
    outer: int | None = None
    is_optional: bool = False
    is_gate: bool = False


class Item(NamedTuple):
    """A list item's own text, without that of the items nested in it."""

    text: str
    line: int
    section: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table's cells as plain text; `lines` holds the line of each row."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    section: int | None = None


class ReferenceKind(StrEnum):
    """How a page names another one."""

    LINK = "link"
    CODE = "code"
    PLACEHOLDER = "placeholder"


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that names another page: `[spec](spec.md)`, `` `spec.md` ``, `[Link to spec]`."""

    target: str
    kind: ReferenceKind
    line: int


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment that asks for a widget: `<!-- plan:overview -->` has the name `overview`."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What a page says of its state in words: `Status: complete`, `## Phase 1 ✅`.

    `section` is the phase that it is said of; None: the whole page.
    """

    state: State
    written: str
    line: int
    section: int | None = None


@dataclass(frozen=True, slots=True)
class PhaseHeading:
    """What a heading such as `Phase 2: Core features` says: kind, number and name."""

    kind: str
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time as written.

    Either a duration (`least` to `most`, in working days), or a place in the plan's own time
    (`first` to `last`, in working days since its start, as `Week 3` says), or dates, both
    inclusive. A date alone may come with a duration.
    """

    least: float | None = None
    most: float | None = None
    first: float | None = None
    last: float | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class ScheduleEntry:
    """One line of a written schedule: `Phase 1: 2 weeks`."""

    name: str
    span: Span
    written: str
    line: int
    section: int | None = None


@dataclass(frozen=True, slots=True)
class WrittenSchedule:
    """All that a page says about when: its entries, its total and its own start and end."""

    entries: tuple[ScheduleEntry, ...] = ()
    total: ScheduleEntry | None = None
    start: date | None = None
    end: date | None = None

    def __bool__(self) -> bool:
        return bool(self.entries or (self.start and self.end))


@dataclass(frozen=True, slots=True)
class Document:
    """A page as it is written. Sections, tasks and the rest are in the order of the text.

    `body` is the text without its front matter; blank lines stand for the metadata's.
    """

    path: str
    meta: Mapping[str, object] = field(default_factory=dict)
    body: str = ""
    sections: tuple[Section, ...] = ()
    phases: Mapping[int, PhaseHeading] = field(default_factory=dict)
    tasks: tuple[Task, ...] = ()
    references: tuple[Reference, ...] = ()
    directives: tuple[Directive, ...] = ()
    claims: tuple[Claim, ...] = ()
    schedule: WrittenSchedule = WrittenSchedule()
    timeline_section: int | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def heading(self) -> str:
        """The text of the first top-level heading, or nothing."""
        return next((section.title for section in self.sections if section.level == 1), "")


@dataclass(frozen=True, slots=True)
class Progress:
    """How many tasks are done, of how many."""

    done: int = 0
    total: int = 0

    @classmethod
    def of(cls, tasks: Iterable[Task]) -> Progress:
        """Count the tasks."""
        states = [task.state for task in tasks]
        return cls(states.count(State.DONE), len(states))

    @property
    def percent(self) -> int:
        """Whole per cent, rounded down: 100 only when all are done, 0 only when none is."""
        if not self.done:
            return 0
        return max(1, self.done * 100 // self.total)

    @property
    def status(self) -> Status | None:
        """The status word, or None when there is nothing to count."""
        if not self.total:
            return None
        if self.done == self.total:
            return Status.DONE
        return Status.IN_PROGRESS if self.done else Status.NOT_STARTED

    def __bool__(self) -> bool:
        return self.total > 0


class Place(NamedTuple):
    """A heading of a page, or the page itself when `section` is None."""

    path: str
    section: int | None = None


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of a plan with its tasks: a phase, or a section that holds check boxes."""

    title: str
    place: Place
    heading: PhaseHeading | None
    progress: Progress


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A task that is still to do, and the heading it stands under."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a timeline: from `start` to `end`, on the axis of its schedule.

    `least` is where the bar would end at best, when the text gives a range. A `start` of None
    means that the text does not say where the row lies.
    """

    title: str
    written: str
    start: float | None = None
    end: float | None = None
    least: float | None = None
    place: Place | None = None
    progress: Progress = Progress()


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan's rows on one axis.

    With `origin`, the axis counts calendar days since that date; without, working days since
    the plan's start. `length` is the axis' end. `total` is the total as the text gives it.
    """

    bars: tuple[Bar, ...]
    length: float
    origin: date | None = None
    total: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A page of a plan and what it is to it."""

    role: Role
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan: the page that stands for it, its other pages, and what they add up to.

    `sources` are the pages that the tasks come from; `phases` partition these tasks.
    `section_progress` holds the count beside each heading, by its place.
    """

    path: str
    title: str
    members: tuple[Member, ...] = ()
    progress: Progress = Progress()
    phases: tuple[Phase, ...] = ()
    section_progress: Mapping[Place, Progress] = field(default_factory=dict)
    upcoming: tuple[OpenTask, ...] = ()
    sources: tuple[str, ...] = ()
    schedule: Schedule | None = None
    timeline: Place | None = None

    def pages(self, *roles: Role) -> tuple[Member, ...]:
        """Its other pages that have one of these roles."""
        return tuple(member for member in self.members if member.role in roles)
