"""The third stage of a build: the plans are found, and the pages of MkDocs' navigation are set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import InclusionLevel

from mkdocs_plan_plugin.hosts.mkdocs.dirty import invalidate
from mkdocs_plan_plugin.hosts.mkdocs.files import add_index
from mkdocs_plan_plugin.hosts.mkdocs.gc_pause import gc_paused
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
    """A site whose plans are known.

    Attributes:
        read: The stage before.
        portfolio: The plans.
        outside: The pages from outside the docs folder that belong into the navigation.
        index: The page of all plans that is added to the site, if any is.
    """

    read: ReadSite
    portfolio: Portfolio
    outside: Sequence[File]
    index: File | None

    @property
    def settings(self) -> BuildSettings:
        """What the build goes by."""
        return self.read.before.settings

    def with_changed_pages(self) -> PlannedSite:
        """The same with what pages say whose text other plugins have changed meanwhile."""
        changed = self.read.reader.changed
        return replace(self, portfolio=_find_plans(self.read, changed)) if changed else self


def plan_site(site: SiteFiles, files: Files, config: MkDocsConfig) -> PlannedSite:
    """Read a site's pages, find its plans and add the page of all of them."""
    settings = site.settings
    with gc_paused(for_good=settings.is_only):
        read = read_site(site, files, config)
        portfolio = _find_plans(read, {})
    settings.reporter.report(portfolio.diagnostics, read.pages)
    if settings.is_dirty:
        invalidate(read.pages, portfolio, settings.memo("pages of plans", None, dict))
    outside = _take_outside_from_nav(read)
    has_own_section = bool(outside and settings.options.nav)
    index = _add_index(read, portfolio, files, config, is_placed=has_own_section)
    _tell(read, portfolio)
    return PlannedSite(read, portfolio, outside, index)


def _find_plans(read: ReadSite, changed: Mapping[str, Document]) -> Portfolio:
    settings, history = read.before.settings, read.history
    # Where macros have changed a page, its lines are not those of its file.
    files = {path: file for path, file in history.files.items() if path not in changed}
    past = Past(files, settings.reading, history.earlier) if files else None
    found = build_portfolio(
        {**read.documents, **changed},
        settings.roles,
        read.repository,
        replace(settings.planning, past=past, today=history.as_of),
        read.before.mounts.has,
        read.others,
        settings.memo,
    )
    return found.with_diagnostics(wrong_directives(found))


def _take_outside_from_nav(read: ReadSite) -> list[File]:
    """Take mounted pages out of the navigation that MkDocs makes; ours has its own order."""
    mounted = read.before.mounts.sources
    outside = [
        file
        for path, file in read.pages.items()
        if path in mounted and file.inclusion.value > InclusionLevel.NOT_IN_NAV.value
    ]
    for file in outside:
        file.inclusion = InclusionLevel.NOT_IN_NAV
    return outside


def _add_index(
    read: ReadSite, portfolio: Portfolio, files: Files, config: MkDocsConfig, *, is_placed: bool
) -> File | None:
    """Give the site a page of its plans, unless a page of its own shows them."""
    site = read.before
    path = site.settings.options.index
    shown = (one.name for each in read.documents.values() for one in each.directives)
    if path is False or "overview" in shown:
        return None
    text = index_page(portfolio, site.settings.words)
    file, note = add_index(files, config, site.languages, path, text, is_placed=is_placed)
    if note:
        log.info(note)
    return file


def _tell(read: ReadSite, portfolio: Portfolio) -> None:
    log.info(
        f"Plans found: {len(portfolio.plans)}, on {len(portfolio.plans_of)} of {len(read.pages)} "
        f"pages; tasks done: {portfolio.progress.done} of {portfolio.progress.total}"
    )
    if not portfolio.plans and (hint := read.before.mounts.hint()):
        log.info(hint)
