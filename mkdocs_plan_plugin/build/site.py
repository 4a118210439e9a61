"""One build of a MkDocs site: reads its pages, links them while they render, adds the widgets."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import InclusionLevel, set_exclusions
from mkdocs.utils import get_build_datetime

from mkdocs_plan_plugin.build.addresses import Addresses, SourceAddresses
from mkdocs_plan_plugin.build.collector import collector_paused
from mkdocs_plan_plugin.build.defined_ids import defined_ids
from mkdocs_plan_plugin.build.dirty import make_again
from mkdocs_plan_plugin.build.index import add_index
from mkdocs_plan_plugin.build.languages import Languages
from mkdocs_plan_plugin.build.memory import Memory, digest
from mkdocs_plan_plugin.build.mounts import Mounts
from mkdocs_plan_plugin.build.nav_status import tell_status
from mkdocs_plan_plugin.build.navigation import PlanNavigation
from mkdocs_plan_plugin.build.outputs import write_exports
from mkdocs_plan_plugin.build.setup import assets_in
from mkdocs_plan_plugin.exporting import SiteInfo, export_files, site_data
from mkdocs_plan_plugin.extension import PlanExtension, RenderedPage
from mkdocs_plan_plugin.model import (
    Diagnostic,
    Document,
    NormalizedText,
    Place,
    Severity,
)
from mkdocs_plan_plugin.planning.actuals import Past
from mkdocs_plan_plugin.planning.links import relative
from mkdocs_plan_plugin.planning.neighbours import among_plans
from mkdocs_plan_plugin.planning.repository import DOCS, Repository
from mkdocs_plan_plugin.portfolio import Portfolio, build_portfolio
from mkdocs_plan_plugin.reading import ReadingRules, TaskRules, decode, read_body, read_document
from mkdocs_plan_plugin.reading.normalize import even, normalize
from mkdocs_plan_plugin.reading.roles import is_role_name
from mkdocs_plan_plugin.rendering import (
    Directives,
    PageWidgets,
    Renderer,
    SiteRenderer,
    Templates,
    Words,
    fill_directives,
    index_page,
    insert_widgets,
    link_tasks,
    make_environment,
    render_widgets,
)
from mkdocs_plan_plugin.rendering.id_links import IdLink, link_ids
from mkdocs_plan_plugin.rendering.link_bars import add_bars
from mkdocs_plan_plugin.site_history import SiteHistory, Source, history_of_site

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
        self._memory = memory
        self._is_dirty = is_dirty
        self._links_to_sources = links_to_sources
        self._rules = options.role_rules()
        self._reading = ReadingRules(
            TaskRules(options.state_rules(), options.gate_rules()),
            options.span_rules(),
            options.id_rules(),
        )
        self._levels = options.levels()
        self._planning = options.plan_rules()
        self._asks_git = options.actual
        self._normalize = options.normalize
        self._words = Words(options.words)
        self._index = options.index
        self._rings = options.rings
        self._link_bars = options.link_bars
        self._bars: dict[str, str] = {}
        self._exports = options.exports
        self._taken: frozenset[str] = frozenset()
        self._files: dict[str, File] = {}
        self._documents: dict[str, Document] = {}
        self._changed: dict[str, Document] = {}
        self._pages: dict[str, RenderedPage] = {}
        self._neighbours: frozenset[str] = frozenset()
        self._widgets: dict[str, PageWidgets] = {}
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
        self._directives: Directives | None = None
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
        self._repository = Repository(mounts.docs_dir, mounts.sources)
        kind = SourceAddresses if self._links_to_sources else Addresses
        self._addresses = kind(self._files, self._pages, self._repository, self._theme_dirs)
        self._assets = [file.src_uri for file in files if not file.is_documentation_page()]
        with collector_paused(for_good=self._memory is None):
            self._read_all()
            self._history = self._ask_git()
            self._portfolio = self._build_portfolio()
            self._neighbours = among_plans(self._documents, self._portfolio.roles)
        self._report(self._portfolio.diagnostics)
        found = self._portfolio
        if self._is_dirty:
            make_again(self._files, found)
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
        files = {
            path: file for path, file in self._history.files.items() if path not in self._changed
        }
        gates = self._reading.tasks.gates
        past = (
            Past(files, lambda title: gates.is_gate("", (title,)), self._history.earlier)
            if files
            else None
        )
        planning = replace(self._planning, past=past, today=self._history.as_of)
        return build_portfolio(
            self._documents, self._rules, self._repository, planning, self._exists, self._assets
        )

    def _exists(self, path: str) -> bool:
        """Whether the project has a file or folder, within its own folder."""
        root = self._found().root
        found = (root / path).resolve()
        return found.is_relative_to(root) and found.exists()

    def _ask_git(self) -> SiteHistory:
        """What Git knows of the pages with tasks."""
        build_date = get_build_datetime().date()
        if not self._asks_git:
            return SiteHistory({}, build_date)
        sources = {
            path: Source(
                file.abs_src_path,
                lambda file=file: decode(file.content_bytes),  # type: ignore[misc]
                bool(self._documents[path].tasks),
            )
            for path, file in self._files.items()
            if file.abs_src_path
            and path in self._documents
            and (self._documents[path].tasks or is_role_name(path))
        }
        found = history_of_site(self._found().home, sources, build_date, self._reading.tasks.states)
        if found.note:
            log.info(found.note)
        return found

    def _read_all(self) -> None:
        self._documents = {}
        for path, file in self._files.items():
            try:
                self._documents[path] = self._read_page(path, file.content_bytes)
            except (UnicodeDecodeError, OSError) as error:
                self._report([_unreadable(path, error)])

    def _read_page(self, path: str, content: bytes) -> Document:
        normalizes = bool(self._normalize)

        def read() -> Document:
            text, source = decode(content), self._mounted_source(path)
            return read_document(path, text, self._reading, source=source, normalizes=normalizes)

        if self._memory is None:
            return read()
        source = digest(content), self._reading, normalizes
        return self._memory.get(("page", path), source, read)

    def _mounted_source(self, path: str) -> str:
        """Where a page from outside the docs folder is in the repository."""
        is_mounted = self._repository.is_mounted(path)
        return self._repository.source_of(path) if is_mounted else ""

    def begin_page(self, page: Page) -> None:
        """Give the extension what it needs for the page that is rendered next."""
        path = page.file.src_uri
        self._extension.page = None
        normalizes = self._normalizes(path)
        portfolio = self._portfolio
        is_asked = any(
            path in known
            for known in (
                portfolio.plans_of,
                portfolio.ids,
                portfolio.code_links,
                portfolio.name_links,
                portfolio.mended,
                portfolio.source_links,
            )
        )
        if not (normalizes or is_asked) or path not in portfolio.documents:
            return
        document, plan = portfolio.documents[path], portfolio.headed_by(path)
        marked = portfolio.marked_sections(path)
        rendered = RenderedPage(
            reread=lambda text: self._reread(path, text),
            sections=document.sections if plan or marked else (),
            marked=marked,
            tasks=document.tasks if path in portfolio.plans_of else (),
            normalize=(lambda text: self._normalized(path, text)) if normalizes else None,
            code_links=_hrefs(path, portfolio.code_links.get(path, {})),
            name_links=_hrefs(path, portfolio.name_links.get(path, {})),
            mended=self._mended(path),
            placeholders=_hrefs(path, portfolio.placeholders.get(path, {})),
            defined_ids=defined_ids(path, portfolio),
            id_rules=self._reading.ids,
            words=self._words,
        )
        self._extension.page = self._pages[path] = rendered

    def tell_anchors(self, page: Page) -> None:
        """Add the anchors of tasks and ids to those that MkDocs has found on a page."""
        shown = self._pages.get(page.file.src_uri)
        if shown and page.present_anchor_ids is not None:
            page.present_anchor_ids |= shown.anchors_of_ids

    def _mended(self, path: str) -> dict[str, str]:
        """Where links lead that lead nowhere as they are written: to pages, or to the source."""
        found = _hrefs(path, self._portfolio.mended.get(path, {}))
        sources = self._portfolio.source_links.get(path, {})
        url = self._addresses.file_url(path) if sources else None
        if url:
            return found | {
                written: url.format(path=quote(name, safe="/#"))
                for written, name in sources.items()
            }
        # What is wrong in the docs folder is MkDocs' to tell; what has come from elsewhere would
        # make strict builds fail for links that are right where they were written.
        return found | (dict.fromkeys(sources, "") if self._repository.is_mounted(path) else {})

    def _normalizes(self, path: str) -> bool:
        if self._normalize == "all":
            return path in self._documents
        is_part = path in self._portfolio.roles or path in self._neighbours
        return bool(self._normalize) and is_part

    def _normalized(self, path: str, text: str) -> NormalizedText:
        """The normalised text of a page: that of its file, unless macros or the like changed it."""
        document = self._changed.get(path) or self._documents[path]
        if document.normalized and text.strip("\n") == document.body.strip("\n"):
            return document.normalized
        return normalize(even(text))

    def settle(self, config: MkDocsConfig) -> None:
        """Render the widgets, now that the anchors and texts of all pages are known.

        All in one go, which takes half the time of doing it between MkDocs' own templates.
        """
        if self._changed:
            self._documents |= self._changed
            self._portfolio = self._build_portfolio()
        environment = make_environment(self._theme_dirs, self._words)
        templates = Templates(environment, self._memory.get if self._memory else None)
        given = templates, self._words, self._addresses, self._portfolio, self._history.as_of
        pages = Renderer(*given)
        self._directives = Directives(
            self._portfolio, SiteRenderer(*given), pages, [*self._told(self._portfolio.diagnostics)]
        )
        if self._link_bars:
            bars = (plan for plan in self._portfolio.plans if plan.progress)
            self._bars = {plan.path: self._directives.inline(plan) for plan in bars}
        for path in self._portfolio.plans_of:
            self._addresses.shown = self._files[path]
            self._widgets[path] = render_widgets(path, self._portfolio, pages)
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
                section.title = self._words("nav.plan", title=plan.title, percent=percent)

    def finish_page(self, page: Page) -> None:
        """Put the widgets into a page's HTML."""
        if page.content is None:
            return
        path = page.file.src_uri
        self._addresses.shown = page.file  # which need not be one of ours: a draft, a blog post
        if self._bars:
            others = ((plan, bar) for plan, bar in self._bars.items() if plan != path)
            urls = {self._addresses.url(Place(plan), path): bar for plan, bar in others}
            page.content = add_bars(page.content, urls)
        if directives := self._directives:
            page.content = fill_directives(
                page.content, lambda name, argument: directives.widget(name, argument, path)
            )
        links, widgets = self._id_links(path), self._widgets.get(path)
        if not (links or widgets):
            return
        content = page.content
        has_tasks = widgets is not None and bool(self._pages[path].task_anchors)

        def finish() -> str:
            return self._finished(content, links, widgets, has_tasks=has_tasks)

        if self._memory:
            options = self._reading.ids, self._previews, self._words
            source = content, links, widgets, has_tasks, options
            page.content = self._memory.get(("finished", path), source, finish)
        else:
            page.content = finish()

    def _finished(
        self,
        content: str,
        links: Mapping[str, IdLink],
        widgets: PageWidgets | None,
        *,
        has_tasks: bool,
    ) -> str:
        """A page's HTML with what stands on it alone: links of its ids and tasks, its widgets."""
        if links:
            own = self._reading.ids.patterns
            content = link_ids(content, links, own, previews=self._previews)
        if widgets:
            content = insert_widgets(content, widgets)
        return link_tasks(content, self._words("task-link")) if has_tasks else content

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

    def _id_links(self, path: str) -> dict[str, IdLink]:
        """What the ids that a page names lead to."""
        known = self._portfolio.ids.get(path)
        found = {
            key: self._addresses.id_link(target, path)
            for key, target in (known.links if known else {}).items()
        }
        return {key: link for key, link in found.items() if link}

    def _reread(self, path: str, text: str) -> Document | None:
        """Read a page again when its final text is not the file's: macros, snippets."""
        document = self._portfolio.documents[path]
        if _same_text(text, document.body):
            return None
        changed = read_body(
            path,
            document.meta,
            text,
            self._reading,
            source=self._mounted_source(path),
            normalizes=bool(self._normalize),
        )
        self._changed[path] = changed
        return changed

    def _level(self, found: Diagnostic) -> str:
        return self._levels.get(found.topic, "info") if found.topic else ""

    def _told(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Those that the user wants to hear of."""
        return (found for found in diagnostics if self._level(found) != "ignore")

    def _report(self, diagnostics: Iterable[Diagnostic]) -> None:
        for found in self._told(diagnostics):
            is_loud = self._level(found) == "warn" or found.severity is Severity.WARNING
            say = log.warning if is_loud else log.info
            file = self._files[found.path]
            place = os.path.relpath(file.abs_src_path) if file.abs_src_path else found.path
            say(f"{place}:{found.line}: {found.problem}. To mend it, {found.cure}.")


def _hrefs(page: str, links: Mapping[str, str]) -> dict[str, str]:
    """Links as Markdown writes them: to the source file, which MkDocs makes the page's address."""
    return {written: _href(page, path) if path else "" for written, path in links.items()}


def _href(page: str, target: str) -> str:
    path, sign, heading = target.partition("#")
    return f"{quote(relative(page, path))}{sign}{quote(heading)}"


def _same_text(one: str, other: str) -> bool:
    """Whether two texts differ in white space at most, which Python-Markdown evens."""
    return one.strip() == other.strip() or "".join(one.split()) == "".join(other.split())


def _unreadable(path: str, error: Exception) -> Diagnostic:
    return Diagnostic(
        path,
        1,
        f"the page cannot be read as text ({error}), so no plan is looked for on it",
        "save it as UTF-8",
        Severity.WARNING,
    )
