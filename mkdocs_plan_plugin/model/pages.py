"""What a page says: its headings, tasks, tables, references and claims, and all of it as one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from mkdocs_plan_plugin.model.ids import NO_PAGE_IDS, PageIds
from mkdocs_plan_plugin.model.kinds import Diagnostic, Form, State
from mkdocs_plan_plugin.model.schedules import NO_SCHEDULE, WrittenSchedule


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
    that this one is nested in. `mark` is what stands in the brackets. `is_check` tells a check
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
    is_check: bool = False


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
    NAME = "name"
    """In running text."""
    PLACEHOLDER = "placeholder"


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that names another page: `[spec](spec.md)`, `` `spec.md` ``, `[Link to spec]`."""

    target: str
    kind: ReferenceKind
    line: int


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment that asks for a widget: `<!-- plan:roadmap team -->` has an argument, `team`.

    One that is not exact, such as `<!-- plan: roadmap -->`, has spaces or capitals in its prefix.
    """

    name: str
    line: int
    argument: str = ""
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class StatedStatus:
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


class Ownership(NamedTuple):
    """Who owns a page's plan, as the text names them, and the page's tags."""

    owners: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


NO_OWNERSHIP = Ownership()


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
    stated_statuses: tuple[StatedStatus, ...] = ()
    schedule: WrittenSchedule = NO_SCHEDULE
    timeline_section: int | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    ids: PageIds = NO_PAGE_IDS
    ownership: Ownership = NO_OWNERSHIP

    @property
    def heading(self) -> str:
        """The text of the first top-level heading, or nothing."""
        return next((section.title for section in self.sections if section.level == 1), "")


class Location(NamedTuple):
    """A heading of a page, or the page itself when `section` is None; or the task at a line."""

    path: str
    section: int | None = None
    line: int | None = None
