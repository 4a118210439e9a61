"""Definitions of ids (requirements, stories, decisions) and mentions of them in text."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class DefinitionForm(StrEnum):
    """The element that defines an id, the most reliable first."""

    TASK = "task"
    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    ROW = "row"


class Definition(NamedTuple):
    """An element that begins with an id: `- **FR-001**: Riders can pay without an account`.

    `key` is the id in the form in which ids are compared, `written` the id as written, and `text`
    the text of the whole element. Tasks are not definitions: `task_id` reads their ids.
    """

    key: str
    written: str
    line: int
    form: DefinitionForm
    text: str
    section: int | None = None


class Mention(NamedTuple):
    """An id named in text. `task` is the line of the task that the text belongs to, if any.

    With `is_dependency` that task depends on the id.
    """

    key: str
    line: int
    task: int | None = None
    section: int | None = None
    is_dependency: bool = False


class PageIds(NamedTuple):
    """The ids that a page defines and those that it mentions, in order."""

    definitions: tuple[Definition, ...] = ()
    mentions: tuple[Mention, ...] = ()


NO_PAGE_IDS = PageIds()
