"""The second stage of a build: reads all pages, and their history from Git."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel
from mkdocs.utils import get_build_datetime

from mkdocs_plan_plugin.hosts.mkdocs.files import repetitions, translations_among
from mkdocs_plan_plugin.hosts.mkdocs.pages import Missions, PageReader, history_of_pages
from mkdocs_plan_plugin.hosts.mkdocs.reporter import unreadable
from mkdocs_plan_plugin.hosts.mkdocs.site_history import SiteHistory
from mkdocs_plan_plugin.hosts.mkdocs.stages.site_files import SiteFiles
from mkdocs_plan_plugin.model import Document
from mkdocs_plan_plugin.planning.pages import SourceMap

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files


@dataclass(frozen=True, slots=True)
class ReadSite:
    """A site whose pages are read.

    Attributes:
        site_files: The previous stage.
        pages: The published pages, by their path.
        others: The paths of the other files, such as images.
        taken: The output paths of all files.
        repository: Maps pages to their files in the repository.
        reader: Reads pages; has those that other plugins have changed.
        documents: The content of the pages, by their path.
        history: The history of the pages.
    """

    site_files: SiteFiles
    pages: Mapping[str, File]
    others: Sequence[str]
    taken: frozenset[str]
    repository: SourceMap
    reader: PageReader
    documents: Mapping[str, Document]
    history: SiteHistory


def read_site(site: SiteFiles, files: Files, config: MkDocsConfig) -> ReadSite:
    """Read the pages of a site, after other plugins have arranged its files."""
    site.complete(files, config)
    pages = {
        file.src_uri: file
        for file in files.documentation_pages()
        if file.inclusion.value > InclusionLevel.DRAFT.value
    }
    repository = SourceMap(site.mounts.docs_dir, site.mounts.sources, translations_among(pages))
    settings = site.settings
    reader = PageReader(settings.reading, repository, settings.memo)
    documents: dict[str, Document] = {}
    repeated = repetitions(pages.values())
    missions = Missions(site.mounts.root)
    for path, file in [*pages.items()]:
        if path in repeated:
            continue  # its plan would count twice
        try:
            document = reader.read(path, file.content_bytes)
            source = repository.source_of(path)
            documents[path] = missions.apply(document, file.abs_src_path or "", source)
        except (UnicodeDecodeError, OSError) as error:
            is_mounted = repository.is_mounted(path)
            problem = unreadable(path, error, is_excluded=is_mounted)
            settings.reporter.report([problem], pages)
            if is_mounted:  # otherwise MkDocs stops the build, as without the plugin
                files.remove(file)
                del pages[path]
    return ReadSite(
        site,
        pages,
        [file.src_uri for file in files if not file.is_documentation_page()],
        frozenset(file.dest_uri for file in files),
        repository,
        reader,
        documents,
        _history(site, pages, documents),
    )


def _history(
    site: SiteFiles, pages: Mapping[str, File], documents: Mapping[str, Document]
) -> SiteHistory:
    settings = site.settings
    if not settings.options.actual:
        return SiteHistory({}, get_build_datetime().date())
    return history_of_pages(site.mounts.home, pages, documents, settings.reading.tasks)
