"""The third stage of a build: finds the plans, and adds the overview of all plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import InclusionLevel

from mkdocs_plan_plugin.gc_pause import gc_paused
from mkdocs_plan_plugin.hosts.mkdocs.dirty import invalidate
from mkdocs_plan_plugin.hosts.mkdocs.files import add_index, index_path
from mkdocs_plan_plugin.hosts.mkdocs.settings import BuildSettings
from mkdocs_plan_plugin.hosts.mkdocs.stages.read_site import ReadSite, read_site
from mkdocs_plan_plugin.hosts.mkdocs.stages.site_files import SiteFiles
from mkdocs_plan_plugin.model import Document
from mkdocs_plan_plugin.planning import Portfolio, build_portfolio
from mkdocs_plan_plugin.planning.progress import Past
from mkdocs_plan_plugin.rendering import index_page, wrong_directives

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

log = get_plugin_logger("plan")


@dataclass(frozen=True, slots=True)
class PlannedSite:
    """A site whose plans are found.

    Attributes:
        read: The previous stage.
        portfolio: The plans.
        mounted: The pages from outside the docs folder that belong in the navigation.
        index: The generated overview of all plans, if it was added.
    """

    read: ReadSite
    portfolio: Portfolio
    mounted: Sequence[File]
    index: File | None

    @property
    def settings(self) -> BuildSettings:
        """The settings of the build."""
        return self.read.site_files.settings

    def with_changed_pages(self) -> PlannedSite:
        """Return this site, updated where other plugins have changed the text of pages."""
        changed = self.read.reader.changed
        return replace(self, portfolio=_find_plans(self.read, changed)) if changed else self


def plan_site(site: SiteFiles, files: Files, config: MkDocsConfig) -> PlannedSite:
    """Read a site's pages, find its plans and add the overview of all plans."""
    settings = site.settings
    with gc_paused(freeze=settings.is_only):
        read = read_site(site, files, config)
        portfolio = _find_plans(read, {})
    settings.reporter.report(portfolio.diagnostics, read.pages)
    if settings.is_dirty:
        invalidate(read.pages, portfolio, settings.memo("pages of plans", None, dict))
    mounted = _remove_mounted_from_nav(read)
    has_own_section = bool(mounted and settings.options.nav)
    index = _add_index(read, portfolio, files, config, is_in_section=has_own_section)
    _log_summary(read, portfolio)
    return PlannedSite(read, portfolio, mounted, index)


def _find_plans(read: ReadSite, changed: Mapping[str, Document]) -> Portfolio:
    settings, history = read.site_files.settings, read.history
    # The lines of pages that macros have changed are not those of their files.
    files = {path: file for path, file in history.files.items() if path not in changed}
    past = Past(files, settings.reading, history.earlier) if files else None
    portfolio = build_portfolio(
        {**read.documents, **changed},
        settings.roles,
        read.repository,
        replace(settings.planning, past=past, today=history.as_of),
        read.site_files.mounts.has,
        read.others,
        settings.memo,
    )
    return portfolio.with_diagnostics(wrong_directives(portfolio))


def _remove_mounted_from_nav(read: ReadSite) -> list[File]:
    """Keep mounted pages out of the automatic navigation: they get a section of their own."""
    sources = read.site_files.mounts.sources
    mounted = [
        file
        for path, file in read.pages.items()
        if path in sources and file.inclusion.value > InclusionLevel.NOT_IN_NAV.value
    ]
    for file in mounted:
        file.inclusion = InclusionLevel.NOT_IN_NAV
    return mounted


def _add_index(
    read: ReadSite, portfolio: Portfolio, files: Files, config: MkDocsConfig, *, is_in_section: bool
) -> File | None:
    """Add an overview of all plans, unless a page of the site already has one."""
    site = read.site_files
    path = site.settings.options.index
    directives = (one.name for each in read.documents.values() for one in each.directives)
    if path is False or "overview" in directives:
        return None
    path = index_path(files, path, is_in_section=is_in_section)
    text = index_page(portfolio, site.settings.words, _index_title(site, path, is_in_section))
    file, note = add_index(files, config, site.languages, path, text, is_in_section=is_in_section)
    if note:
        log.info(note)
    return file


def _index_title(site: SiteFiles, path: str, is_in_section: bool) -> str:
    """Return a title that is not that of the navigation's section that the page is in."""
    words = site.settings.words
    title = words("index.title")
    is_alike = PurePosixPath(path).parent.name.casefold() == title.casefold()
    return words("index.all") if is_in_section or is_alike else title


def _log_summary(read: ReadSite, portfolio: Portfolio) -> None:
    progress = portfolio.progress
    log.info(
        f"Plans found: {len(portfolio.plans)}, on {len(portfolio.plans_of)} of {len(read.pages)} "
        f"pages; {progress.unit} done: {progress.done} of {progress.total}"
    )
    if not portfolio.plans and (hint := read.site_files.mounts.hint()):
        log.info(hint)
