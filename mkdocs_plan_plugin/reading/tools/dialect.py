"""How a tool that writes plans lays them out, where that is not as in the plan template."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple

from mkdocs_plan_plugin.model import Document, Role, State


class Folder(NamedTuple):
    """A tool's folder, and what in it is for readers; nothing said: all of it.

    What a tool keeps there for itself, such as templates and prompts, holds placeholders where
    plans have text.
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
        name: What the tool is called.
        folders: Where it keeps plans, from the project's folder.
        pages: What the path of such a page looks like, wherever its folder is.
        role: What a page is, where its name and text alone would not tell; None: they tell.
        climb: How many folders above its own a page's plan is.
        is_kept: Whether a plan is kept for the record alone.
        marks: What marks in boxes mean, where that is not the usual.
    """

    name: str
    folders: tuple[Folder, ...]
    pages: re.Pattern[str]
    role: Callable[[PurePosixPath, Document], Role | None] = _no_role
    climb: Callable[[PurePosixPath], int] = _own_folder
    is_kept: Callable[[PurePosixPath], bool] = _never
    marks: Mapping[str, State] = field(default_factory=dict)


def below(*folders: str) -> re.Pattern[str]:
    """A pattern for paths with one of these folders in them."""
    names = "|".join(map(re.escape, folders))
    return re.compile(rf"(?:\A|/)(?:{names})/")
