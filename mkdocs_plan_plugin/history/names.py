"""Find earlier names of the current pages, and detect renames within a commit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import PurePosixPath
from typing import NamedTuple

from mkdocs_plan_plugin.history.git import Commit

# The share of tasks that two files must have in common.
_SHARE = 0.5


class FileContent(NamedTuple):
    """The content of a file: its blob, and the texts of its tasks."""

    blob: str
    texts: Collection[str]


def only_related(commits: Sequence[Commit], paths: Collection[str]) -> list[Commit]:
    """Remove the changes of unrelated files from commits.

    Args:
        commits: Commits, parents before children.
        paths: The current files.
    """
    names = _earlier_names(commits, paths)
    return [
        commit._replace(changes=tuple(item for item in commit.changes if item.path in names))
        if commit.changes
        else commit
        for commit in commits
    ]


def _earlier_names(commits: Sequence[Commit], paths: Collection[str]) -> set[str]:
    """The names that files can have had: those deleted by commits that add the files."""
    names = set(paths)
    homes: defaultdict[str, set[str]] | None = None
    for commit in reversed(commits):
        new = [item for item in commit.changes if item.is_new and item.path in names]
        if not new:
            continue
        suffixes = {_suffix(item.path) for item in new}
        gone = [item.path for item in commit.changes if not item.blob]
        names.update(path for path in gone if _suffix(path) in suffixes)
        if len(commit.parents) > 1:
            homes = homes or _homes(commits)
            for item in new:
                names |= homes[item.blob]
    return names


def find_renames(gone: Mapping[str, FileContent], new: Mapping[str, FileContent]) -> dict[str, str]:
    """Find the old names of new files: the most similar first, and each old name once."""
    found = [
        (-share, -_nearness(path, name), path, name)
        for path, name, share in chain(_equal(gone, new), _similar(gone, new))
    ]
    renames: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, path, name in sorted(found):
        if name not in renames and path not in taken:
            renames[name] = path
            taken.add(path)
    return renames


def _equal(
    gone: Mapping[str, FileContent], new: Mapping[str, FileContent]
) -> Iterator[tuple[str, str, float]]:
    """Old and new names of files with the same content."""
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for path, file in gone.items():
        homes[file.blob].append(path)
    return ((path, name, 1.0) for name, file in new.items() for path in homes[file.blob])


def _similar(
    gone: Mapping[str, FileContent], new: Mapping[str, FileContent]
) -> Iterator[tuple[str, str, float]]:
    """Old and new names of files with many tasks in common."""
    homes: defaultdict[str, list[str]] = defaultdict(list)
    texts = {path: frozenset(file.texts) for path, file in gone.items()}
    for path, own in texts.items():
        for text in own:
            homes[text].append(path)
    for name, file in new.items():
        mine = frozenset(file.texts)
        common = Counter(path for text in mine for path in homes.get(text, ()))
        for path, count in common.items():
            share = count / min(len(mine), len(texts[path]))
            if share >= _SHARE and file.blob != gone[path].blob:
                yield path, name, share


def _nearness(old: str, new: str) -> int:
    """The similarity of two paths: the file's name weighs most, then shared folders."""
    one, other = PurePosixPath(old), PurePosixPath(new)
    common = len(set(one.parts) & set(other.parts))
    return common + 100 * (one.name == other.name)


def _homes(commits: Sequence[Commit]) -> defaultdict[str, set[str]]:
    """The paths that each blob had."""
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for commit in commits:
        for item in commit.changes:
            homes[item.blob].add(item.path)
    return homes


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix
