"""What the option `sources` means: which folders and files of a project."""

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
    """What a user asks for.

    Attributes:
        sources: Folders and files as written, and the place of each on the site, where one is
            given; `auto` for the known ones.
        mount: The folder of the site below which those without a place are put: `plans/`.
    """

    sources: tuple[tuple[str, str | None], ...]
    mount: str


class Source(NamedTuple):
    """A folder or file of the project that is to be part of the site.

    Attributes:
        written: As its user wrote it, or as it is known.
        path: Its path from the project's folder.
        place: The folder of the site that it gets: `plans/`; None: below the common one.
        parts: What of a folder is meant; nothing said: all of it.
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
    """Find what a user asks for.

    Args:
        wanted: What the user asks for.
        bases: The folders that paths may be written from, the likeliest first.
        root: The project's folder, with links resolved.
        ignored: What Git ignores.
        without: Folders whose files the site has anyway, or must not have.
    """
    found: dict[PurePosixPath, Source] = {}
    problems = []
    for written, place in wanted.sources:
        is_auto = written == AUTO
        for source in _known(bases[0], root) if is_auto else [_find(written, bases, root)]:
            problem = (
                source if isinstance(source, Problem) else _wrong(source, root, ignored, without)
            )
            if isinstance(source, Source) and not problem:
                known = found.get(source.path)
                if not known or (known.place is None and place is not None):
                    found[source.path] = source._replace(place=place)
            elif problem and not is_auto:
                problems.append(problem)
    return [*found.values()], problems


def _known(folder: Path, root: Path) -> Iterator[Source]:
    """The known folders beside mkdocs.yml, and at the repository's root where that is another."""
    for home in dict.fromkeys((folder, root)):
        for known in known_beside(home):
            if path := _below(home / known.path, root):
                yield Source(known.path, path, None, known.parts)


def _wrong(
    source: Source, root: Path, ignored: IgnoreRules, without: Collection[Path]
) -> Problem | None:
    """Why nothing can be taken from a source."""
    file = root / source.path
    if ignored.ignores(source.path, is_folder=file.is_dir()):
        return Problem(
            source.written,
            "is ignored by .gitignore, so nothing is taken from there",
            "take it out of .gitignore, or out of 'sources'",
        )
    if any(file.resolve().is_relative_to(folder) for folder in without):
        return Problem(
            source.written,
            "is in the docs folder or in the built site, so nothing more is taken from there",
            "take it out of 'sources'",
        )
    return None


def _find(written: str, bases: Sequence[Path], root: Path) -> Source | Problem:
    there = [path for base in bases if (path := base / written).exists()]
    inside = [found for path in there if (found := _below(path, root)) and found.parts]
    if inside:
        # All of a tool's folder is what `auto` takes of it, unless a part is named.
        beside = {Path(os.path.relpath(root / inside[0], base)).as_posix() for base in bases}
        names = {str(inside[0]), *beside}
        parts = next((parts for name, parts in _PARTS.items() if name in names), ())
        return Source(written, inside[0], None, parts)
    if there:
        return Problem(
            written,
            "leads out of the project, or is all of it, so nothing is taken from there",
            "name a folder within the repository",
        )
    looked = " and ".join(dict.fromkeys(os.path.relpath(base / written) for base in bases))
    return Problem(
        written,
        f"does not exist (looked for at {looked}), so nothing is taken from there",
        "correct the path, which leads from the folder of mkdocs.yml or from the docs folder",
    )


def _below(path: Path, root: Path) -> PurePosixPath | None:
    """The path from the project's folder; None for what is not in it once links are followed."""
    if not path.resolve().is_relative_to(root):
        return None
    plain = Path(os.path.normpath(path.absolute()))
    found = plain if plain.is_relative_to(root) else path.resolve()
    return PurePosixPath(found.relative_to(root).as_posix())
