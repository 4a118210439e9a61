"""The language of a site, or of each site that static-i18n builds, with the paths of its files.

static-i18n drops files from outside the docs folder, with a warning, so these are added after it.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.theme import Theme

_PLUGIN = "i18n"


class Languages:
    """The languages of a site, and the one that is being built.

    Args:
        plugin: The plugin static-i18n, or None if the site does not use it.
    """

    def __init__(self, plugin: object) -> None:
        self._current: str = getattr(plugin, "current_language", "") or ""
        self._default: str = getattr(plugin, "default_language", "") or ""
        self._all: Sequence[str] = getattr(plugin, "build_languages", ()) if self._current else ()

    @classmethod
    def of(cls, config: MkDocsConfig) -> Languages:
        """Return the languages of a site."""
        return cls(config.plugins.get(_PLUGIN))

    @property
    def are_several(self) -> bool:
        """Whether the site uses static-i18n."""
        return bool(self._current)

    @property
    def folder(self) -> str:
        """The output folder of the current language: empty for the default language."""
        return self._folder_of(self._current)

    def place(self, file: File, config: MkDocsConfig) -> None:
        """Move an added file to the current language's folder, and link it to the other languages.

        Sets the attributes that static-i18n gives its files for its language menu.
        """
        if not self.are_several:
            return
        copies = {language: self._copy(file, language, config) for language in self._all}
        _move(file, self.folder)
        attributes = vars(file)
        attributes["alternates"] = {**copies, self._current: file}
        attributes["locale"] = attributes["locale_alternate_of"] = self._current
        attributes["localization"] = None
        attributes["norm_src_uri"] = file.src_uri

    def _folder_of(self, language: str) -> str:
        return "" if language == self._default else language

    def _copy(self, file: File, language: str, config: MkDocsConfig) -> File:
        copy = File(file.src_uri, None, config.site_dir, config.use_directory_urls)
        _move(copy, self._folder_of(language))
        return copy


def language_of(theme: Theme) -> str:
    """Return the language of a theme: `language` is Material's own option, `locale` MkDocs'."""
    return str(theme.get("language") or theme.locale or "")


def translations_among(files: Mapping[str, File]) -> dict[str, str]:
    """Return translated pages by the path of the original: `index.fr.md` for `index.md`."""
    names = ((path, getattr(file, "norm_src_uri", path)) for path, file in files.items())
    return {name: path for path, name in names if name != path and name not in files}


def _move(file: File, folder: str) -> None:
    file.dest_uri = posixpath.join(folder, file.dest_uri)
    for derived in ("url", "abs_dest_path"):  # cached properties that depend on it
        vars(file).pop(derived, None)
