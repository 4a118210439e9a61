"""Determine a plan's owners and tags, and whether it is archived."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from mkdocs_plan_plugin.model import Document, Ownership, State, StatedStatus
from mkdocs_plan_plugin.reading.tools import dialect_of

_ARCHIVES = frozenset(("archive", "archived", "archives", "_archive", "superseded", "obsolete"))


def ownership_of(pages: Iterable[Document], *, with_people: bool = True) -> Ownership:
    """Return the owners from the first page of a plan that names any, and the tags of all pages."""
    found = [page.ownership for page in pages]
    owners = next((ownership.owners for ownership in found if ownership.owners), ())
    tags = dict.fromkeys(tag for ownership in found for tag in ownership.tags)
    return Ownership(owners if with_people else (), tuple(tags))


def is_archived(path: str, stated: StatedStatus | None) -> bool:
    """Whether a plan is in an archive folder, or its stated status is superseded or similar."""
    page = PurePosixPath(path)
    dialect = dialect_of(page)
    folders = (part.lower() for part in page.parts[:-1])
    is_cancelled = stated is not None and stated.state is State.CANCELLED
    is_archive = dialect is not None and dialect.is_archived(page)
    return is_cancelled or is_archive or not _ARCHIVES.isdisjoint(folders)
