"""Give a generated site the Git history of its tasks: each plan is done in some commits."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.repository import Revision, write_repository

COMMITS = 8
"""How many commits it takes to tick what is ticked on a page."""
_BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)
_DONE, _OPEN = "- [x] ", "- [ ] "


def write_history(folder: Path) -> int:
    """Make the folder of a site a repository that ends with its pages; return the commits."""
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
    ticked = {path: text for path, text in pages.items() if _DONE in text}
    for step in range(1, COMMITS + 1):
        for path, text in ticked.items():
            when += timedelta(hours=3)
            yield Revision({path: _as_of(text, step)}, when)


def _as_of(text: str, step: int) -> str:
    """A page whose first boxes are ticked: so many parts of those that are ticked in the end."""
    keep = text.count(_DONE) * step // COMMITS
    parts = text.split(_DONE)
    return _DONE.join(parts[: keep + 1]) + "".join(_OPEN + part for part in parts[keep + 1 :])
