"""The host MkDocs: its events, each handed on in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority

# First of all and from here: to make its patterns takes twice as long deep within other imports,
# where Python gives each of many calls a new piece of stack.
import mkdocs_plan_plugin.reading  # noqa: F401
from mkdocs_plan_plugin.hosts.mkdocs import (
    BuildCache,
    BuildSettings,
    PlanConfig,
    PlannedSite,
    RenderedSite,
    RenderingSite,
    SiteFiles,
    add_style,
    build_settings,
    collect_files,
    plan_site,
    prepare_config,
    release,
    render_site,
    start_rendering,
    watch,
)

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

    _stage: BuildSettings | SiteFiles | PlannedSite | RenderingSite | RenderedSite | None = None
    """How far the build is that goes on, if one does and the plugin is enabled."""

    _cache: BuildCache | None = None
    """What earlier builds have worked out, where builds follow one another."""

    _is_dirty = False
    _server: LiveReloadServer | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Keep what is worked out from build to build where there will be many."""
        self._cache = BuildCache() if command == "serve" else None
        self._is_dirty = dirty

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        """Remember who watches folders: there may be more of them later."""
        self._server = server
        return server

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Forget the last build: `serve` and translations use this instance again."""
        self._stage = None
        release()  # what a build that failed has left
        if self.config.enabled:
            if self._cache:
                self._cache.begin_build()
            ours = prepare_config(config)
            self._stage = build_settings(ours, self.config, self._cache, is_dirty=self._is_dirty)
        return config

    # Before plugins that generate pages or arrange them.
    @event_priority(50)
    def _mount(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add pages from outside the docs folder."""
        if isinstance(self._stage, BuildSettings):
            self._stage = collect_files(self._stage, files, config)
            if self._server:
                watch(config.watch, self._server)
        return files

    # After plugins that generate pages, before MkDocs decides on the navigation.
    @event_priority(-110)
    def _read(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read every page: all is known before any is rendered."""
        if isinstance(self._stage, SiteFiles):
            add_style(files, config)
            self._stage = plan_site(self._stage, files, config)
        return files

    on_files = CombinedEvent(_mount, _read)

    # After plugins that make a navigation of their own.
    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, **_: Any) -> Navigation:
        """Add the pages from outside the docs folder, plan by plan."""
        if isinstance(self._stage, PlannedSite):
            self._stage = start_rendering(self._stage, nav, config)
        return nav

    # Before plugins that read front matter.
    @event_priority(100)
    def _adapt(self, markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Keep from the host what a page from elsewhere tells other programs."""
        if isinstance(self._stage, RenderingSite):
            self._stage.adapt(page, config)
        return markdown

    # After plugins that change the Markdown, so that what we see is what is rendered.
    @event_priority(-100)
    def _begin(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Tell the Markdown extension which page comes."""
        if isinstance(self._stage, RenderingSite):
            self._stage.begin_page(page)
        return markdown

    on_page_markdown = CombinedEvent(_adapt, _begin)

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """Tell MkDocs of the anchors that we have set, before it looks for links without one."""
        if isinstance(self._stage, RenderingSite):
            self._stage.register_anchors(page)
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, **_: Any) -> Environment:
        """All pages are rendered: render the widgets."""
        if isinstance(self._stage, RenderingSite):
            self._stage = render_site(self._stage, config)
        return env

    # After the search plugins (0) have indexed the page: no word of a widget is to be found.
    @event_priority(-50)
    def on_page_context(self, context: TemplateContext, *, page: Page, **_: Any) -> TemplateContext:
        """Put the widgets into the page."""
        if isinstance(self._stage, RenderedSite):
            self._stage.finish_page(page)
        return context

    def on_post_build(self, *, config: MkDocsConfig, **_: Any) -> None:
        """All pages are written: write what others read, and keep nothing until the next build."""
        if isinstance(self._stage, RenderedSite):
            self._stage.export(config)
        self._stage = None
        release()
