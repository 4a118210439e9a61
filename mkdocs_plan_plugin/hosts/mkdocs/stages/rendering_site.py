"""The fourth stage of a build: the pages are rendered one by one, with anchors and links."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from mkdocs_plan_plugin.hosts.markdown import RenderedPage
from mkdocs_plan_plugin.hosts.mkdocs.files import PlanNavigation
from mkdocs_plan_plugin.hosts.mkdocs.pages import (
    Addresses,
    PagePreparer,
    SourceAddresses,
    drop_unsupported_meta,
)
from mkdocs_plan_plugin.hosts.mkdocs.stages.planned_site import PlannedSite
from mkdocs_plan_plugin.planning.pages import among_plans

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation, Section
    from mkdocs.structure.pages import Page

log = get_plugin_logger("plan")


@dataclass(frozen=True, slots=True)
class RenderingSite:
    """A site whose pages are being rendered.

    Attributes:
        planned: The stage before.
        sections: The sections of plans in the navigation, by the path of the plan.
        rendered: What the Markdown extension makes of each page, as far as they are rendered.
        addresses: Where the pages are on the site.
        preparer: Tells the extension of each page.
    """

    planned: PlannedSite
    sections: Mapping[str, Section]
    rendered: dict[str, RenderedPage]
    addresses: Addresses
    preparer: PagePreparer

    def adapt(self, page: Page, config: MkDocsConfig) -> None:
        """Take from a page from elsewhere what the host would misread."""
        source = self.planned.read.before.mounts.sources.get(page.file.src_uri)
        if source and (names := drop_unsupported_meta(page.meta, config.theme.dirs)):
            log.info(f"{source}: the theme is not told of {names}, which is written for others.")

    def begin_page(self, page: Page) -> None:
        """Give the extension what it needs for the page that is rendered next."""
        path = page.file.src_uri
        rendered = self.preparer.prepare(path)
        if rendered:
            self.rendered[path] = rendered
        self.planned.settings.extension.page = rendered

    def register_anchors(self, page: Page) -> None:
        """Add the anchors of tasks and ids to those that MkDocs has found on a page."""
        rendered = self.rendered.get(page.file.src_uri)
        if rendered and page.present_anchor_ids is not None:
            page.present_anchor_ids |= rendered.anchors_of_ids

    def with_changed_pages(self) -> RenderingSite:
        """The same with what pages say whose text other plugins have changed meanwhile."""
        planned = self.planned.with_changed_pages()
        if planned is self.planned:
            return self
        return replace(self, planned=planned, preparer=_preparer(planned, self.addresses))


def start_rendering(
    site: PlannedSite, nav: Navigation | None, config: MkDocsConfig
) -> RenderingSite:
    """Complete a site's navigation, where it has one; then its pages can be rendered."""
    read = site.read
    rendered: dict[str, RenderedPage] = {}
    kind = SourceAddresses if site.settings.links_to_sources else Addresses
    addresses = kind(read.pages, rendered, read.repository, config.theme.dirs)
    sections = _add_to_nav(site, nav) if nav is not None else {}
    return RenderingSite(site, sections, rendered, addresses, _preparer(site, addresses))


def _add_to_nav(site: PlannedSite, nav: Navigation) -> Mapping[str, Section]:
    """Add pages from outside the docs folder, plan by plan. Returns the sections of plans."""
    title, words = site.settings.options.nav, site.settings.words
    if not (title and site.outside):
        return {}
    pages = {file.src_uri: file.page for file in site.outside if file.page}
    plans = PlanNavigation(pages, site.portfolio, words("nav.archive"))
    index = site.index.page if site.index else None
    plans.add_to(nav, title if isinstance(title, str) else words("index.title"), index)
    return plans.sections


def _preparer(site: PlannedSite, addresses: Addresses) -> PagePreparer:
    return PagePreparer(
        site.portfolio,
        site.read.reader,
        site.read.repository,
        addresses,
        _shown_as_on_github(site),
        site.settings.words,
    )


def _shown_as_on_github(site: PlannedSite) -> Collection[str]:
    """The pages whose blocks are those that GitHub shows."""
    documents, roles = site.read.documents, site.portfolio.roles
    if site.settings.options.normalize == "all":
        return documents.keys()
    return roles.keys() | among_plans(documents, roles)
