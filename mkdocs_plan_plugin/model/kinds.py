"""What things are, in one word each, and what an author should know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a page is to its plan."""

    PLAN = "plan"
    SPEC = "spec"
    RESEARCH = "research"
    TASKS = "tasks"
    WORK_PACKAGE = "work-package"
    DATA_MODEL = "data-model"
    QUICKSTART = "quickstart"
    CONTRACT = "contract"
    CHECKLIST = "checklist"
    DECISION = "decision"
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


class Exclusion(StrEnum):
    """Why a task on a page is not part of its plan's number."""

    CHECK = "check"
    """It is a check to pass, not work to do; checks have a count of their own."""
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
    """All tasks are done, and checks are open."""
    DONE = "done"


class Health(StrEnum):
    """How a plan does against its dates and its own pace."""

    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    LATE = "late"
    STALLED = "stalled"
    DONE = "done"


class Severity(StrEnum):
    """How loud a diagnostic is: a warning makes a strict build fail, a note does not."""

    NOTE = "note"
    WARNING = "warning"


class Category(StrEnum):
    """What a diagnostic of links is about, for authors who want to hear more or less of it."""

    PAGES = "pages"
    """A name that could mean several pages, or none."""
    IDS = "ids"
    """An id that is defined at several places."""
    REQUIREMENTS = "requirements"
    """A requirement that a task names and the plan does not have, or that no task names."""
    SPECS = "specs"
    """A spec that has changed since its plan."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something in the text that its author should know: where, what is wrong, the cure.

    A site decides how loud those with a `category` are.
    """

    path: str
    line: int
    problem: str
    fix: str
    severity: Severity = Severity.NOTE
    category: Category | None = None
