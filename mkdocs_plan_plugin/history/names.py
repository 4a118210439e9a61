"""Which names the pages of today had before, and which of them a commit gives up for which."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import PurePosixPath
from typing import NamedTuple

from mkdocs_plan_plugin.history.git import Commit

# So much of the tasks must be the same.
_SHARE = 0.5


class Named(NamedTuple):
    """A file by its content: its blob, and the texts of its tasks."""

    blob: str
    texts: Collection[str]


def only_related(commits: Sequence[Commit], paths: Collection[str]) -> list[Commit]:
    """Leave out of commits what has nothing to do with some files of today.

    Args:
        commits: Parents before their children.
        paths: The files of today.
    """
    names = _earlier_names(commits, paths)
    return [
        commit._replace(changes=tuple(item for item in commit.changes if item.path in names))
        if commit.changes
        else commit
        for commit in commits
    ]


def _earlier_names(commits: Sequence[Commit], paths: Collection[str]) -> set[str]:
    """The names that files may have had: those that go where they come."""
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


def find_renames(gone: Mapping[str, Named], new: Mapping[str, Named]) -> dict[str, str]:
    """Find the old names of new files: the most alike first, and each old name once."""
    found = [
        (-share, -_nearness(path, name), path, name)
        for path, name, share in chain(_equal(gone, new), _alike(gone, new))
    ]
    renames: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, path, name in sorted(found):
        if name not in renames and path not in taken:
            renames[name] = path
            taken.add(path)
    return renames


def _equal(gone: Mapping[str, Named], new: Mapping[str, Named]) -> Iterator[tuple[str, str, float]]:
    """Old and new names of the same content."""
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for path, file in gone.items():
        homes[file.blob].append(path)
    return ((path, name, 1.0) for name, file in new.items() for path in homes[file.blob])


def _alike(gone: Mapping[str, Named], new: Mapping[str, Named]) -> Iterator[tuple[str, str, float]]:
    """Old and new names of files that have much of their tasks in common."""
    homes: defaultdict[str, list[str]] = defaultdict(list)
    texts = {path: frozenset(file.texts) for path, file in gone.items()}
    for path, said in texts.items():
        for text in said:
            homes[text].append(path)
    for name, file in new.items():
        mine = frozenset(file.texts)
        common = Counter(path for text in mine for path in homes.get(text, ()))
        for path, count in common.items():
            share = count / min(len(mine), len(texts[path]))
            if share >= _SHARE and file.blob != gone[path].blob:
                yield path, name, share


def _nearness(old: str, new: str) -> int:
    """How much two names have in common: the file's name most, then the folders."""
    one, other = PurePosixPath(old), PurePosixPath(new)
    common = len(set(one.parts) & set(other.parts))
    return common + 100 * (one.name == other.name)


def _homes(commits: Sequence[Commit]) -> defaultdict[str, set[str]]:
    """Where each blob stood."""
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for commit in commits:
        for item in commit.changes:
            homes[item.blob].add(item.path)
    return homes


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix
