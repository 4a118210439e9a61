"""The MkDocs plugin: passes each event on to the current stage of the build."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority

from mkdocs_plan_plugin.gc_pause import gc_paused, release

with gc_paused():  # what is imported stays, so a search for garbage would find none
    # First, and here: compiling its patterns takes twice as long deep within other imports,
    # where Python has to allocate a new chunk of stack for many calls.
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
    """The stage of the running build, or None if there is none or the plugin is disabled."""

    _cache: BuildCache | None = None
    """The results of earlier builds, for `mkdocs serve`."""

    _is_dirty = False
    _server: LiveReloadServer | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Cache results between builds if there will be several."""
        self._cache = BuildCache() if command == "serve" else None
        self._is_dirty = dirty

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        """Remember the server: later builds may add folders to watch."""
        self._server = server
        return server

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Start a build: `serve` and translations use this instance several times."""
        self._stage = None
        release()  # after a build that failed
        if self.config.enabled:
            if self._cache:
                self._cache.begin_build()
            extension = prepare_config(config)
            self._stage = build_settings(
                extension, self.config, self._cache, is_dirty=self._is_dirty
            )
        return config

    # Runs before plugins that generate pages or arrange them.
    @event_priority(50)
    def _mount(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add pages from outside the docs folder."""
        if isinstance(self._stage, BuildSettings):
            self._stage = collect_files(self._stage, files, config)
            if self._server:
                watch(config.watch, self._server)
        return files

    # Runs after plugins that generate pages, before MkDocs creates the navigation.
    @event_priority(-110)
    def _read(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read all pages before any is rendered."""
        if isinstance(self._stage, SiteFiles):
            add_style(files, config)
            self._stage = plan_site(self._stage, files, config)
        return files

    on_files = CombinedEvent(_mount, _read)

    # Runs after plugins that create their own navigation.
    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, **_: Any) -> Navigation:
        """Add mounted pages to the navigation, grouped by plan."""
        if isinstance(self._stage, PlannedSite):
            self._stage = start_rendering(self._stage, nav, config)
        return nav

    # Runs before plugins that read front matter.
    @event_priority(100)
    def _adapt(self, markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Drop front matter of mounted pages that the host cannot handle."""
        if isinstance(self._stage, RenderingSite):
            self._stage.adapt(page, config)
        return markdown

    # Runs after plugins that change the Markdown, to see the text that is rendered.
    @event_priority(-100)
    def _begin(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Prepare the Markdown extension for the page."""
        if isinstance(self._stage, RenderingSite):
            self._stage.begin_page(page)
        return markdown

    on_page_markdown = CombinedEvent(_adapt, _begin)

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """Register the added anchors, before MkDocs checks links to anchors."""
        if isinstance(self._stage, RenderingSite):
            self._stage.register_anchors(page)
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, **_: Any) -> Environment:
        """Render the widgets, after all pages."""
        if isinstance(self._stage, RenderingSite):
            self._stage = render_site(self._stage, config)
        return env

    # Runs after the search plugins (0) have indexed the page: widgets are not searchable.
    @event_priority(-50)
    def on_page_context(self, context: TemplateContext, *, page: Page, **_: Any) -> TemplateContext:
        """Insert the widgets into the page."""
        if isinstance(self._stage, RenderedSite):
            self._stage.finish_page(page)
        return context

    def on_post_build(self, *, config: MkDocsConfig, **_: Any) -> None:
        """Write the exports, after all pages, and free the memory of the build."""
        if isinstance(self._stage, RenderedSite):
            self._stage.export(config)
        self._stage = None
        release()
