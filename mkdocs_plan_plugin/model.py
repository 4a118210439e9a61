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


class Nesting(StrEnum):
    """Which of nested tasks count."""

    LEAVES = "leaves"
    """Those without counted tasks in them."""
    ALL = "all"
    TOP = "top"
    """The outermost."""


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
    `box` is what stands before the title in brackets: `[x] Step`.
    """

    level: int
    title: str
    line: int
    parent: int | None = None
    box: str = ""


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
    """A list item's own text, without that of the items nested in it.

    `ticked` is its box as GitHub shows it; None: it has none. `outer` is the index of the item
    that it is nested in, `begins` the line of the list that it is in. What `is_quoted` is said
    by somebody else, or a sample.
    """

    text: str
    line: int
    section: int | None = None
    ticked: bool | None = None
    outer: int | None = None
    begins: int = 0
    is_quoted: bool = False


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


class RawBlock(NamedTuple):
    """Lines of a normalised text that hold code or HTML: `first` to `last`, 0-based.

    `prefix` is what stands before the first of them, `inset` what stands before the others:
    indentation, markers and signs of quotes. `is_plain` tells code that every fence processor
    finds by itself, if it looks into items and quotes.
    """

    first: int
    last: int
    prefix: str
    inset: str
    is_html: bool
    is_plain: bool


@dataclass(frozen=True, slots=True)
class NormalizedText:
    """A text that Python-Markdown reads as GitHub does, with the code and HTML in it, in order."""

    text: str = ""
    raw: tuple[RawBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A page as it is written. Sections, tasks and the rest are in the order of the text.

    `body` is the text without its front matter; blank lines stand for the metadata's.
    `normalized` is what is rendered of it, where that is asked for.
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
    normalized: NormalizedText | None = None

    @property
    def heading(self) -> str:
        """The text of the first top-level heading, or nothing."""
        return next((section.title for section in self.sections if section.level == 1), "")


class Place(NamedTuple):
    """A heading of a page, or the page itself when `section` is None."""

    path: str
    section: int | None = None


class Entry(NamedTuple):
    """A line of the account of a number: a task, and why it does not count, if it does not.

    It `is_done` when it is ticked, or when all that is nested in it is done.
    """

    task: Task
    path: str
    omission: Omission | None = None
    is_done: bool = False


class Unit(StrEnum):
    """What a number counts."""

    TASKS = "tasks"
    PHASES = "phases"
    """The phases that the text says are done, of a plan without tasks."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many are done, of how many. `is_begun` tells of work in hand where none is done."""

    done: int = 0
    total: int = 0
    unit: Unit = Unit.TASKS
    is_begun: bool = False

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Progress:
        """Count the entries that are not left out."""
        done = total = 0
        is_begun = False
        for task, _, omission, is_done in entries:
            if omission is None:
                total += 1
                done += is_done
            is_begun = is_begun or task.state is State.IN_PROGRESS
        return cls(done, total, is_begun=is_begun)

    @property
    def percent(self) -> int:
        """Whole per cent, rounded down: 100 only when all are done, 0 only when none is."""
        if not self.done:
            return 0
        return max(1, self.done * 100 // self.total)

    @property
    def status(self) -> Status | None:
        """What the number alone says, or None when there is nothing to count."""
        if not self.total:
            return None
        if self.done == self.total:
            return Status.DONE
        return Status.IN_PROGRESS if self.done or self.is_begun else Status.NOT_STARTED

    def __add__(self, other: Progress) -> Progress:
        return Progress(
            self.done + other.done,
            self.total + other.total,
            self.unit if self.total else other.unit,
            self.is_begun or other.is_begun,
        )

    def __bool__(self) -> bool:
        return self.total > 0


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of a plan with its tasks: a phase, or a section that holds check boxes.

    `entries` are those that count. `also` are its headings on other pages. `claim` is what
    the text says of it, where the plan counts phases; its line is one of the place's page.
    """

    title: str
    place: Place
    heading: PhaseHeading | None
    progress: Progress
    entries: tuple[Entry, ...] = ()
    also: tuple[Place, ...] = ()
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A task that is still to do, the heading it stands under and its line."""

    text: str
    place: Place
    line: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A page or a phase that the text calls done, and what its boxes say.

    `title` is the phase's; the page has none.
    """

    claim: Claim
    place: Place
    title: str
    progress: Progress


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

    `sources` are the pages that the tasks come from; `phases` partition what counts, and
    `left_out` is the rest. `gates` and `optional` count what is part of `left_out`.
    `section_progress` and `section_gates` hold the counts beside each heading, by its place.
    `claim` is what the text says of the whole plan, `contradictions` where boxes say otherwise.
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
    gates: Progress = Progress()
    optional: Progress = Progress()
    section_gates: Mapping[Place, Progress] = field(default_factory=dict)
    left_out: tuple[Entry, ...] = ()
    nesting: Nesting = Nesting.LEAVES
    claim: Claim | None = None
    contradictions: tuple[Contradiction, ...] = ()

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

    def pages(self, *roles: Role) -> tuple[Member, ...]:
        """Its other pages that have one of these roles."""
        return tuple(member for member in self.members if member.role in roles)


# What is blocked, deferred or cancelled is neither done nor under way, nor just not started.
_CLAIMED = {
    State.OPEN: Status.NOT_STARTED,
    State.IN_PROGRESS: Status.IN_PROGRESS,
    State.DONE: Status.DONE,
}
