"""Find the files to mount from outside the docs folder, and their paths on the site."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from mkdocs_plan_plugin.sources.ignored import IgnoreRules
from mkdocs_plan_plugin.sources.problems import Problem
from mkdocs_plan_plugin.sources.sources import Source, SourceOptions, find_sources
from mkdocs_plan_plugin.sources.walk import Walk


@dataclass(slots=True)
class Mounted:
    """The files mounted from outside the docs folder.

    Attributes:
        files: The path in the project's folder, by the path on the site.
        folders: The source folders, to be watched.
        problems: Problems with the option `sources`, or with the sources.
    """

    files: dict[str, str] = field(default_factory=dict)
    folders: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def mount_sources(
    wanted: SourceOptions, bases: Sequence[Path], root: Path, without: Collection[Path]
) -> Mounted:
    """Find the files to mount and give each its path on the site.

    Args:
        wanted: The user's options.
        bases: The folders that written paths may be relative to, the most likely first.
        root: The project's folder, with links resolved.
        without: Folders to skip, such as the docs folder and the built site.
    """
    ignored = IgnoreRules(root)
    sources, problems = find_sources(wanted, bases, root, ignored, without)
    mounted = Mounted(folders=[root / source.path for source in sources], problems=problems)
    taken: set[str] = set()
    # A source with its own place has it, even within a folder that is mounted elsewhere.
    placed = [source for source in sources if source.place is not None]
    placed.sort(key=lambda source: -len(source.path.parts))
    for source in [*placed, *(source for source in sources if source.place is None)]:
        walk = Walk(root, ignored, without)
        place = _place_of(source, sources, wanted.mount, root)
        for start in [source.path / part for part in source.parts] or [source.path]:
            for file in _each_once(walk.files(start), root):
                real = _real(file, root)
                if real in taken:
                    continue
                taken.add(real)
                path = f"{place}{_below(file, source)}"
                if (other := mounted.files.setdefault(path, str(file))) != str(file):
                    problems.append(_path_taken(source, str(file), other, path))
        problems += [_links_outside(source, walk.links_outside)] if walk.links_outside else []
        problems += [_unreadable(source, walk.unreadable)] if walk.unreadable else []
    return mounted


def _real(file: PurePosixPath, root: Path) -> str:
    """The path of a file without links."""
    return os.path.realpath(root / file)


def _each_once(files: Iterable[PurePosixPath], root: Path) -> Iterator[PurePosixPath]:
    """Yield files without the links to others among them."""
    real = {file: _real(file, root) for file in files}
    own = {str(root / file) for file in real}
    yield from (file for file, path in real.items() if path not in own or path == str(root / file))


def _place_of(source: Source, sources: Sequence[Source], mount: str, root: Path) -> str:
    """Return a source's folder on the site: one named after it if there are several sources."""
    if source.place is not None:
        return source.place
    folders = [each for each in sources if each.place is None and (root / each.path).is_dir()]
    if len(folders) == 1 or (root / source.path).is_file():
        return mount
    return f"{mount}{_name(source, folders)}/"


def _name(source: Source, among: Sequence[Source]) -> str:
    """Return a unique name: the folder's, else its path; without leading dots."""
    paths = ["/".join(part.lstrip(".") for part in each.path.parts) for each in among]
    own = "/".join(part.lstrip(".") for part in source.path.parts)
    names = [path.rpartition("/")[2] for path in paths]
    last = own.rpartition("/")[2]
    if names.count(last) == 1:
        return last
    before = [path for path, each in zip(paths, among, strict=True) if path == own][1:]
    at = [each for path, each in zip(paths, among, strict=True) if path == own].index(source)
    return f"{own}-{at + 1}" if before and at else own


def _below(file: PurePosixPath, source: Source) -> str:
    return file.name if file == source.path else str(file.relative_to(source.path))


def _path_taken(source: Source, file: str, other: str, path: str) -> Problem:
    return Problem(
        source.written,
        f"contains {file}, which is skipped: {other} already has the path {path} on the site",
        f"mount one of the two in another folder, as in '{source.written}: other/'",
    )


def _unreadable(source: Source, paths: Sequence[PurePosixPath]) -> Problem:
    names = ", ".join(str(path).encode(errors="replace").decode() for path in paths)
    return Problem(
        source.written,
        f"contains unreadable files, which are skipped: {names}",
        "remove or rename them, or make them readable",
    )


def _links_outside(source: Source, links: Sequence[PurePosixPath]) -> Problem:
    names = ", ".join(map(str, links))
    return Problem(
        source.written,
        f"contains links to files outside of the project, which are skipped: {names}",
        "replace the links by the files, or remove them",
    )
