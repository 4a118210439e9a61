"""What a version of a page holds: its task list, or no text at all."""

from __future__ import annotations

from typing import NamedTuple

TICKED = "x"


class Outline(NamedTuple):
    """The tasks of a page but for their ticks, which is what most versions of it share."""

    texts: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()


class TaskList(NamedTuple):
    """The tasks of a version of a page. `ticks` has a sign for each: `x` or a space."""

    outline: Outline = Outline()
    ticks: str = ""


NO_TASKS = TaskList()


class Version(NamedTuple):
    """What a blob holds. `tasks` is None where that is no text.

    `text_id` is the id that the text would have with line feeds and no byte order mark, if the
    blob's own is another.
    """

    tasks: TaskList | None
    text_id: str = ""
