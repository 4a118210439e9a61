"""The host MkDocs: its events, each handed on in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority

# First of all and from here: to make its patterns takes twice as long deep within other imports,
# where Python gives each of many calls a new piece of stack.
import mkdocs_plan_plugin.reading  # noqa: F401
from mkdocs_plan_plugin.build import Memory, Site, prepare_config, release, watch
from mkdocs_plan_plugin.config import PlanConfig

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext


class PlanPlugin(BasePlugin[PlanConfig]):  # type: ignore[no-untyped-call]
    """Finds the plans of a site and shows their progress, timelines and links."""

    _site: Site | None = None
    _memory: Memory | None = None

    _is_dirty = False
    _server: LiveReloadServer | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Keep what is worked out from build to build where there will be many."""
        self._memory = Memory() if command == "serve" else None
        self._is_dirty = dirty

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        """Remember who watches folders: there may be more of them later."""
        self._server = server
        return server

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Forget the last build: `serve` and translations use this instance again."""
        self._site = None
        release()  # what a build that failed has left
        if self.config.enabled:
            if self._memory:
                self._memory.begin_build()
            ours = prepare_config(config)
            self._site = Site(ours, self.config, self._memory, is_dirty=self._is_dirty)
        return config

    # Before plugins that generate pages or arrange them.
    @event_priority(50)
    def _mount(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add pages from outside the docs folder."""
        if self._site:
            self._site.mount(files, config)
            if self._server:
                watch(config.watch, self._server)
        return files

    # After plugins that generate pages, before MkDocs decides on the navigation.
    @event_priority(-110)
    def _read(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read every page: all is known before any is rendered."""
        if self._site:
            self._site.read(files, config)
        return files

    on_files = CombinedEvent(_mount, _read)

    # After plugins that make a navigation of their own.
    @event_priority(-100)
    def on_nav(self, nav: Navigation, **_: Any) -> Navigation:
        """Add the pages from outside the docs folder, plan by plan."""
        if self._site:
            self._site.add_to_nav(nav)
        return nav

    # Before plugins that read front matter.
    @event_priority(100)
    def _adapt(self, markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Keep from the host what a page from elsewhere tells other programs."""
        if self._site:
            self._site.adapt(page, config)
        return markdown

    # After plugins that change the Markdown, so that what we see is what is rendered.
    @event_priority(-100)
    def _begin(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Tell the Markdown extension which page comes."""
        if self._site:
            self._site.begin_page(page)
        return markdown

    on_page_markdown = CombinedEvent(_adapt, _begin)

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """Tell MkDocs of the anchors that we have set, before it looks for links without one."""
        if self._site:
            self._site.tell_anchors(page)
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, **_: Any) -> Environment:
        """All pages are rendered: settle the numbers."""
        if self._site:
            self._site.settle(config)
        return env

    # After the search plugins (0) have indexed the page: no word of a widget is to be found.
    @event_priority(-50)
    def on_page_context(self, context: TemplateContext, *, page: Page, **_: Any) -> TemplateContext:
        """Put the widgets into the page."""
        if self._site:
            self._site.finish_page(page)
        return context

    def on_post_build(self, *, config: MkDocsConfig, **_: Any) -> None:
        """All pages are written: write what others read, and keep nothing until the next build."""
        if self._site:
            self._site.export(config)
            if self._memory:
                self._site.close()
        self._site = None
        release()
