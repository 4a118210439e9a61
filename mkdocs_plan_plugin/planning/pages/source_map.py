"""Map files of the site to paths in the repository: in the docs folder, or mounted sources."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

_NOWHERE: Mapping[str, str] = {}


class SourceMap:
    """Maps paths on the site to paths from the repository's root, and back.

    Args:
        docs_dir: The docs folder's path from the repository's root.
        mounted: The paths from the repository's root of mounted files, by path on the site.
        translations: The pages that replace others of the docs folder in the language that is
            built: `index.md` to `index.fr.md`.
    """

    def __init__(
        self,
        docs_dir: str = "docs",
        mounted: Mapping[str, str] = _NOWHERE,
        translations: Mapping[str, str] = _NOWHERE,
    ) -> None:
        self._translations = translations
        self._docs = "" if docs_dir.strip("/") in ("", ".") else f"{docs_dir.strip('/')}/"
        self._sources = mounted
        self._site_paths = {source: path for path, source in mounted.items()}
        self._folders = dict(_folders(mounted))

    def source_of(self, path: str) -> str:
        """Return the path in the repository of a file of the site."""
        return self._sources.get(path) or f"{self._docs}{path}"

    def is_mounted(self, path: str) -> bool:
        """Whether a file of the site is a mounted one, from outside the docs folder."""
        return path in self._sources

    @property
    def has_mounted(self) -> bool:
        """Whether the site has any mounted files."""
        return bool(self._sources)

    def site_path_of(self, source: str) -> str | None:
        """Return the path on the site of a file of the repository, or None if it can't be there.

        The file need not exist.
        """
        if source in self._site_paths:
            return self._site_paths[source]
        if not source.startswith(self._docs):
            return None
        path = source.removeprefix(self._docs)
        return self._translations.get(path, path)

    def folder_of(self, source: str) -> str | None:
        """Return the path on the site of a folder of the repository, or None."""
        if source in self._folders:
            return self._folders[source]
        return source.removeprefix(self._docs) if source.startswith(self._docs) else None

    def resolve(self, path: str, name: str) -> str:
        """Resolve a name relative to a file of the site to a path from the repository's root."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.source_of(path)), name))


def _folders(mounted: Mapping[str, str]) -> Mapping[str, str]:
    """The folders of mounted files, and the parents whose names agree on both sides."""
    found = {}
    for path, source in mounted.items():
        here, there = posixpath.dirname(path), posixpath.dirname(source)
        while there and there not in found:
            found[there] = here
            if posixpath.basename(here) != posixpath.basename(there):
                break
            here, there = posixpath.dirname(here), posixpath.dirname(there)
    return found


DOCS = SourceMap()
"""The map of a site whose files are all in `docs`."""
