"""Backlog.md: a page for each task, with its status in the front matter and checks to pass."""

from pathlib import PurePosixPath

from mkdocs_plan_plugin.model import Document, Role
from mkdocs_plan_plugin.reading.tools.dialect import Dialect, Folder, below

_KEYS = ("id", "title", "status")
_OF_TASKS = frozenset(("tasks", "completed", "drafts", "archive"))


def _role(path: PurePosixPath, document: Document) -> Role | None:
    """A task page is a plan: it has a status, criteria, and often steps of its own."""
    is_task = not _OF_TASKS.isdisjoint(path.parts)  # decisions have the same keys
    return Role.PLAN if is_task and all(key in document.meta for key in _KEYS) else None


BACKLOG_MD = Dialect(
    name="Backlog.md",
    folders=(
        Folder(
            "backlog",
            ("tasks", "completed", "drafts", "archive", "docs", "decisions", "milestones"),
        ),
    ),
    pages=below("backlog"),
    role=_role,
    has_items=True,
)
