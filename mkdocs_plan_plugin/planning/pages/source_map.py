"""Where a site's files are in the repository: in its docs folder, or mounted from elsewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

_NOWHERE: Mapping[str, str] = {}


class SourceMap:
    """Paths from the repository's root by paths on the site, and back.

    Args:
        docs_dir: The docs folder's path from the repository's root.
        mounted: The files that the site takes from outside it: by their path on the site, the
            path from the repository's root.
        translations: The pages that stand for others of the docs folder in the language that is
            built: `index.fr.md` for `index.md`.
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
        """Where a file of the site is in the repository."""
        return self._sources.get(path) or f"{self._docs}{path}"

    def is_mounted(self, path: str) -> bool:
        """Whether a file of the site is taken from outside the docs folder."""
        return path in self._sources

    @property
    def has_mounted(self) -> bool:
        """Whether any file of the site is taken from outside the docs folder."""
        return bool(self._sources)

    def site_path_of(self, source: str) -> str | None:
        """Where a file of the repository is on the site, if it is there; None if it can't be."""
        if source in self._site_paths:
            return self._site_paths[source]
        if not source.startswith(self._docs):
            return None
        path = source.removeprefix(self._docs)
        return self._translations.get(path, path)

    def folder_of(self, source: str) -> str | None:
        """Where a folder of the repository is on the site; None if it can't be there."""
        if source in self._folders:
            return self._folders[source]
        return source.removeprefix(self._docs) if source.startswith(self._docs) else None

    def beside(self, path: str, name: str) -> str:
        """The path from the repository's root that a file of the site means by a relative name."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.source_of(path)), name))


def _folders(mounted: Mapping[str, str]) -> Mapping[str, str]:
    """The folders of mounted files, and those above them that both places share."""
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
"""That of a site whose files are all in `docs`."""
