"""Types for versions of a page: its task list, if it is text."""

from __future__ import annotations

from typing import NamedTuple

TICKED = "x"


class Outline(NamedTuple):
    """The tasks of a page without their ticks, which most of its versions share."""

    texts: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()


class TaskList(NamedTuple):
    """The tasks of a version of a page. `ticks` has a character for each: `x` or a space."""

    outline: Outline = Outline()
    ticks: str = ""


NO_TASKS = TaskList()


class Version(NamedTuple):
    """The content of a blob. `tasks` is None if it is not text.

    `text_id` is the id of the text with line feeds and without a byte order mark, if it differs
    from the blob's id.
    """

    tasks: TaskList | None
    text_id: str = ""
