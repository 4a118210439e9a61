"""The layout of a tool's plans, where it differs from the plan template."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple

from mkdocs_plan_plugin.model import Document, Role, State


class Folder(NamedTuple):
    """A tool's folder and the parts of it for readers; empty means all of it.

    Other parts, such as templates and prompts, have placeholders in place of text.
    """

    path: str
    parts: tuple[str, ...] = ()


def _no_role(_: PurePosixPath, __: Document) -> Role | None:
    return None


def _own_folder(_: PurePosixPath) -> int:
    return 0


def _never(_: PurePosixPath) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Dialect:
    """A tool's layout.

    Attributes:
        name: The name of the tool.
        folders: Its folders with plans, relative to the project's folder.
        pages: A pattern for paths of its pages, in any folder.
        role: The role of a page, None if its name and text decide.
        climb: The number of folders from a page's folder up to its plan's.
        is_archived: Whether a plan is archived.
        status_file: The file beside the plan's pages that has the states of its tasks.
        event_file: The file beside it that logs the events from which the tool makes that file.
        has_items: Whether each plan is an item with a status in its front matter.
        marks: The meanings of marks in boxes that differ from the usual ones.
    """

    name: str
    folders: tuple[Folder, ...]
    pages: re.Pattern[str]
    role: Callable[[PurePosixPath, Document], Role | None] = _no_role
    climb: Callable[[PurePosixPath], int] = _own_folder
    is_archived: Callable[[PurePosixPath], bool] = _never
    status_file: str = ""
    event_file: str = ""
    has_items: bool = False
    marks: Mapping[str, State] = field(default_factory=dict)


def below(*folders: str) -> re.Pattern[str]:
    """Return a pattern for paths with one of these folders in them."""
    names = "|".join(map(re.escape, folders))
    return re.compile(rf"(?:\A|/)(?:{names})/")
