"""One build of a MkDocs site: reads its pages, links them while they render, adds the widgets."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import InclusionLevel, set_exclusions
from mkdocs.utils import get_build_datetime

from mkdocs_plan_plugin.build.addresses import Addresses, SourceAddresses
from mkdocs_plan_plugin.build.collector import collector_paused
from mkdocs_plan_plugin.build.dirty import make_again
from mkdocs_plan_plugin.build.foreign_meta import take_foreign
from mkdocs_plan_plugin.build.index import add_index
from mkdocs_plan_plugin.build.languages import Languages, translations_among
from mkdocs_plan_plugin.build.memory import Memory
from mkdocs_plan_plugin.build.mounts import Mounts
from mkdocs_plan_plugin.build.nav_status import tell_status
from mkdocs_plan_plugin.build.navigation import PlanNavigation
from mkdocs_plan_plugin.build.outputs import write_exports
from mkdocs_plan_plugin.build.page_finisher import Finish, PageFinisher
from mkdocs_plan_plugin.build.page_history import history_of_pages
from mkdocs_plan_plugin.build.page_preparer import PagePreparer
from mkdocs_plan_plugin.build.page_reader import PageReader
from mkdocs_plan_plugin.build.reporter import Reporter, unreadable
from mkdocs_plan_plugin.build.setup import assets_in
from mkdocs_plan_plugin.exporting import SiteInfo, export_files, site_data
from mkdocs_plan_plugin.extension import PlanExtension, RenderedPage
from mkdocs_plan_plugin.model import (
    Document,
)
from mkdocs_plan_plugin.planning.actuals import Past
from mkdocs_plan_plugin.planning.neighbours import among_plans
from mkdocs_plan_plugin.planning.remembering import anew
from mkdocs_plan_plugin.planning.repository import DOCS, Repository
from mkdocs_plan_plugin.portfolio import Portfolio, build_portfolio
from mkdocs_plan_plugin.reading import ReadingRules, TaskRules
from mkdocs_plan_plugin.rendering import (
    Directives,
    Renderer,
    SiteRenderer,
    Templates,
    Words,
    index_page,
    make_environment,
    template_texts,
)
from mkdocs_plan_plugin.site_history import SiteHistory

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from mkdocs_plan_plugin.config import PlanConfig

log = get_plugin_logger("plan")


class Site:
    """The state of one build.

    Args:
        extension: The Markdown extension that works on the pages.
        options: The user's options.
        memory: What the last builds have worked out; None: this is the only build.
        is_dirty: Whether MkDocs makes only pages whose sources have changed.
        links_to_sources: Whether the host makes addresses of links to sources, also in widgets.
    """

    def __init__(
        self,
        extension: PlanExtension,
        options: PlanConfig,
        memory: Memory | None = None,
        *,
        is_dirty: bool = False,
        links_to_sources: bool = False,
    ) -> None:
        self._extension = extension
        self._is_only = memory is None
        self._remember = memory.get if memory else anew
        self._is_dirty = is_dirty
        self._links_to_sources = links_to_sources
        self._rules = options.role_rules()
        self._reading = ReadingRules(
            TaskRules(options.state_rules(), options.gate_rules()),
            options.span_rules(),
            options.id_rules(),
        )
        self._reporter = Reporter(options.levels())
        self._planning = options.plan_rules()
        self._asks_git = options.actual
        self._normalize = options.normalize
        self._words = Words(options.words)
        self._index = options.index
        self._rings = options.rings
        self._link_bars = options.link_bars
        self._exports = options.exports
        self._taken: frozenset[str] = frozenset()
        self._files: dict[str, File] = {}
        self._documents: dict[str, Document] = {}
        self._reader: PageReader | None = None
        self._pages: dict[str, RenderedPage] = {}
        self._preparer: PagePreparer | None = None
        self._finisher: PageFinisher | None = None
        self._sources = options.wanted_sources()
        self._nav = options.nav
        self._languages = Languages()
        self._mounts: Mounts | None = None
        self._plan_nav: PlanNavigation | None = None
        self._index_file: File | None = None
        self._history = SiteHistory({}, get_build_datetime().date())
        self._portfolio = Portfolio()
        self._theme_dirs: Sequence[str] = ()
        self._repository = DOCS
        self._assets: Sequence[str] = ()
        self._in_nav: list[File] = []
        self._addresses = Addresses({}, {}, self._repository, ())
        self._previews = False

    def mount(self, files: Files, config: MkDocsConfig) -> None:
        """Add pages from outside the docs folder, early, so that other plugins see them."""
        self._languages = Languages.of(config)
        self._mounts = Mounts(self._sources, config, self._languages)
        if not self._languages.are_several:
            self._mounts.add_to(files, config)

    def read(self, files: Files, config: MkDocsConfig) -> None:
        """Read the pages that the site will show and find its plans."""
        if self._languages.are_several:
            self._found().add_to(files, config)
        self._found().add_lost_to(files)
        set_exclusions(files, config)
        self._theme_dirs = config.theme.dirs
        self._previews = "navigation.instant.preview" in (config.theme.get("features") or ())
        self._files = {
            file.src_uri: file
            for file in files.documentation_pages()
            if file.inclusion.value > InclusionLevel.DRAFT.value
        }
        mounts = self._found()
        translations = translations_among(self._files)
        self._repository = Repository(mounts.docs_dir, mounts.sources, translations)
        kind = SourceAddresses if self._links_to_sources else Addresses
        self._addresses = kind(self._files, self._pages, self._repository, self._theme_dirs)
        self._reader = PageReader(
            self._reading, self._repository, self._remember, normalizes=bool(self._normalize)
        )
        self._assets = [file.src_uri for file in files if not file.is_documentation_page()]
        with collector_paused(for_good=self._is_only):
            self._read_all(self._reader, files)
            self._history = self._ask_git()
            self._portfolio = self._build_portfolio()
        found = self._portfolio
        self._reporter.report(found.diagnostics, self._files)
        self._preparer = self._make_preparer(self._reader)
        if self._is_dirty:
            make_again(self._files, found, self._remember("pages of plans", None, dict))
        self._taken = frozenset(file.dest_uri for file in files)
        in_nav = self._takes_into_nav()
        if self._index is not False:
            self._add_index(files, config, is_placed=bool(in_nav))
        log.info(
            f"Plans found: {len(found.plans)}, on {len(found.plans_of)} of {len(self._files)} "
            f"pages; tasks done: {found.progress.done} of {found.progress.total}"
        )
        if not found.plans and (hint := mounts.hint()):
            log.info(hint)

    def _found(self) -> Mounts:
        assert self._mounts  # noqa: S101 (the event before has made it)
        return self._mounts

    def _takes_into_nav(self) -> list[File]:
        """Take mounted pages out of the navigation that MkDocs makes; ours has its own order."""
        mounted = self._found().sources
        self._in_nav = [
            file
            for path, file in self._files.items()
            if path in mounted and file.inclusion.value > InclusionLevel.NOT_IN_NAV.value
        ]
        for file in self._in_nav:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        return self._in_nav if self._nav else []

    def add_to_nav(self, nav: Navigation) -> None:
        """Add mounted pages to the navigation, plan by plan."""
        if not self._nav or not self._in_nav:
            return
        pages = {file.src_uri: file.page for file in self._in_nav if file.page}
        self._plan_nav = PlanNavigation(pages, self._portfolio, self._words("nav.archive"))
        title = self._nav if isinstance(self._nav, str) else self._words("index.title")
        index = self._index_file.page if self._index_file else None
        self._plan_nav.add_to(nav, title, index)

    def _add_index(self, files: Files, config: MkDocsConfig, *, is_placed: bool) -> None:
        """Give the site a page of its plans, unless a page of its own shows them."""
        shown = (one.name for each in self._documents.values() for one in each.directives)
        if "overview" not in shown:
            text = index_page(self._portfolio, self._words)
            self._index_file, note = add_index(
                files, config, self._languages, str(self._index), text, is_placed=is_placed
            )
            if note:
                log.info(note)

    def _build_portfolio(self) -> Portfolio:
        # Where macros have changed a page, its lines are not those of its file.
        changed = self._reader.changed if self._reader else {}
        files = {path: file for path, file in self._history.files.items() if path not in changed}
        past = Past(files, self._reading.tasks.gates, self._history.earlier) if files else None
        planning = replace(self._planning, past=past, today=self._history.as_of)
        return build_portfolio(
            self._documents,
            self._rules,
            self._repository,
            planning,
            self._found().has,
            self._assets,
            self._remember,
        )

    def _ask_git(self) -> SiteHistory:
        if not self._asks_git:
            return SiteHistory({}, get_build_datetime().date())
        home, rules = self._found().home, self._reading.tasks
        return history_of_pages(home, self._files, self._documents, rules)

    def _read_all(self, reader: PageReader, files: Files) -> None:
        self._documents = {}
        for path, file in [*self._files.items()]:
            try:
                self._documents[path] = reader.read(path, file.content_bytes)
            except (UnicodeDecodeError, OSError) as error:
                is_ours = self._repository.is_mounted(path)
                self._reporter.report([unreadable(path, error, is_ours)], self._files)
                if is_ours:  # else MkDocs ends the build, as it would without us
                    files.remove(file)
                    del self._files[path]

    def _make_preparer(self, reader: PageReader) -> PagePreparer:
        return PagePreparer(
            self._portfolio,
            reader,
            self._repository,
            self._addresses,
            self._shown_as_on_github(),
            self._reading.ids,
            self._words,
        )

    def _shown_as_on_github(self) -> Collection[str]:
        """The pages whose lists and boxes are shown as GitHub shows them."""
        if self._normalize == "all":
            return frozenset(self._documents)
        roles = self._portfolio.roles
        parts = roles.keys() | among_plans(self._documents, roles)
        return parts if self._normalize else frozenset()

    def adapt(self, page: Page, config: MkDocsConfig) -> None:
        """Take from a page from elsewhere what the host would misread."""
        path = page.file.src_uri
        if path in self._found().sources and (names := take_foreign(page.meta, config.theme.dirs)):
            source = self._found().sources[path]
            log.info(f"{source}: the theme is not told of {names}, which is written for others.")

    def begin_page(self, page: Page) -> None:
        """Give the extension what it needs for the page that is rendered next."""
        path = page.file.src_uri
        rendered = self._preparer.prepare(path) if self._preparer else None
        if rendered:
            self._pages[path] = rendered
        self._extension.page = rendered

    def tell_anchors(self, page: Page) -> None:
        """Add the anchors of tasks and ids to those that MkDocs has found on a page."""
        shown = self._pages.get(page.file.src_uri)
        if shown and page.present_anchor_ids is not None:
            page.present_anchor_ids |= shown.anchors_of_ids

    def settle(self, config: MkDocsConfig) -> None:
        """Render the widgets, now that the anchors and texts of all pages are known."""
        if self._reader and self._reader.changed:
            self._documents |= self._reader.changed
            self._portfolio = self._build_portfolio()
            self._preparer = self._make_preparer(self._reader)
        environment = self._remember(
            "environment",
            (template_texts(self._theme_dirs), self._words),
            lambda: make_environment(self._theme_dirs, self._words),
        )
        given = (
            Templates(environment),
            self._words,
            self._addresses,
            self._portfolio,
            self._history.as_of,
        )
        renderer = Renderer(*given)
        told = [*self._reporter.told(self._portfolio.diagnostics)]
        directives = Directives(self._portfolio, SiteRenderer(*given), renderer, told)
        with_tasks = frozenset(path for path, page in self._pages.items() if page.task_anchors)
        finish = Finish(self._reading.ids, self._words, self._link_bars, self._previews)
        self._finisher = PageFinisher(
            self._portfolio, self._addresses, directives, finish, self._remember, with_tasks
        )
        self._finisher.render(renderer, self._files)
        self._tell_themes(config)

    def _tell_themes(self, config: MkDocsConfig) -> None:
        """Tell the theme what it shows of plans: rings in the navigation, descriptions."""
        for plan in self._portfolio.plans:
            page = self._files[plan.path].page
            if page:
                tell_status(page, plan, config, self._words, with_ring=self._rings)
            section = self._plan_nav.sections.get(plan.path) if self._plan_nav else None
            if section and self._rings and plan.progress:
                percent = plan.progress.percent
                title = escape(plan.title, quote=False)  # which themes take for HTML
                section.title = self._words("nav.plan", title=title, percent=percent)

    def finish_page(self, page: Page) -> None:
        """Put the widgets into a page's HTML."""
        if self._finisher:
            self._finisher.finish(page)

    def export(self, config: MkDocsConfig) -> None:
        """Write the files that others read to the site."""
        addresses = self._addresses
        url = config.site_url or ""
        site = SiteInfo(
            config.site_name,
            url if url.endswith("/") or not url else f"{url}/",
            self._history.as_of,
            lambda place: addresses.page_url(place.path) + addresses.fragment(place),
        )
        if self._exports:
            data = site_data(self._portfolio, site, self._words)
            files = export_files(data, self._exports, self._words, self._history.moves)
            folder = Path(config.site_dir)
            write_exports(files, folder, self._taken, self._languages.folder)

    def write_assets(self, config: MkDocsConfig) -> None:
        """Write our styles and scripts to the site, for a host that has no theme of ours."""
        for path, file in assets_in(self._theme_dirs):
            target = Path(config.site_dir, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())

    def close(self) -> None:
        """Let go of everything, so that it need not wait for the collector of cycles."""
        vars(self).clear()
