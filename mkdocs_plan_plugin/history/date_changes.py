"""Lines of pages whose dates were changed, and nothing else of them."""

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
from mkdocs_plan_plugin.reading.markdown import decode

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = re.compile(
    r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}"
    rf"|(?:{_MONTHS})[a-z]*\.? \d{{1,2}}(?:, \d{{4}})?"
    rf"|\d{{1,2}}\.? (?:{_MONTHS})[a-z]*\.?(?: \d{{4}})?)\b",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[*_`~|]+|^[\s>#-]+|\[[ xX]\]")
_GAPS = re.compile(r"[\s:：–—,()-]+")


class DateChange(NamedTuple):
    """Dates on a page that were changed on a day: the words around them, and both as written."""

    page: str
    day: date
    label: str
    before: str
    after: str


def read_date_changes(
    root: Path, pages: Sequence[str], cache: Path | None = None
) -> list[DateChange]:
    """Find the dates that were changed on pages, on the line of commits that lead to the newest.

    Nothing where Git can't tell.

    Args:
        root: The folder that the pages' paths are relative to.
        pages: Their paths, with forward slashes.
        cache: A folder to remember in what was found.
    """
    found: list[DateChange] = []
    for top, paths in locate(root, pages)[0].items():
        try:
            found += _of_repository(Git(top), {path: page for page, path in paths.items()}, cache)
        except (GitError, UnicodeDecodeError, ValueError):
            continue
    return sorted(found)


def _of_repository(git: Git, pages: Mapping[str, str], cache: Path | None) -> list[DateChange]:
    head = read_head(git)
    place = cache / "date-changes.json.gz" if cache else None
    names = (name for path in sorted(pages) for name in (path, pages[path]))
    signed = store.digest(store.code_digest(), head.commit, *names)
    known = _kept(store.load(place, signed)) if place else None
    if known is None:
        known = list(_go_through(git, read_log(git, head), pages))
        if place:
            store.save(place, signed, [[each.page, str(each.day), *each[2:]] for each in known])
    return known


def _kept(content: Any) -> list[DateChange] | None:
    try:
        return [DateChange(page, date.fromisoformat(day), *words) for page, day, *words in content]
    except store.MALFORMED:
        return None


def _go_through(
    git: Git, commits: Sequence[Commit], pages: Mapping[str, str]
) -> Iterator[DateChange]:
    versions: dict[str, list[tuple[date, str]]] = {path: [] for path in pages}
    for commit in main_line(commits):
        for change in commit.changes:
            if change.path in versions and change.blob:
                versions[change.path].append((commit.day, change.blob))
    wanted = dict.fromkeys(blob for found in versions.values() for _, blob in found)
    dates = {blob: _dates(data) for blob, data in read_blobs(git, [*wanted])}
    for path, found in versions.items():
        before: Mapping[str, str] = {}
        for day, blob in found:
            after = dates[blob]
            for label, written in after.items():
                if label in before and before[label] != written:
                    yield DateChange(pages[path], day, label, before[label], written)
            before = after


def _dates(data: bytes) -> dict[str, str]:
    """The dates of each line that has any, by its other words, if no other line has these."""
    try:
        lines = decode(data).split("\n")
    except UnicodeDecodeError:
        return {}
    return dict(_once(_parted(line) for line in lines if _DATE.search(line)))


def _parted(line: str) -> tuple[str, str]:
    label = _SIGNS.sub(" ", _DATE.sub(" ", line))
    return " ".join(_GAPS.sub(" ", label).split()), " – ".join(_DATE.findall(line))


def _once(found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    known: dict[str, list[str]] = {}
    for label, written in found:
        known.setdefault(label, []).append(written)
    return ((label, written[0]) for label, written in known.items() if len(written) == 1)
