"""Gives a generated site a Git history in which the tasks of each plan are completed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.repository import Revision, write_repository

COMMITS = 8
"""The number of commits in which the completed tasks of a page are completed."""
_BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)
_DONE, _OPEN = "- [x] ", "- [ ] "


def write_history(folder: Path) -> int:
    """Turn a site's folder into a repository that ends with its pages; return the commit count."""
    pages = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((folder / "docs").rglob("*.md"))
    }
    revisions = list(_revisions(pages))
    write_repository(folder, revisions)
    return len(revisions)


def _revisions(pages: dict[str, str]) -> Iterator[Revision]:
    yield Revision({path: _as_of(text, 0) for path, text in pages.items()}, _BEGIN)
    when = _BEGIN
    with_completed = {path: text for path, text in pages.items() if _DONE in text}
    for step in range(1, COMMITS + 1):
        for path, text in with_completed.items():
            when += timedelta(hours=3)
            yield Revision({path: _as_of(text, step)}, when)


def _as_of(text: str, step: int) -> str:
    """Return a page at a step, with that share of its completed tasks done."""
    count = text.count(_DONE) * step // COMMITS
    parts = text.split(_DONE)
    return _DONE.join(parts[: count + 1]) + "".join(_OPEN + part for part in parts[count + 1 :])
