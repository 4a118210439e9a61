"""Enumerations of roles, states and the like, and diagnostics for authors."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The role of a page in its plan."""

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
    """The state of a task. Only `DONE` counts as done; a deferred task is still to do."""

    OPEN = "open"
    IN_PROGRESS = "in-progress"
    BLOCKED = "blocked"
    DEFERRED = "deferred"
    DONE = "done"
    CANCELLED = "cancelled"


class Form(StrEnum):
    """How a task is written. GitHub shows a box for the first form only."""

    BOX = "box"
    """`- [ ] text`"""
    MARK = "mark"
    """`- [~] text`, `- [ ]* text`: a mark or a sign that GitHub shows as text."""
    RECORDED = "recorded"
    """`- [ ] text`, whose state another file of its tool tells."""
    INNER = "inner"
    """`- **P1.3** [ ] text`: a box after an id."""
    SYMBOL = "symbol"
    """`- ☐ text`"""
    HEADING = "heading"
    """`### [x] Step`"""
    ROW = "row"
    """A row of a table with a column for the status."""


class Exclusion(StrEnum):
    """Why a task is excluded from its plan's progress."""

    CHECK = "check"
    """It is a check to pass, not work to do; checks are counted separately."""
    OPTIONAL = "optional"
    CANCELLED = "cancelled"
    PARENT = "parent"
    """The tasks nested in it count."""
    CHILD = "child"
    """The task around it counts."""
    PHASE = "phase"
    """It stands for a phase, whose own tasks count."""


class Nesting(StrEnum):
    """Which of nested tasks are counted."""

    LEAVES = "leaves"
    """Those without counted tasks in them."""
    ALL = "all"
    TOP = "top"
    """The outermost."""


class Status(StrEnum):
    """The status of a plan or phase."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    AWAITING_CHECKS = "awaiting-checks"
    """All tasks are done, and checks are open."""
    DONE = "done"


class Health(StrEnum):
    """The health of a plan, by its dates and its pace."""

    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    LATE = "late"
    STALLED = "stalled"
    DONE = "done"


class Severity(StrEnum):
    """The severity of a diagnostic: a warning fails a strict build, a note does not."""

    NOTE = "note"
    WARNING = "warning"


class Category(StrEnum):
    """The subject of a diagnostic about links, by which sites set its log level."""

    PAGES = "pages"
    """A page name that matches several pages or none."""
    IDS = "ids"
    """An id with several definitions."""
    REQUIREMENTS = "requirements"
    """A requirement that is not defined, or not covered by any task."""
    SPECS = "specs"
    """A spec that has changed since its plan."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem in the text for its author, with its place and a fix.

    `problem` is a clause and `fix` an imperative, both without a final period. Sites can set the
    log level of those with a `category`.
    """

    path: str
    line: int
    problem: str
    fix: str
    severity: Severity = Severity.NOTE
    category: Category | None = None
