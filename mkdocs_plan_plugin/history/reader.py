"""Read the history of pages from their repositories and their current text."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from mkdocs_plan_plugin.gc_pause import gc_paused
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
    """Read the history of the tasks of pages. Failures of Git are returned, not raised.

    Args:
        root: The folder that the pages' paths are relative to.
        pages: The current text of each page (as returned by `reading.decode`), or a function
            that returns it, by path with forward slashes.
        today: The day of uncommitted changes.
        rules: The meaning of marks on this site.
        cache: A folder to cache results in, created if it does not exist.
    """
    with gc_paused():
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
        prefix = _cache_prefix(cache, top, root) if cache else None
        try:
            snapshot = _snapshot(top, set(paths.values()), rules, prefix)
        except GitError as error:
            failed.append(error.result)
            without |= dict.fromkeys(paths, error.result.reason)
            continue
        newest.append(snapshot.newest)
        for page, path in paths.items():
            file = _file_history(page, pages[page], _committed(snapshot, path), today, rules)
            if isinstance(file, Reason):
                without[page] = file
            else:
                files[page] = file
    if not newest:
        return failed[0] if failed else NoHistory(Reason.NO_REPOSITORY)
    ordered = {page: files[page] for page in pages if page in files}
    return History(ordered, max(newest), {page: without[page] for page in sorted(without)})


def _snapshot(top: Path, paths: set[str], rules: TaskRules, prefix: Path | None) -> Snapshot:
    """The pages at the newest commit of a repository, from the cache or from Git.

    Raises:
        GitError: The history can't be read.
    """
    git = Git(top)
    head = read_head(git)
    names = paths | {unicodedata.normalize("NFC", path) for path in paths}
    if not prefix:
        return _read_snapshot(git, head, names, rules, None)
    file = prefix.with_name(f"{prefix.name}-newest.json.gz")
    signed = snapshots.signature(caching.signature(rules), head, names)
    cached = snapshots.load(file, signed)
    if cached:
        return cached
    blobs = prefix.with_name(f"{prefix.name}-blobs.json.gz")
    snapshot = _read_snapshot(git, head, names, rules, blobs)
    snapshots.save(file, signed, snapshot)
    return snapshot


def _read_snapshot(
    git: Git, head: Head, names: set[str], rules: TaskRules, blobs: Path | None
) -> Snapshot:
    """Read the whole history from Git."""
    commits = only_related(read_log(git, head), names)
    versions = _versions(git, commits, rules, blobs)
    pages = pages_of(commits, versions)
    files = {}
    for path, blob in newest_blobs(commits).items():
        if path in names and blob:
            tasks, other_id = versions[blob]
            history = None if tasks is None else pages[path, blob].history(path, blob)
            files[path] = Committed(other_id or blob, history)
    newest = max([head.day, *(commit.day for commit in commits if commit.changes)])
    return Snapshot(newest, files)


def _versions(
    git: Git, commits: Sequence[Commit], rules: TaskRules, file: Path | None
) -> dict[str, Version]:
    """The content of each blob of the commits, from the cache or from Git."""
    blobs = dict.fromkeys(_by_path(commits))
    signed = caching.signature(rules) if file else ""
    cached = caching.load(file, signed) if file else {}
    versions = {blob: cached[blob] for blob in blobs if blob in cached}
    missing = [blob for blob in blobs if blob not in cached]
    reader = TaskListReader(rules)
    for blob, data in read_blobs(git, missing):
        versions[blob] = read_version(blob, data, reader)
    if file and (missing or len(cached) > len(versions)):
        caching.save(file, signed, versions)
    return versions


def _by_path(commits: Sequence[Commit]) -> Iterable[str]:
    """The blobs of the files, one file after the other, which suits Git's delta compression."""
    blobs: dict[str, list[str]] = {}
    for commit in commits:
        for change in commit.changes:
            if change.blob:
                blobs.setdefault(change.path, []).append(change.blob)
    return (blob for path in blobs for blob in blobs[path])


def _committed(snapshot: Snapshot, path: str) -> Committed | None:
    """A committed page, whose name on disk can have another Unicode normalization."""
    return snapshot.files.get(path) or snapshot.files.get(unicodedata.normalize("NFC", path))


def _file_history(
    page: str, text: Text, committed: Committed | None, today: date, rules: TaskRules
) -> FileHistory | Reason:
    """The history of a page, or the reason why it has none."""
    if not committed:
        return Reason.UNCOMMITTED
    if not committed.history:
        return Reason.UNREADABLE
    file = replace(committed.history, path=page)
    now = text if isinstance(text, str) else text()
    if text_id(now, len(committed.text_id)) == committed.text_id:
        return file
    return advanced(file, TaskListReader(rules).read(now), today)


def _cache_prefix(folder: Path, top: Path, root: Path) -> Path:
    """The prefix of a repository's cache files, independent of where it is checked out."""
    name = os.path.relpath(top, os.path.realpath(root)).replace(os.sep, "/")
    return folder / f"history-{hashlib.sha256(name.encode()).hexdigest()[:12]}"
