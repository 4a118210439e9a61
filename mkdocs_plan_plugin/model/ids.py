"""What carries a name of its own: requirements, stories, decisions, tasks; and who names them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class DefinitionForm(StrEnum):
    """What the definition of an id stands in, the surest first."""

    TASK = "task"
    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    ROW = "row"


class Definition(NamedTuple):
    """The place that an id leads: `- **FR-001**: Riders can pay without an account`.

    `key` is the id as ids are compared, `written` as it stands there, and `text` all that stands
    there. Tasks are none: their ids are those that `task_id` reads.
    """

    key: str
    written: str
    line: int
    form: DefinitionForm
    text: str
    section: int | None = None


class Mention(NamedTuple):
    """A place that names an id. `task` is the line of the task that it is said of, if of one.

    With `is_dependency` that task waits for what is named.
    """

    key: str
    line: int
    task: int | None = None
    section: int | None = None
    is_dependency: bool = False


class PageIds(NamedTuple):
    """The ids of a page: those that it defines, and those that it names, in order."""

    definitions: tuple[Definition, ...] = ()
    mentions: tuple[Mention, ...] = ()


NO_PAGE_IDS = PageIds()
