"""The history of pages: from the repositories that they are in, and from their text of today."""

from __future__ import annotations

import gc
import hashlib
import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path

from mkdocs_plan_plugin.history import cache as caching
from mkdocs_plan_plugin.history import snapshot as snapshots
from mkdocs_plan_plugin.history.blobs import read_blobs, read_version, text_id
from mkdocs_plan_plugin.history.events import (
    FileHistory,
    History,
    NoHistory,
    Reason,
    TaskHistory,
)
from mkdocs_plan_plugin.history.git import Git, GitError
from mkdocs_plan_plugin.history.log import Commit, FileChange, Head, read_head, read_log
from mkdocs_plan_plugin.history.places import locate
from mkdocs_plan_plugin.history.relevance import only_related
from mkdocs_plan_plugin.history.replay import Tree, Version, advance, replay
from mkdocs_plan_plugin.history.scanner import Scanner
from mkdocs_plan_plugin.history.snapshot import Committed, Snapshot
from mkdocs_plan_plugin.history.tracks import FileState
from mkdocs_plan_plugin.reading.states import StateRules

Text = str | Callable[[], str]
DEFAULT_RULES = StateRules()


def read_history(
    root: Path,
    pages: Mapping[str, Text],
    today: date,
    cache: Path | None = None,
    rules: StateRules = DEFAULT_RULES,
) -> History | NoHistory:
    """Read what happened to the tasks of pages. Never raises for what Git says.

    Args:
        root: The folder that the pages' paths are relative to.
        pages: The text of each page as it is now (as `reading.decode` returns it), or what
            returns it, by its path with forward slashes.
        today: The day of what is not committed.
        cache: A folder to remember in what was found; it need not exist.
        rules: What marks mean on this site.
    """
    with _collector_paused():
        return _read(root, pages, today, cache, rules)


def _read(
    root: Path, pages: Mapping[str, Text], today: date, cache: Path | None, rules: StateRules
) -> History | NoHistory:
    found, outside = locate(root, pages)
    without = dict.fromkeys(outside, Reason.NO_REPOSITORY)
    files: dict[str, FileHistory] = {}
    newest: list[date] = []
    failed: list[NoHistory] = []
    for top, paths in found.items():
        place = _cache_name(cache, top, root) if cache else None
        repository = _Repository(top, paths, place)
        try:
            snapshot = repository.read(rules)
        except GitError as error:
            failed.append(error.result)
            without |= dict.fromkeys(paths, error.result.reason)
            continue
        newest.append(snapshot.newest)
        own, lacking = repository.histories(snapshot, pages, today, rules)
        files |= own
        without |= lacking
    if not newest:
        return failed[0] if failed else NoHistory(Reason.NO_REPOSITORY)
    ordered = {page: files[page] for page in pages if page in files}
    return History(ordered, max(newest), {page: without[page] for page in sorted(without)})


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep Python from looking for cycles among many new objects, which hold none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Repository:
    """A repository with pages in it. `paths` are those of the pages, by their names on the site."""

    def __init__(self, top: Path, paths: Mapping[str, str], place: Path | None) -> None:
        self._top = top
        self._paths = paths
        self._place = place

    def read(self, rules: StateRules) -> Snapshot:
        """Find out what is known of the pages at the newest commit.

        Raises:
            GitError: There is no history that could be gone through.
        """
        git = Git(self._top)
        head = read_head(git)
        every = set(self._paths.values())
        wanted = every | {unicodedata.normalize("NFC", path) for path in every}
        if not self._place:
            return _go_through(git, head, wanted, None, rules)
        place = self._place.with_name(f"{self._place.name}-newest.json.gz")
        signed = snapshots.signature(caching.signature(rules), head, wanted)
        known = snapshots.load(place, signed)
        if known:
            return known
        blobs = self._place.with_name(f"{self._place.name}-blobs.json.gz")
        found = _go_through(git, head, wanted, blobs, rules)
        snapshots.save(place, signed, found)
        return found

    def histories(
        self, snapshot: Snapshot, pages: Mapping[str, Text], today: date, rules: StateRules
    ) -> tuple[dict[str, FileHistory], dict[str, Reason]]:
        """The histories of pages, and why others have none."""
        files = snapshot.files
        names: dict[str, str] = {}
        texts: dict[str, str] = {}
        without: dict[str, Reason] = {}
        for page, path in self._paths.items():
            name = path if path in files else unicodedata.normalize("NFC", path)
            if name not in files:
                without[page] = Reason.UNCOMMITTED
            elif not files[name].text_id:
                without[page] = Reason.UNREADABLE
            else:
                text = pages[page]
                names[page] = name
                texts[name] = text if isinstance(text, str) else text()
        tree, changed = _with_texts(files, texts, today, rules)
        found = {page: _history(page, tree[name], name in changed) for page, name in names.items()}
        return found, without


def _go_through(
    git: Git, head: Head, wanted: set[str], blobs: Path | None, rules: StateRules
) -> Snapshot:
    """Go through the whole history once."""
    commits = only_related(read_log(git, head), wanted)
    versions = _versions(git, commits, blobs, rules)
    telling = (commit for commit in commits if commit.changes or len(commit.parents) > 1)
    newest = max([head.day, *(commit.day for commit in telling)])
    files = {}
    for path, state in replay(commits, versions).items():
        if path in wanted and state.blob:
            scan, other_id = versions[state.blob]
            files[path] = Committed(state, "" if scan is None else other_id or state.blob)
    return Snapshot(newest, files)


def _with_texts(
    files: Mapping[str, Committed], texts: Mapping[str, str], today: date, rules: StateRules
) -> tuple[Tree, set[str]]:
    """The files as they are now, and those of them that are not as they were committed."""
    tree = {path: file.state for path, file in files.items()}
    changed = [
        path
        for path, text in texts.items()
        if text_id(text, len(files[path].text_id)) != files[path].text_id
    ]
    if changed:
        scanner = Scanner(rules)
        working = {f"now:{path}": Version(scanner.scan(texts[path])) for path in changed}
        changes = [FileChange(path, f"now:{path}", is_new=False) for path in changed]
        # A file's own state has a higher number than all that it holds.
        highest = max(state.trail.number for state in tree.values())
        advance(tree, changes, today, working, count(highest + 1))
    return tree, set(changed)


def _versions(
    git: Git, commits: Sequence[Commit], place: Path | None, rules: StateRules
) -> dict[str, Version]:
    """What each blob of the commits holds, from the cache or from Git."""
    wanted = dict.fromkeys(_by_path(commits))
    signed = caching.signature(rules) if place else ""
    known = caching.load(place, signed) if place else {}
    versions = {blob: known[blob] for blob in wanted if blob in known}
    missing = [blob for blob in wanted if blob not in known]
    scanner = Scanner(rules)
    for blob, data in read_blobs(git, missing):
        versions[blob] = read_version(blob, data, scanner)
    if place and (missing or len(known) > len(versions)):
        caching.save(place, signed, versions)
    return versions


def _by_path(commits: Sequence[Commit]) -> Iterable[str]:
    """The blobs of files, one file after the other: their versions have most lines in common."""
    blobs: dict[str, list[str]] = {}
    for commit in commits:
        for change in commit.changes:
            if change.blob:
                blobs.setdefault(change.path, []).append(change.blob)
    return (blob for path in blobs for blob in blobs[path])


def _cache_name(folder: Path, top: Path, root: Path) -> Path:
    """What a repository's files begin with: the same wherever the site is checked out."""
    name = os.path.relpath(top, os.path.realpath(root)).replace(os.sep, "/")
    return folder / f"history-{hashlib.sha256(name.encode()).hexdigest()[:12]}"


def _history(page: str, state: FileState, is_dirty: bool) -> FileHistory:
    tasks = [
        TaskHistory(text, heading, line, track.steps)
        for text, heading, line, track in zip(*state.scan.outline, state.tracks, strict=True)
    ]
    tasks += [
        TaskHistory(text, heading, None, track.steps)
        for track, text, heading, has_moved in state.gone
        if not has_moved
    ]
    return FileHistory(page, tuple(tasks), state.touched, is_dirty)
