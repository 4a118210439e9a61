"""Walk the files of a source that belong on the site."""

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
    """Walks folders of a project and collects the paths that it skips.

    Hidden files, files that Git ignores and files elsewhere on the site are skipped silently.

    Args:
        root: The project's folder, with links resolved.
        ignored: The files that Git ignores.
        without: Folders to skip, with links resolved.
    """

    def __init__(self, root: Path, ignored: IgnoreRules, without: Collection[Path]) -> None:
        self.links_outside: list[PurePosixPath] = []
        """Links out of the project."""
        self.unreadable: list[PurePosixPath] = []
        """Circular links, folders without permission, undecodable names."""
        self._root = root
        self._ignored = ignored
        self._without = tuple(without)
        self._base = root

    def files(self, source: PurePosixPath) -> Iterator[PurePosixPath]:
        """Yield the file at a path or those in a folder, relative to the project's folder."""
        self._base = (self._root / source).resolve()
        yield from self._below(source, frozenset())

    def _below(self, path: PurePosixPath, above: frozenset[Path]) -> Iterator[PurePosixPath]:
        file = self._root / path
        try:
            real = file.resolve()
            names = sorted(os.listdir(file)) if file.is_dir() else []
            str(path).encode()
        except (OSError, RuntimeError, UnicodeEncodeError):
            self.unreadable.append(path)
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
            self.links_outside.append(path)
            return False
        if any(real.is_relative_to(folder) for folder in self._without):
            return False
        target = PurePosixPath(real.relative_to(self._root).as_posix())
        is_folder = real.is_dir()
        # A source that is a link to a hidden folder means that folder.
        inside = real.relative_to(self._base) if real.is_relative_to(self._base) else target
        is_hidden = target != path and any(part.startswith(".") for part in inside.parts)
        return not is_hidden and not any(
            self._ignored.ignores(each, is_folder=is_folder) for each in {path, target}
        )
