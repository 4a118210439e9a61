"""The fourth stage of a build: MkDocs renders the pages one by one, with anchors and links."""

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
from mkdocs_plan_plugin.hosts.mkdocs.reporter import message
from mkdocs_plan_plugin.hosts.mkdocs.stages.planned_site import PlannedSite
from mkdocs_plan_plugin.planning.pages import among_plans
from mkdocs_plan_plugin.reading.markdown import cuts_fences

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation, Section
    from mkdocs.structure.pages import Page

log = get_plugin_logger("plan")


@dataclass(frozen=True, slots=True)
class RenderingSite:
    """A site whose pages are being rendered.

    Attributes:
        planned: The previous stage.
        sections: The sections of plans in the navigation, by the path of the plan.
        rendered: The pages rendered so far, with the anchors that the extension has set.
        addresses: The URLs of the pages.
        preparer: Creates the extension's input for each page.
    """

    planned: PlannedSite
    sections: Mapping[str, Section]
    rendered: dict[str, RenderedPage]
    addresses: Addresses
    preparer: PagePreparer

    def adapt(self, page: Page, config: MkDocsConfig) -> None:
        """Drop front matter of a mounted page that the host cannot handle."""
        source = self.planned.read.site_files.mounts.sources.get(page.file.src_uri)
        if source and (names := drop_unsupported_meta(page.meta, config.theme.dirs)):
            problem = f"ignored front matter that this site's theme cannot use: {names}"
            fix = "correct the values if they are meant for this site"
            log.info(message(problem, fix, f"{source}:1"))

    def begin_page(self, page: Page) -> None:
        """Prepare the extension for the page that is rendered next."""
        path = page.file.src_uri
        rendered = self.preparer.prepare(path)
        if rendered:
            self.rendered[path] = rendered
        self.planned.settings.extension.page = rendered

    def register_anchors(self, page: Page) -> None:
        """Add the anchors of tasks and ids to those that MkDocs found on a page."""
        rendered = self.rendered.get(page.file.src_uri)
        if not rendered:
            return
        rendered.elements.clear()  # or the trees of all pages would be kept to the end
        if page.present_anchor_ids is not None:
            page.present_anchor_ids |= rendered.anchors_of_ids

    def with_changed_pages(self) -> RenderingSite:
        """Return this site, updated where other plugins have changed the text of pages."""
        planned = self.planned.with_changed_pages()
        if planned is self.planned:
            return self
        return replace(self, planned=planned, preparer=_preparer(planned, self.addresses))


def start_rendering(
    site: PlannedSite, nav: Navigation | None, config: MkDocsConfig
) -> RenderingSite:
    """Complete a site's navigation, if it has one, and get ready to render the pages."""
    read = site.read
    rendered: dict[str, RenderedPage] = {}
    addresses_type = SourceAddresses if site.settings.links_to_sources else Addresses
    addresses = addresses_type(read.pages, rendered, read.repository, config.theme.dirs)
    sections = _add_to_nav(site, nav) if nav is not None else {}
    return RenderingSite(site, sections, rendered, addresses, _preparer(site, addresses))


def _add_to_nav(site: PlannedSite, nav: Navigation) -> Mapping[str, Section]:
    """Add mounted pages, grouped by plan, and return the sections of plans."""
    title, words = site.settings.options.nav, site.settings.words
    if not (title and site.mounted):
        return {}
    pages = {file.src_uri: file.page for file in site.mounted if file.page}
    navigation = PlanNavigation(pages, site.portfolio, words("nav.archive"))
    index = site.index.page if site.index else None
    navigation.add_to(nav, title if isinstance(title, str) else words("index.title"), index)
    return navigation.sections


def _preparer(site: PlannedSite, addresses: Addresses) -> PagePreparer:
    return PagePreparer(
        site.portfolio,
        site.read.reader,
        site.read.repository,
        addresses,
        _pages_as_on_github(site),
        site.settings.words,
        folds_schedule=site.settings.options.fold_schedule,
    )


def _pages_as_on_github(site: PlannedSite) -> Collection[str]:
    """Return the pages that are rendered as on GitHub."""
    documents, roles = site.read.documents, site.portfolio.roles
    if site.settings.options.normalize == "all":
        return documents.keys()
    plans_of = site.portfolio.plans_of
    beside = (roles.keys() | among_plans(documents, roles)) - plans_of.keys()
    # Outside plans a sample in a sample stays whole, as MkDocs shows it.
    return plans_of.keys() | {path for path in beside if not cuts_fences(documents[path].body)}
