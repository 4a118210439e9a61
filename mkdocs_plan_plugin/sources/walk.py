"""The files of a source that readers are to see."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from mkdocs_plan_plugin.sources.ignored import IgnoreRules

PAGES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
_IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico")
_CONTRACTS = (".yaml", ".yml", ".json", ".graphql", ".gql", ".proto", ".sql", ".xsd", ".wsdl")
_PAPERS = (".csv", ".tsv", ".txt", ".pdf", ".drawio", ".mmd", ".puml")
_CARRIED = frozenset((*PAGES, *_IMAGES, *_CONTRACTS, *_PAPERS))
_NEVER = frozenset(("node_modules", "__pycache__"))


class Walk:
    """Goes through folders of a project, and notes the links that it does not follow.

    Hidden files, what Git ignores and what is elsewhere on the site are left out.

    Args:
        root: The project's folder, with links resolved.
        ignored: What Git ignores.
        without: Folders that are not gone into, with links resolved.
    """

    def __init__(self, root: Path, ignored: IgnoreRules, without: Collection[Path]) -> None:
        self.refused: list[PurePosixPath] = []
        """Links that lead out of the project."""
        self.lost: list[PurePosixPath] = []
        """What can't be read: links that lead in a circle, folders of others, broken names."""
        self._root = root
        self._ignored = ignored
        self._without = tuple(without)
        self._base = root

    def files(self, source: PurePosixPath) -> Iterator[PurePosixPath]:
        """The files in a folder or of a name, by their paths from the project's folder."""
        self._base = (self._root / source).resolve()
        yield from self._below(source, frozenset())

    def _below(self, path: PurePosixPath, above: frozenset[Path]) -> Iterator[PurePosixPath]:
        file = self._root / path
        try:
            real = file.resolve()
            names = sorted(os.listdir(file)) if file.is_dir() else []
            str(path).encode()
        except (OSError, RuntimeError, UnicodeEncodeError):
            self.lost.append(path)
            return
        if not self._may_read(path, real):
            return
        if real.is_file():
            if path.suffix.lower() in _CARRIED:
                yield path
        elif real not in above:
            for name in names:
                if not (name.startswith(".") or name in _NEVER):
                    yield from self._below(path / name, above | {real})

    def _may_read(self, path: PurePosixPath, real: Path) -> bool:
        if not real.is_relative_to(self._root):
            self.refused.append(path)
            return False
        if any(real.is_relative_to(folder) for folder in self._without):
            return False
        target = PurePosixPath(real.relative_to(self._root).as_posix())
        is_folder = real.is_dir()
        # Who names a link to a hidden folder names that folder.
        inside = real.relative_to(self._base) if real.is_relative_to(self._base) else target
        is_hidden = target != path and any(part.startswith(".") for part in inside.parts)
        return not is_hidden and not any(
            self._ignored.ignores(each, is_folder=is_folder) for each in {path, target}
        )
