"""Find lines of pages in which only the dates were changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs_plan_plugin.history import store
from mkdocs_plan_plugin.history.git import (
    Commit,
    Git,
    GitError,
    locate,
    main_line,
    read_blobs,
    read_head,
    read_log,
)
from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.markdown import decode

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = lazy_pattern(
    r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}"
    rf"|(?:{_MONTHS})[a-z]*\.? \d{{1,2}}(?:, \d{{4}})?"
    rf"|\d{{1,2}}\.? (?:{_MONTHS})[a-z]*\.?(?: \d{{4}})?)\b",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[*_`~|]+|^[\s>#-]+|\[[ xX]\]")
_GAPS = re.compile(r"[\s:：–—,()-]+")


class DateChange(NamedTuple):
    """Dates in a line that were changed on a day: the line's other words, old and new dates."""

    page: str
    day: date
    label: str
    before: str
    after: str


def read_date_changes(
    root: Path, pages: Sequence[str], cache: Path | None = None
) -> list[DateChange]:
    """Find the dates that were changed on pages by commits of the main line.

    Repositories that can't be read are skipped.

    Args:
        root: The folder that the pages' paths are relative to.
        pages: Their paths, with forward slashes.
        cache: A folder to cache the result in.
    """
    found: list[DateChange] = []
    for top, paths in locate(root, pages)[0].items():
        try:
            found += _read_repository(Git(top), {path: page for page, path in paths.items()}, cache)
        except (GitError, UnicodeDecodeError, ValueError):
            continue
    return sorted(found)


def _read_repository(git: Git, pages: Mapping[str, str], cache: Path | None) -> list[DateChange]:
    head = read_head(git)
    file = cache / "date-changes.json.gz" if cache else None
    names = (name for path in sorted(pages) for name in (path, pages[path]))
    signed = store.digest(store.code_digest(), head.commit, *names)
    changes = _unpack(store.load(file, signed)) if file else None
    if changes is None:
        changes = list(_find_changes(git, read_log(git, head), pages))
        if file:
            store.save(file, signed, [[each.page, str(each.day), *each[2:]] for each in changes])
    return changes


def _unpack(content: Any) -> list[DateChange] | None:
    try:
        return [DateChange(page, date.fromisoformat(day), *words) for page, day, *words in content]
    except store.MALFORMED:
        return None


def _find_changes(
    git: Git, commits: Sequence[Commit], pages: Mapping[str, str]
) -> Iterator[DateChange]:
    versions: dict[str, list[tuple[date, str]]] = {path: [] for path in pages}
    for commit in main_line(commits):
        for change in commit.changes:
            if change.path in versions and change.blob:
                versions[change.path].append((commit.day, change.blob))
    blobs = dict.fromkeys(blob for found in versions.values() for _, blob in found)
    dates = {blob: _dates(data) for blob, data in read_blobs(git, [*blobs])}
    for path, found in versions.items():
        before: Mapping[str, str] = {}
        for day, blob in found:
            after = dates[blob]
            for label, written in after.items():
                if label in before and before[label] != written:
                    yield DateChange(pages[path], day, label, before[label], written)
            before = after


def _dates(data: bytes) -> dict[str, str]:
    """The dates of each line that has any, by the line's other words, if these are unique."""
    try:
        lines = decode(data).split("\n")
    except UnicodeDecodeError:
        return {}
    return dict(_unique(_split(line) for line in lines if _DATE.search(line)))


def _split(line: str) -> tuple[str, str]:
    label = _SIGNS.sub(" ", _DATE.sub(" ", line))
    return " ".join(_GAPS.sub(" ", label).split()), " – ".join(_DATE.findall(line))


def _unique(found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    known: dict[str, list[str]] = {}
    for label, written in found:
        known.setdefault(label, []).append(written)
    return ((label, written[0]) for label, written in known.items() if len(written) == 1)
