"""Render the board: plans as cards, in columns by status."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.plan_order import by_status, group_name
from mkdocs_plan_plugin.rendering.site.plan_rows import rows_of

_MOST_TAGS = 3
_GENERAL = {
    "plan",
    "implementation-plan",
    "implementation_plan",
    "tasks",
    "spec",
    "index",
    "readme",
}
"""Names of files that say nothing of the plan; its folder's name does."""
_AROUND = re.compile(r"\A(?:19|20)\d\d(?:-\d\d){0,2}[-_ ]+|[-_ ]plan\Z", re.IGNORECASE)
"""A date in front of a name, and what kind of page it is."""
_LETTER = re.compile(r"[^\W\d_]")
_ID = re.compile(r"\A(?:[a-z]+-)?\d+(?:\.\d+)*(?=[-_ ]|\Z)", re.IGNORECASE)
"""A number in front of a name, such as `001` or `task-12`."""


def board(context: RenderContext, request: Request) -> str:
    """Return plans in columns by status."""
    return context.render(
        "board",
        columns=[
            (
                group_name(status, context.words),
                str(status or ""),
                rows_of(context, found, request.page),
            )
            for status, found in by_status(request.plans)
        ],
        short_name=short_name,
        most_tags=_MOST_TAGS,
        script=context.locator.asset_url("ages.js"),
    )


def short_name(path: str) -> str:
    """Return what people call a plan by its path: its number, or the name of its folder or file."""
    found = PurePosixPath(path)
    folder = found.parent.name
    name = folder if found.stem.lower() in _GENERAL and folder else found.stem
    if not _LETTER.search(name):
        return name
    name = _AROUND.sub("", name) or name
    number = _ID.match(name)
    return number[0] if number else name
