"""static-i18n, which builds a site for each language: where our pages and files are in each.

It drops files from outside the docs folder, with a warning, so these are added after it.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig

_PLUGIN = "i18n"


class Languages:
    """The languages of a site, and the one that is built now.

    Args:
        plugin: static-i18n, or None where the site has it not.
    """

    def __init__(self, plugin: object) -> None:
        self._current: str = getattr(plugin, "current_language", "") or ""
        self._default: str = getattr(plugin, "default_language", "") or ""
        self._all: Sequence[str] = getattr(plugin, "build_languages", ()) if self._current else ()

    @classmethod
    def of(cls, config: MkDocsConfig) -> Languages:
        """Those of a site."""
        return cls(config.plugins.get(_PLUGIN))

    @property
    def are_several(self) -> bool:
        """Whether static-i18n arranges the site's files."""
        return bool(self._current)

    @property
    def folder(self) -> str:
        """The folder of the site that is built now: empty for the default language."""
        return self._folder_of(self._current)

    def place(self, file: File, config: MkDocsConfig) -> None:
        """Move a file of ours to the folder of the language, and tell where the others are.

        The attributes are those that static-i18n gives its files, for its menu of languages.
        """
        if not self.are_several:
            return
        there = {language: self._copy(file, language, config) for language in self._all}
        _move(file, self.folder)
        marks = vars(file)
        marks["alternates"] = {**there, self._current: file}
        marks["locale"] = marks["locale_alternate_of"] = self._current
        marks["localization"] = None
        marks["norm_src_uri"] = file.src_uri

    def _folder_of(self, language: str) -> str:
        return "" if language == self._default else language

    def _copy(self, file: File, language: str, config: MkDocsConfig) -> File:
        copy = File(file.src_uri, None, config.site_dir, config.use_directory_urls)
        _move(copy, self._folder_of(language))
        return copy


def translations_among(files: Mapping[str, File]) -> dict[str, str]:
    """The pages that stand for others, by the paths of those: `index.fr.md` for `index.md`."""
    names = ((path, getattr(file, "norm_src_uri", path)) for path, file in files.items())
    return {name: path for path, name in names if name != path and name not in files}


def _move(file: File, folder: str) -> None:
    file.dest_uri = posixpath.join(folder, file.dest_uri)
    for derived in ("url", "abs_dest_path"):  # which are worked out anew
        vars(file).pop(derived, None)
