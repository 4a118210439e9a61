"""Which files of a repository have to do with pages of today, under whatever names they had."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from pathlib import PurePosixPath

from mkdocs_plan_plugin.history.log import Commit

# A commit that changes more pages than this is no move of tasks from one page to another.
_MOST = 50


def only_related(commits: Sequence[Commit], paths: Collection[str]) -> list[Commit]:
    """Leave out of commits what has nothing to do with some files of today.

    Args:
        commits: Parents before their children.
        paths: The files of today.
    """
    names = _related(commits, set(paths))
    return [
        commit._replace(changes=tuple(item for item in commit.changes if item.path in names))
        if commit.changes
        else commit
        for commit in commits
    ]


def _related(commits: Sequence[Commit], names: set[str]) -> set[str]:
    """The names that files may have had: those that go where they come, and that change with it."""
    homes: defaultdict[str, set[str]] | None = None
    for commit in reversed(commits):
        new = [item for item in commit.changes if item.is_new and item.path in names]
        if not new:
            continue
        suffixes = {_suffix(item.path) for item in new}
        others = [item for item in commit.changes if not item.is_new]
        others = [item for item in others if _suffix(item.path) in suffixes]
        is_few = len(others) <= _MOST
        names.update(item.path for item in others if is_few or not item.blob)
        if len(commit.parents) > 1:
            homes = homes or _homes(commits)
            for item in new:
                names |= homes[item.blob]
    return names


def _homes(commits: Sequence[Commit]) -> defaultdict[str, set[str]]:
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for commit in commits:
        for item in commit.changes:
            homes[item.blob].add(item.path)
    return homes


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix
