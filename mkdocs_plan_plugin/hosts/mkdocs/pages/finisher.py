"""Completes the HTML of pages with what depends on all pages: links of ids, bars, widgets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.hosts.markdown import RenderedPage
from mkdocs_plan_plugin.hosts.mkdocs.pages.addresses import Addresses
from mkdocs_plan_plugin.hosts.mkdocs.pages.heading_ids import HeadingIds
from mkdocs_plan_plugin.hosts.mkdocs.pages.id_targets import IdTargets
from mkdocs_plan_plugin.model import Location
from mkdocs_plan_plugin.planning import Memo
from mkdocs_plan_plugin.planning.links import NO_IDS
from mkdocs_plan_plugin.reading.links import IdRules
from mkdocs_plan_plugin.rendering import (
    Directives,
    PageWidgets,
    RenderContext,
    complete_tasks,
    fill_directives,
    inputs_of_widgets,
    insert_widgets,
    links_of_widgets,
    render_widgets,
)
from mkdocs_plan_plugin.rendering.links import add_bars, link_ids
from mkdocs_plan_plugin.rendering.progress import inline

if TYPE_CHECKING:
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page


@dataclass(frozen=True, slots=True)
class FinishOptions:
    """The options for finishing pages.

    Attributes:
        id_rules: How ids are recognized.
        link_bars: Whether links to plans get bars.
        previews: Whether the theme shows link previews.
    """

    id_rules: IdRules
    link_bars: bool
    previews: bool


class PageFinisher:
    """Finishes pages, after the anchors and texts of all pages are known.

    Args:
        addresses: The URLs of the pages.
        context: What the widgets are rendered from.
        options: The options for finishing pages.
        memo: Caches widgets for the next build.
        pages: The rendered pages, with their anchors.
    """

    def __init__(
        self,
        addresses: Addresses,
        context: RenderContext,
        options: FinishOptions,
        memo: Memo,
        pages: Mapping[str, RenderedPage],
    ) -> None:
        self._portfolio = context.portfolio
        self._addresses = addresses
        self._context = context
        self._directives = Directives(context)
        self._options = options
        self._memo = memo
        self._ids = IdTargets(pages, addresses)
        bars = (plan for plan in self._portfolio.plans if plan.progress and options.link_bars)
        self._bars = {plan.path: inline(context, plan) for plan in bars}
        self._widgets: dict[str, PageWidgets] = {}
        self._headings = HeadingIds((), {})

    def render(self, files: Mapping[str, File]) -> None:
        """Render the widgets of all pages.

        Doing it in one go takes half the time of doing it between MkDocs' own templates.
        """
        self._headings = HeadingIds(self._portfolio.references.values(), files)
        for path in self._portfolio.plans_of:
            self._addresses.shown = files[path]
            self._widgets[path] = self._memo(
                ("widgets", path),
                (self._context.settings, *self._inputs(path)),
                lambda path=path: render_widgets(path, self._context),  # type: ignore[misc]
            )

    def _inputs(self, path: str) -> Iterator[object]:
        """Yield all inputs of a page's widgets."""
        yield from inputs_of_widgets(path, self._portfolio)
        pages = dict.fromkeys(links_of_widgets(path, self._portfolio))
        yield [self._addresses.state_of(page) for page in pages]

    def finish(self, page: Page) -> None:
        """Insert bars, links of ids and widgets into a page's HTML."""
        if page.content is None:
            return
        path = page.file.src_uri
        self._addresses.shown = page.file  # possibly a page that was not read: a draft, a blog post
        page.content = self._headings.complete(page.content, path)
        if self._bars:
            others = ((plan, bar) for plan, bar in self._bars.items() if plan != path)
            urls = {self._addresses.url(Location(plan), path): bar for plan, bar in others}
            page.content = add_bars(page.content, urls)
        page.content = fill_directives(
            page.content, lambda name, argument: self._directives.widget(name, argument, path)
        )
        ids, widgets = self._portfolio.ids.get(path, NO_IDS), self._widgets.get(path)
        if links := self._ids.links(ids.links, path):
            own = self._options.id_rules.patterns
            page.content = link_ids(page.content, links, own, previews=self._options.previews)
        if widgets:
            page.content = insert_widgets(page.content, widgets)
            page.content = complete_tasks(page.content, self._context.words)
