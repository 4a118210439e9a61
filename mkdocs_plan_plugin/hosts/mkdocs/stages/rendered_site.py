"""The last stage of a build: renders the widgets, now that all anchors and texts are known."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.exporting import SiteInfo, export_files, site_data
from mkdocs_plan_plugin.hosts.mkdocs.files import (
    drop_foreign_status,
    language_of,
    set_nav_status,
    set_section_title,
    write_exports,
)
from mkdocs_plan_plugin.hosts.mkdocs.pages import FinishOptions, PageFinisher
from mkdocs_plan_plugin.hosts.mkdocs.stages.rendering_site import RenderingSite
from mkdocs_plan_plugin.rendering import (
    Dates,
    RenderContext,
    Templates,
    Words,
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
        rendering: The previous stage.
        finisher: Inserts the widgets into the pages.
    """

    rendering: RenderingSite
    finisher: PageFinisher

    def finish_page(self, page: Page) -> None:
        """Insert the widgets into a page's HTML."""
        self.finisher.finish(page)

    def export(self, config: MkDocsConfig) -> None:
        """Write the exports to the site."""
        planned, addresses = self.rendering.planned, self.rendering.addresses
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
        folder = planned.read.site_files.languages.folder
        write_exports(files, Path(config.site_dir), planned.read.taken, folder)


def render_site(site: RenderingSite, config: MkDocsConfig) -> RenderedSite:
    """Render the widgets after all pages, and pass plan progress to the theme."""
    rendering = site.with_changed_pages()
    planned = rendering.planned
    settings, portfolio, read = planned.settings, planned.portfolio, planned.read
    dates = Dates(language_of(config.theme), read.history.as_of)
    words, theme_dirs = settings.words.with_dates(dates), config.theme.dirs
    environment = settings.memo(
        "environment",
        (template_texts(theme_dirs), words),
        lambda: make_environment(theme_dirs, words, dates),
    )
    context = RenderContext(
        Templates(environment),
        words,
        rendering.addresses,
        portfolio,
        dates,
        [*settings.reporter.enabled(portfolio.diagnostics)],
        planned.index.src_uri if planned.index else "",
    )
    finisher = PageFinisher(
        rendering.addresses,
        context,
        _finish_options(rendering, config),
        settings.memo,
        rendering.rendered,
    )
    finisher.render(read.pages)
    _inform_theme(rendering, config, words)
    return RenderedSite(rendering, finisher)


def _finish_options(rendering: RenderingSite, config: MkDocsConfig) -> FinishOptions:
    settings = rendering.planned.settings
    previews = "navigation.instant.preview" in (config.theme.get("features") or ())
    return FinishOptions(settings.reading.ids, settings.options.link_bars, previews)


def _inform_theme(rendering: RenderingSite, config: MkDocsConfig, words: Words) -> None:
    """Set what the theme shows of plans: rings in the navigation, descriptions."""
    planned = rendering.planned
    with_ring = planned.settings.options.rings
    portfolio, sources = planned.portfolio, planned.read.site_files.mounts.sources
    for path in {*portfolio.plans_of, *portfolio.roles, *sources}:
        file = planned.read.pages.get(path)
        if file and file.page:
            drop_foreign_status(file.page, config)
    for plan in portfolio.plans:
        if page := planned.read.pages[plan.path].page:
            set_nav_status(page, plan, config, words, with_ring=with_ring)
        section = rendering.sections.get(plan.path)
        if section and with_ring and plan.progress:
            set_section_title(section, plan, words)
