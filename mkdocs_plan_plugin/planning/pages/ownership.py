"""Who owns a plan, its tags, and whether it is kept for the record alone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from mkdocs_plan_plugin.model import Document, Ownership, State, StatedStatus
from mkdocs_plan_plugin.reading.tools import dialect_of

_ARCHIVES = frozenset(("archive", "archived", "archives", "_archive", "superseded", "obsolete"))


def ownership_of(pages: Iterable[Document], *, with_people: bool = True) -> Ownership:
    """What the pages of a plan say, the first of them that names somebody."""
    found = [page.ownership for page in pages]
    owners = next((labels.owners for labels in found if labels.owners), ())
    tags = dict.fromkeys(tag for labels in found for tag in labels.tags)
    return Ownership(owners if with_people else (), tuple(tags))


def is_archived(path: str, claim: StatedStatus | None) -> bool:
    """Whether a plan stands in an archive, or the text calls it superseded or the like."""
    page = PurePosixPath(path)
    dialect = dialect_of(page)
    folders = (part.lower() for part in page.parts[:-1])
    is_given_up = claim is not None and claim.state is State.CANCELLED
    is_archived = dialect is not None and dialect.is_archived(page)
    return is_given_up or is_archived or not _ARCHIVES.isdisjoint(folders)
