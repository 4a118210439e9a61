"""The first stage of a build: collects the site's files, before other plugins arrange them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs.structure.files import set_exclusions

from mkdocs_plan_plugin.hosts.markdown import syntaxes_of_site
from mkdocs_plan_plugin.hosts.mkdocs.files import Languages, Mounts, language_of
from mkdocs_plan_plugin.hosts.mkdocs.settings import BuildSettings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """A site whose files are collected.

    Attributes:
        settings: The settings of the build.
        languages: The site's languages.
        mounts: The files from outside the docs folder.
    """

    settings: BuildSettings
    languages: Languages
    mounts: Mounts

    def complete(self, files: Files, config: MkDocsConfig) -> None:
        """Restore mounted files that other plugins have dropped."""
        if self.languages.are_several:
            self.mounts.add_to(files, config)
        self.mounts.restore_to(files)
        set_exclusions(files, config)


def collect_files(settings: BuildSettings, files: Files, config: MkDocsConfig) -> SiteFiles:
    """Add files from outside the docs folder, early, so that other plugins see them."""
    languages = Languages.of(config)
    # Not before: static-i18n sets the language of the theme when a build begins, and plugins add
    # extensions.
    words = settings.words.in_language(language_of(config.theme))
    syntaxes = syntaxes_of_site(config.markdown_extensions, config.mdx_configs)
    reading = replace(settings.reading, syntaxes=syntaxes)
    settings = replace(settings, words=words, reading=reading)
    mounts = Mounts(settings.options.source_options(), config, languages)
    if not languages.are_several:
        mounts.add_to(files, config)
    return SiteFiles(settings, languages, mounts)
