"""The history of pages: from the repositories that they are in, and from their text of today."""

from __future__ import annotations

import gc
import hashlib
import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from mkdocs_plan_plugin.history import cache as caching
from mkdocs_plan_plugin.history import snapshot as snapshots
from mkdocs_plan_plugin.history.events import FileHistory, History, NoHistory, Reason
from mkdocs_plan_plugin.history.git import (
    Commit,
    Git,
    GitError,
    Head,
    locate,
    newest_blobs,
    read_blobs,
    read_head,
    read_log,
    read_version,
    text_id,
)
from mkdocs_plan_plugin.history.names import only_related
from mkdocs_plan_plugin.history.pages import pages_of
from mkdocs_plan_plugin.history.snapshot import Committed, Snapshot
from mkdocs_plan_plugin.history.task_lists import TaskListReader
from mkdocs_plan_plugin.history.ticks import advanced
from mkdocs_plan_plugin.history.versions import Version
from mkdocs_plan_plugin.reading import TaskRules

Text = str | Callable[[], str]


def read_history(
    root: Path,
    pages: Mapping[str, Text],
    today: date,
    rules: TaskRules,
    cache: Path | None = None,
) -> History | NoHistory:
    """Read what happened to the tasks of pages. Never raises for what Git says.

    Args:
        root: The folder that the pages' paths are relative to.
        pages: The text of each page as it is now (as `reading.decode` returns it), or what
            returns it, by its path with forward slashes.
        today: The day of what is not committed.
        rules: What marks mean on this site.
        cache: A folder to remember in what was found; it need not exist.
    """
    with _gc_paused():
        return _read(root, pages, today, rules, cache)


def _read(
    root: Path, pages: Mapping[str, Text], today: date, rules: TaskRules, cache: Path | None
) -> History | NoHistory:
    found, outside = locate(root, pages)
    without = dict.fromkeys(outside, Reason.NO_REPOSITORY)
    files: dict[str, FileHistory] = {}
    newest: list[date] = []
    failed: list[NoHistory] = []
    for top, paths in found.items():
        place = _cache_name(cache, top, root) if cache else None
        try:
            snapshot = _snapshot(top, set(paths.values()), rules, place)
        except GitError as error:
            failed.append(error.result)
            without |= dict.fromkeys(paths, error.result.reason)
            continue
        newest.append(snapshot.newest)
        for page, path in paths.items():
            file = _of_page(page, pages[page], _committed(snapshot, path), today, rules)
            if isinstance(file, Reason):
                without[page] = file
            else:
                files[page] = file
    if not newest:
        return failed[0] if failed else NoHistory(Reason.NO_REPOSITORY)
    ordered = {page: files[page] for page in pages if page in files}
    return History(ordered, max(newest), {page: without[page] for page in sorted(without)})


@contextmanager
def _gc_paused() -> Iterator[None]:
    """Keep Python from looking for cycles among many new objects, which hold none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _snapshot(top: Path, paths: set[str], rules: TaskRules, place: Path | None) -> Snapshot:
    """What is known of pages at the newest commit of a repository, from the cache or from Git.

    Raises:
        GitError: There is no history that could be gone through.
    """
    git = Git(top)
    head = read_head(git)
    wanted = paths | {unicodedata.normalize("NFC", path) for path in paths}
    if not place:
        return _go_through(git, head, wanted, rules, None)
    kept = place.with_name(f"{place.name}-newest.json.gz")
    signed = snapshots.signature(caching.signature(rules), head, wanted)
    known = snapshots.load(kept, signed)
    if known:
        return known
    found = _go_through(git, head, wanted, rules, place.with_name(f"{place.name}-blobs.json.gz"))
    snapshots.save(kept, signed, found)
    return found


def _go_through(
    git: Git, head: Head, wanted: set[str], rules: TaskRules, blobs: Path | None
) -> Snapshot:
    """Go through the whole history once."""
    commits = only_related(read_log(git, head), wanted)
    versions = _versions(git, commits, rules, blobs)
    pages = pages_of(commits, versions)
    files = {}
    for path, blob in newest_blobs(commits).items():
        if path in wanted and blob:
            tasks, other_id = versions[blob]
            history = None if tasks is None else pages[path, blob].history(path, blob)
            files[path] = Committed(other_id or blob, history)
    newest = max([head.day, *(commit.day for commit in commits if commit.changes)])
    return Snapshot(newest, files)


def _versions(
    git: Git, commits: Sequence[Commit], rules: TaskRules, place: Path | None
) -> dict[str, Version]:
    """What each blob of the commits holds, from the cache or from Git."""
    wanted = dict.fromkeys(_by_path(commits))
    signed = caching.signature(rules) if place else ""
    known = caching.load(place, signed) if place else {}
    versions = {blob: known[blob] for blob in wanted if blob in known}
    missing = [blob for blob in wanted if blob not in known]
    reader = TaskListReader(rules)
    for blob, data in read_blobs(git, missing):
        versions[blob] = read_version(blob, data, reader)
    if place and (missing or len(known) > len(versions)):
        caching.save(place, signed, versions)
    return versions


def _by_path(commits: Sequence[Commit]) -> Iterable[str]:
    """The blobs of files, one file after the other, as Git keeps them."""
    blobs: dict[str, list[str]] = {}
    for commit in commits:
        for change in commit.changes:
            if change.blob:
                blobs.setdefault(change.path, []).append(change.blob)
    return (blob for path in blobs for blob in blobs[path])


def _committed(snapshot: Snapshot, path: str) -> Committed | None:
    """A page as it is committed; on disk, its name may be composed otherwise."""
    return snapshot.files.get(path) or snapshot.files.get(unicodedata.normalize("NFC", path))


def _of_page(
    page: str, text: Text, committed: Committed | None, today: date, rules: TaskRules
) -> FileHistory | Reason:
    """The history of a page, or why it has none."""
    if not committed:
        return Reason.UNCOMMITTED
    if not committed.history:
        return Reason.UNREADABLE
    file = replace(committed.history, path=page)
    now = text if isinstance(text, str) else text()
    if text_id(now, len(committed.text_id)) == committed.text_id:
        return file
    return advanced(file, TaskListReader(rules).read(now), today)


def _cache_name(folder: Path, top: Path, root: Path) -> Path:
    """What a repository's files begin with: the same wherever the site is checked out."""
    name = os.path.relpath(top, os.path.realpath(root)).replace(os.sep, "/")
    return folder / f"history-{hashlib.sha256(name.encode()).hexdigest()[:12]}"
