"""Resolve the option `sources` to folders and files of a project."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from mkdocs_plan_plugin.sources.ignored import IgnoreRules
from mkdocs_plan_plugin.sources.known import KNOWN, known_beside
from mkdocs_plan_plugin.sources.problems import Problem

AUTO = "auto"
_PARTS: Mapping[str, tuple[str, ...]] = {known.path: known.parts for known in KNOWN}


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """The user's options on mounted sources.

    Attributes:
        sources: Folders and files as written, each with its folder on the site if one is given;
            `auto` for the known ones.
        mount: The folder of the site for those without one of their own: `plans/`.
    """

    sources: tuple[tuple[str, str | None], ...]
    mount: str


class Source(NamedTuple):
    """A folder or file of the project that is mounted.

    Attributes:
        written: As the user wrote it, or the path of a known folder.
        path: Its path relative to the project's folder.
        place: Its folder on the site (`plans/`), None for the one of the option `mount`.
        parts: The parts of the folder to mount; empty means all of it.
    """

    written: str
    path: PurePosixPath
    place: str | None
    parts: tuple[str, ...] = ()


def find_sources(
    wanted: SourceOptions,
    bases: Sequence[Path],
    root: Path,
    ignored: IgnoreRules,
    without: Collection[Path],
) -> tuple[list[Source], list[Problem]]:
    """Find the sources of the option, and the problems with it.

    Args:
        wanted: The user's options.
        bases: The folders that written paths may be relative to, the most likely first.
        root: The project's folder, with links resolved.
        ignored: The files that Git ignores.
        without: Folders that are not sources, such as the docs folder.
    """
    found: dict[PurePosixPath, Source] = {}
    problems = []
    for written, place in wanted.sources:
        is_auto = written == AUTO
        for source in _known(bases[0], root) if is_auto else [_find(written, bases, root)]:
            problem = (
                source if isinstance(source, Problem) else _problem(source, root, ignored, without)
            )
            if isinstance(source, Source) and not problem:
                known = found.get(source.path)
                if not known or (known.place is None and place is not None):
                    found[source.path] = source._replace(place=place)
            elif problem and not is_auto:
                problems.append(problem)
    return [*found.values()], problems


def _known(folder: Path, root: Path) -> Iterator[Source]:
    """Yield the known folders beside mkdocs.yml and at the repository's root."""
    for home in dict.fromkeys((folder, root)):
        for known in known_beside(home):
            if path := _below(home / known.path, root):
                yield Source(known.path, path, None, known.parts)


def _problem(
    source: Source, root: Path, ignored: IgnoreRules, without: Collection[Path]
) -> Problem | None:
    """Return why a source cannot be mounted, if so."""
    file = root / source.path
    if ignored.ignores(source.path, is_folder=file.is_dir()):
        return Problem(
            source.written,
            "is not mounted: it is ignored by .gitignore",
            "remove it from .gitignore or from 'sources'",
        )
    if any(file.resolve().is_relative_to(folder) for folder in without):
        return Problem(
            source.written,
            "is not mounted: it is part of the docs folder or of the built site",
            "remove it from 'sources'",
        )
    return None


def _find(written: str, bases: Sequence[Path], root: Path) -> Source | Problem:
    there = [path for base in bases if (path := base / written).exists()]
    inside = [found for path in there if (found := _below(path, root)) and found.parts]
    if inside:
        # A tool's folder is mounted as by `auto`, unless a part of it is named.
        beside = {Path(os.path.relpath(root / inside[0], base)).as_posix() for base in bases}
        names = {str(inside[0]), *beside}
        parts = next((parts for name, parts in _PARTS.items() if name in names), ())
        return Source(written, inside[0], None, parts)
    if there:
        return Problem(
            written,
            "is not mounted: it is outside of the project, or all of it",
            "name a folder inside the repository",
        )
    tried = " and ".join(dict.fromkeys(os.path.relpath(base / written) for base in bases))
    return Problem(
        written,
        f"does not exist (tried {tried})",
        "correct the path, which is relative to the folder of mkdocs.yml or to the docs folder",
    )


def _below(path: Path, root: Path) -> PurePosixPath | None:
    """Return the path relative to the project's folder, None if it resolves outside of it."""
    if not path.resolve().is_relative_to(root):
        return None
    plain = Path(os.path.normpath(path.absolute()))
    found = plain if plain.is_relative_to(root) else path.resolve()
    return PurePosixPath(found.relative_to(root).as_posix())
