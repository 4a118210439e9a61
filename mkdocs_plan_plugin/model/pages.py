"""A page as written: its sections, tasks, tables, references and stated statuses."""

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
    """A heading and the text below it, up to the next heading.

    `parent` is the index of the section that this one is part of. `box` is the box before the
    title: `[x]` of `[x] Step`. `item` is the index of the list item that the heading is in, if
    any; a heading in a block quote `is_quoted`.
    """

    level: int
    title: str
    line: int
    parent: int | None = None
    box: str = ""
    item: int | None = None
    is_quoted: bool = False


class Task(NamedTuple):
    """A check box or an equivalent of one.

    `section` is an index into the document's sections, `outer` one into its tasks: the task
    that this one is nested in. `mark` is the text in the brackets. `is_check` distinguishes a
    check to pass from work to do. `phase` is the line of the label that names its phase, if a
    list item or a paragraph does so, see `PhaseLabel`.
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
    phase: int | None = None


class PhaseLabel(NamedTuple):
    """A phase that a list item or a paragraph names, not a heading: `- **Phase 1: Frame**`."""

    title: str
    line: int
    section: int | None = None


class MalformedBox(NamedTuple):
    """A line that looks like a check box, but is none: `- [] text`, `- [ ]text`.

    `written` is what stands in the place of the box.
    """

    written: str
    text: str
    line: int
    section: int | None = None
    is_check: bool = False


class Item(NamedTuple):
    """A list item's own text, without that of the items nested in it.

    `ticked` is the state of its box on GitHub, None without a box. `outer` is the index of the
    item that it is nested in, `begins` the first line of its list. An item in a block quote,
    or whose text is one (`is_quoted`), is a sample or somebody else's.
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
    """A table's cells as plain text, and the line of each row.

    `extra` is what each row has beyond the columns of the table, as written; GitHub drops it. A
    table in a block quote `is_quoted`.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    section: int | None = None
    extra: tuple[str, ...] = ()
    is_quoted: bool = False


class ReferenceKind(StrEnum):
    """How a page refers to another one."""

    LINK = "link"
    CODE = "code"
    NAME = "name"
    """In running text."""
    PLACEHOLDER = "placeholder"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to another page: `[spec](spec.md)`, `` `spec.md` ``, `[Link to spec]`."""

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
    """A status stated in words: `Status: complete`, `## Phase 1 ✅`.

    `section` is the phase with that status, None for the whole page.
    """

    state: State
    written: str
    line: int
    section: int | None = None


class PhaseRow(NamedTuple):
    """A row of a table of phases, with the state that it gives; None if that is not understood."""

    title: str
    state: State | None
    written: str
    line: int
    section: int | None = None


@dataclass(frozen=True, slots=True)
class PhaseHeading:
    """The kind, number and name in a heading such as `Phase 2: Core features`."""

    kind: str
    number: str
    name: str


class Ownership(NamedTuple):
    """The owners of a page's plan, as named in the text, and the page's tags."""

    owners: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


NO_OWNERSHIP = Ownership()


@dataclass(frozen=True, slots=True)
class Document:
    """A page as written. Sections, tasks and the rest are in the order of the text.

    `body` is the text without its front matter, whose lines are blank. `general_names` has the
    file names that mean any such file: "every `tasks.md`". `key_lines` has the line of each key of
    the front matter: `status`, `plan.start`, `plan.timeline.Build`.
    """

    path: str
    meta: Mapping[str, object] = field(default_factory=dict)
    body: str = ""
    sections: tuple[Section, ...] = ()
    phases: Mapping[int, PhaseHeading] = field(default_factory=dict)
    tasks: tuple[Task, ...] = ()
    phase_labels: tuple[PhaseLabel, ...] = ()
    phase_rows: tuple[PhaseRow, ...] = ()
    malformed: tuple[MalformedBox, ...] = ()
    references: tuple[Reference, ...] = ()
    general_names: frozenset[str] = frozenset()
    directives: tuple[Directive, ...] = ()
    stated_statuses: tuple[StatedStatus, ...] = ()
    schedule: WrittenSchedule = NO_SCHEDULE
    timeline_section: int | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    ids: PageIds = NO_PAGE_IDS
    ownership: Ownership = NO_OWNERSHIP
    key_lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def heading(self) -> str:
        """The text of the first top-level heading, or an empty string."""
        return next((section.title for section in self.sections if section.level == 1), "")


class Location(NamedTuple):
    """A page, a section of it, or the task at one of its lines."""

    path: str
    section: int | None = None
    line: int | None = None
