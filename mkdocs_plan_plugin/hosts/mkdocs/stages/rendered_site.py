"""The last stage of a build: all anchors and texts are known, so the widgets are rendered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.exporting import SiteInfo, export_files, site_data
from mkdocs_plan_plugin.hosts.mkdocs.files import set_description, set_nav_status, write_exports
from mkdocs_plan_plugin.hosts.mkdocs.pages import Finish, PageFinisher
from mkdocs_plan_plugin.hosts.mkdocs.stages.rendering_site import RenderingSite
from mkdocs_plan_plugin.rendering import (
    RenderContext,
    Templates,
    make_environment,
    template_texts,
)

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


@dataclass(frozen=True, slots=True)
class RenderedSite:
    """A site whose pages and widgets are rendered.

    Attributes:
        pages: The stage before.
        finisher: Puts the widgets into the pages.
    """

    pages: RenderingSite
    finisher: PageFinisher

    def finish_page(self, page: Page) -> None:
        """Put the widgets into a page's HTML."""
        self.finisher.finish(page)

    def export(self, config: MkDocsConfig) -> None:
        """Write the files that others read to the site."""
        planned, addresses = self.pages.planned, self.pages.addresses
        settings, history = planned.settings, planned.read.history
        if not settings.options.exports:
            return
        url = config.site_url or ""
        site = SiteInfo(
            config.site_name,
            url if url.endswith("/") or not url else f"{url}/",
            history.as_of,
            lambda place: addresses.page_url(place.path) + addresses.fragment(place),
        )
        data = site_data(planned.portfolio, site, settings.words)
        files = export_files(data, settings.options.exports, settings.words, history.date_changes)
        below = planned.read.before.languages.folder
        write_exports(files, Path(config.site_dir), planned.read.taken, below)


def render_site(site: RenderingSite, config: MkDocsConfig) -> RenderedSite:
    """Render the widgets, now that all pages are rendered, and tell the theme of the plans."""
    pages = site.with_changed_pages()
    planned = pages.planned
    settings, portfolio, read = planned.settings, planned.portfolio, planned.read
    words, theme_dirs = settings.words, config.theme.dirs
    environment = settings.memo(
        "environment",
        (template_texts(theme_dirs), words),
        lambda: make_environment(theme_dirs, words),
    )
    context = RenderContext(
        Templates(environment),
        words,
        pages.addresses,
        portfolio,
        read.history.as_of,
        [*settings.reporter.reported(portfolio.diagnostics)],
    )
    finisher = PageFinisher(
        pages.addresses, context, _finish(pages, config), settings.memo, pages.rendered
    )
    finisher.render(read.pages)
    _inform_theme(pages, config)
    return RenderedSite(pages, finisher)


def _finish(pages: RenderingSite, config: MkDocsConfig) -> Finish:
    settings = pages.planned.settings
    previews = "navigation.instant.preview" in (config.theme.get("features") or ())
    return Finish(settings.reading.ids, settings.options.link_bars, previews)


def _inform_theme(pages: RenderingSite, config: MkDocsConfig) -> None:
    """Tell the theme what it shows of plans: rings in the navigation, descriptions."""
    planned = pages.planned
    words, with_ring = planned.settings.words, planned.settings.options.rings
    for plan in planned.portfolio.plans:
        if page := planned.read.pages[plan.path].page:
            set_nav_status(page, plan, config, words, with_ring=with_ring)
        section = pages.sections.get(plan.path)
        if section and with_ring and plan.progress:
            set_description(section, plan, words)
