"""The files that a site takes from outside its docs folder, each with its place on the site."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from mkdocs_plan_plugin.sources.ignored import IgnoreRules
from mkdocs_plan_plugin.sources.problems import Problem
from mkdocs_plan_plugin.sources.sources import Source, SourceOptions, find_sources
from mkdocs_plan_plugin.sources.walk import Walk


@dataclass(slots=True)
class Mounted:
    """What a site takes from outside its docs folder.

    Attributes:
        files: By their path on the site, their path from the project's folder.
        folders: Where they are looked for, to be watched.
        problems: What is wrong with what the user asks for.
    """

    files: dict[str, str] = field(default_factory=dict)
    folders: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def mount_sources(
    wanted: SourceOptions, bases: Sequence[Path], root: Path, without: Collection[Path]
) -> Mounted:
    """Find the files that a user wants to have on the site, and give each its place.

    Args:
        wanted: What the user asks for.
        bases: The folders that paths may be written from, the likeliest first.
        root: The project's folder, with links resolved.
        without: Folders that are not gone into, such as the docs folder and the built site.
    """
    ignored = IgnoreRules(root)
    sources, problems = find_sources(wanted, bases, root, ignored, without)
    mounted = Mounted(folders=[root / source.path for source in sources], problems=problems)
    taken: set[str] = set()
    # What is given a place of its own has it, also within a folder that goes elsewhere.
    placed = [source for source in sources if source.place is not None]
    placed.sort(key=lambda source: -len(source.path.parts))
    for source in [*placed, *(source for source in sources if source.place is None)]:
        walk = Walk(root, ignored, without)
        place = _place_of(source, sources, wanted.mount, root)
        for start in [source.path / part for part in source.parts] or [source.path]:
            for file in walk.files(start):
                if str(file) in taken:
                    continue
                taken.add(str(file))
                path = f"{place}{_below(file, source)}"
                if (other := mounted.files.setdefault(path, str(file))) != str(file):
                    problems.append(_crowded(source, str(file), other, path))
        problems += [_refused(source, walk.refused)] if walk.refused else []
        problems += [_lost(source, walk.lost)] if walk.lost else []
    return mounted


def _place_of(source: Source, sources: Sequence[Source], mount: str, root: Path) -> str:
    """The folder of the site for a source: one of its own name where there are several."""
    if source.place is not None:
        return source.place
    folders = [each for each in sources if each.place is None and (root / each.path).is_dir()]
    if len(folders) == 1 or (root / source.path).is_file():
        return mount
    return f"{mount}{_name(source, folders)}/"


def _name(source: Source, among: Sequence[Source]) -> str:
    """A name that no other source has: the folder's, else the path to it; without leading dots."""
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


def _crowded(source: Source, file: str, other: str, path: str) -> Problem:
    return Problem(
        source.written,
        f"has {file}, whose place on the site, {path}, is taken by {other}, so it is left out",
        f"give one of the two a place of its own, as in '{source.written}: other/'",
    )


def _lost(source: Source, paths: Sequence[PurePosixPath]) -> Problem:
    names = ", ".join(str(path).encode(errors="replace").decode() for path in paths)
    return Problem(
        source.written,
        f"has what can't be read ({names}), which is left out",
        "take it away, or change its name or who may read it",
    )


def _refused(source: Source, links: Sequence[PurePosixPath]) -> Problem:
    names = ", ".join(map(str, links))
    return Problem(
        source.written,
        f"has links that lead out of the project ({names}), which are not followed",
        "put the files themselves there, or take the links away",
    )
