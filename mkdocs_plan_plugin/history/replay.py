"""Goes through the commits, parents first, and knows what happened to each file up to each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import count
from typing import NamedTuple

from mkdocs_plan_plugin.history.log import Commit, FileChange
from mkdocs_plan_plugin.history.merging import join
from mkdocs_plan_plugin.history.renames import Named, find_renames
from mkdocs_plan_plugin.history.scans import NOTHING, Scan
from mkdocs_plan_plugin.history.tracks import Draft, FileState, move, retick

Tree = dict[str, FileState]
"""The files at a commit, by path, those that are deleted as well."""


class Version(NamedTuple):
    """What a blob holds. `scan` is None where that is no text.

    `text_id` is the id that the text would have with line feeds and no byte order mark, if the
    blob's own is another.
    """

    scan: Scan | None
    text_id: str = ""


def replay(commits: Sequence[Commit], versions: Mapping[str, Version]) -> Tree:
    """Return the files at the last commit.

    Args:
        commits: Parents before their children, with the changes of files that matter.
        versions: What each of their blobs holds.
    """
    return _Replay(versions).run(commits)


def advance(
    tree: Tree,
    changes: Sequence[FileChange],
    day: date,
    versions: Mapping[str, Version],
    numbers: Iterator[int],
) -> None:
    """Change a tree as a commit with one parent does."""
    sources = _renamed(tree, changes, versions) if len(changes) > 1 else {}
    left = frozenset(sources.values())
    drafts: dict[str, Draft] = {}
    for change in changes:
        if change.path in left:
            continue
        old = tree.pop(sources[change.path]) if change.path in sources else tree.get(change.path)
        scan = versions[change.blob].scan if change.blob else NOTHING
        if scan is None:
            scan = old.scan if old else NOTHING  # for all that can be known, it is as it was
        if old and scan.outline.texts == old.scan.outline.texts:
            tree[change.path] = retick(old, change.blob, scan, day, numbers)
        elif old or change.blob:
            drafts[change.path] = Draft.of(change.path, old, change.blob, scan)
    if len(drafts) > 1:
        move(drafts)
    for path, draft in drafts.items():
        tree[path] = draft.finish(day, numbers)


def _renamed(
    tree: Tree, changes: Sequence[FileChange], versions: Mapping[str, Version]
) -> dict[str, str]:
    """The old names of the files that a commit renames."""
    gone: dict[str, Named] = {}
    for change in changes:
        old = tree.get(change.path)
        if not change.blob and old and old.blob:
            gone[change.path] = Named(old.blob, old.scan)
    if not gone:
        return {}
    new = {
        change.path: Named(change.blob, versions[change.blob].scan or NOTHING)
        for change in changes
        if change.is_new and change.blob
    }
    return find_renames(gone, new)


class _Replay:
    """Holds the trees that are still asked for; what is not shared is changed in its place."""

    def __init__(self, versions: Mapping[str, Version]) -> None:
        self._versions = versions
        self._numbers = count(1)
        self._trees: dict[str, Tree] = {}
        self._same: dict[str, str] = {}  # commits that change nothing, and what they are like
        self._waiting: Counter[str] = Counter()

    def run(self, commits: Sequence[Commit]) -> Tree:
        kept = [commit for commit in map(self._slim, commits) if commit]
        for commit in kept:
            self._waiting.update(commit.parents)
        last = self._same.get(commits[-1].id, commits[-1].id) if commits else ""
        self._waiting[last] += 1
        for commit in kept:
            self._trees[commit.id] = self._tree(commit)
        return self._trees.get(last, {})

    def _slim(self, commit: Commit) -> Commit | None:
        """The commit with parents that change something; None: it changes nothing itself."""
        parents = tuple(dict.fromkeys(self._same.get(name, name) for name in commit.parents))
        if len(parents) == 1 and not commit.changes:
            self._same[commit.id] = parents[0]
            return None
        return commit._replace(parents=parents)

    def _tree(self, commit: Commit) -> Tree:
        if len(commit.parents) > 1:
            tree = _Merge([self._trees[name] for name in commit.parents], self._versions).run(
                commit.changes, commit.day, self._numbers
            )
            for name in commit.parents:
                self._release(name)
            return tree
        tree = self._take(commit.parents[0]) if commit.parents else {}
        advance(tree, commit.changes, commit.day, self._versions, self._numbers)
        return tree

    def _take(self, name: str) -> Tree:
        """A tree to change: the only one, if nobody else asks for it."""
        tree = self._trees[name]
        self._release(name)
        return dict(tree) if name in self._trees else tree

    def _release(self, name: str) -> None:
        self._waiting[name] -= 1
        if not self._waiting[name]:
            del self._trees[name]


class _Merge:
    """A merge of trees: the first parent's, and what the changes to that bring in of the others."""

    def __init__(self, trees: Sequence[Tree], versions: Mapping[str, Version]) -> None:
        self._trees = trees
        self._versions = versions
        self._homes: list[dict[int, str]] | None = None

    def run(self, changes: Sequence[FileChange], day: date, numbers: Iterator[int]) -> Tree:
        first = self._trees[0]
        tree = dict(first)
        left = {change.path: change.blob for change in changes}
        for other in self._trees[1:]:
            for path, state in other.items():
                mine = first.get(path)
                if mine is not state and path not in left:
                    left[path] = mine.blob if mine else ""
        placed: set[int] = set()
        # Deleted ones last: they may be known to live on under another name by then.
        for path, blob in sorted(left.items(), key=lambda item: (not item[1], item[0])):
            states = self._states(path, blob)
            if not blob and (path not in first or first[path].number in placed):
                if path in first:
                    del tree[path]
                continue
            scan = self._versions[blob].scan if blob else NOTHING
            if scan is None:
                scan = states[0].scan if states else NOTHING
            if states:
                tree[path] = join(states, blob, scan, day, numbers)
            else:
                tree[path] = Draft.of(path, None, blob, scan).finish(day, numbers)
            placed.update(state.number for state in states)
        return tree

    def _states(self, path: str, blob: str) -> list[FileState]:
        """The file on each branch, under whatever name it has there."""
        found = [tree.get(path) for tree in self._trees]
        if blob and not all(state and state.blob for state in found):
            numbers = [state.number for state in found if state]
            found = [
                state if state and state.blob else self._elsewhere(at, numbers) or state
                for at, state in enumerate(found)
            ]
        if blob and not any(found):
            found = [self._alike(blob)]
        states = [state for state in found if state]
        return list({id(state): state for state in states}.values())

    def _elsewhere(self, at: int, numbers: Sequence[int]) -> FileState | None:
        """One of the files with these numbers, on one branch."""
        if self._homes is None:
            self._homes = [
                {state.number: path for path, state in tree.items()} for tree in self._trees
            ]
        home = next(
            (self._homes[at][number] for number in numbers if number in self._homes[at]), ""
        )
        return self._trees[at][home] if home else None

    def _alike(self, blob: str) -> FileState | None:
        """A file that a merge of another repository brings in below a folder."""
        return next(
            (state for tree in self._trees[1:] for state in tree.values() if state.blob == blob),
            None,
        )
