"""One build of a MkDocs site: reads its pages, links them while they render, adds the widgets."""

from __future__ import annotations

import gc
import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import InclusionLevel, set_exclusions
from mkdocs.utils import get_build_datetime, get_relative_url

from mkdocs_plan_plugin.extension import DefinedId, PlanExtension, RenderedPage
from mkdocs_plan_plugin.model import (
    DefinitionForm,
    Diagnostic,
    Document,
    NormalizedText,
    Place,
    Severity,
    Target,
)
from mkdocs_plan_plugin.planning.actuals import Past
from mkdocs_plan_plugin.planning.links import relative
from mkdocs_plan_plugin.planning.neighbours import among_plans
from mkdocs_plan_plugin.planning.rules import PlanRules
from mkdocs_plan_plugin.portfolio import Portfolio, build_portfolio
from mkdocs_plan_plugin.reading import ReadingRules, TaskRules, decode, read_body, read_document
from mkdocs_plan_plugin.reading.normalize import even, normalize
from mkdocs_plan_plugin.reading.roles import is_role_name
from mkdocs_plan_plugin.rendering import (
    PageWidgets,
    Renderer,
    Words,
    fill_directives,
    insert_widgets,
    link_tasks,
    make_environment,
    render_widgets,
)
from mkdocs_plan_plugin.rendering.definitions import title_of
from mkdocs_plan_plugin.rendering.id_links import IdLink, link_ids
from mkdocs_plan_plugin.rendering.source_lines import file_url, line_url
from mkdocs_plan_plugin.site_history import SiteHistory, Source, history_of_site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

    from mkdocs_plan_plugin.config import PlanConfig

_TEMPLATES = str(Path(__file__).parent / "templates")
_STYLE = "assets/plan/plan.css"
_SCRIPT = "assets/plan/today.js"
_TASK_LISTS = ("tasklist", "checklist")

log = get_plugin_logger("plan")


def prepare_config(config: MkDocsConfig) -> PlanExtension:
    """Add our templates, style and Markdown extension, and task lists if the site has none."""
    if _TEMPLATES not in config.theme.dirs:
        config.theme.dirs.append(_TEMPLATES)
    style = f"{_STYLE}?v={_fingerprint(config.theme.dirs, _STYLE)}"
    if style not in config.extra_css:
        config.extra_css.insert(0, style)  # so that the user's own styles come after it
    extensions: list[Any] = config.markdown_extensions  # names, and extensions themselves
    if not any(word in str(name) for name in extensions for word in _TASK_LISTS):
        extensions.append("pymdownx.tasklist")
    ours = next((found for found in extensions if isinstance(found, PlanExtension)), None)
    if ours is None:
        ours = PlanExtension()
        extensions.append(ours)
    return ours


def _fingerprint(folders: Iterable[str], name: str) -> str:
    found = next(path for folder in folders if (path := Path(folder, name)).is_file())
    return hashlib.sha256(found.read_bytes()).hexdigest()[:8]


class Site:
    """The state of one build.

    Args:
        extension: The Markdown extension that works on the pages.
        options: The user's options.
    """

    def __init__(self, extension: PlanExtension, options: PlanConfig) -> None:
        self._extension = extension
        self._rules = options.role_rules()
        self._reading = ReadingRules(
            TaskRules(options.state_rules(), options.gate_rules()),
            options.span_rules(),
            options.id_rules(),
        )
        self._levels = options.levels()
        self._planning = PlanRules(options.count_rules(), options.calendar(), options.stalled)
        self._asks_git = options.actual
        self._normalize = options.normalize
        self._words = Words(options.words)
        self._files: dict[str, File] = {}
        self._documents: dict[str, Document] = {}
        self._changed: dict[str, Document] = {}
        self._pages: dict[str, RenderedPage] = {}
        self._neighbours: frozenset[str] = frozenset()
        self._widgets: dict[str, PageWidgets] = {}
        self._urls: dict[tuple[str, str], str] = {}
        self._sources: dict[str, str | None] = {}
        self._root = Path()
        self._docs_dir = ""
        self._history = SiteHistory({}, get_build_datetime().date())
        self._shown: File | None = None
        self._portfolio = Portfolio()
        self._theme_dirs: Sequence[str] = ()
        self._renderer: Renderer | None = None
        self._script = _SCRIPT
        self._previews = False

    def read(self, files: Files, config: MkDocsConfig) -> None:
        """Read the pages that the site will show and find its plans."""
        set_exclusions(files, config)
        self._theme_dirs = config.theme.dirs
        self._previews = "navigation.instant.preview" in (config.theme.get("features") or ())
        root = os.path.dirname(config.config_file_path) if config.config_file_path else os.getcwd()
        self._root = Path(root)
        self._docs_dir = Path(os.path.relpath(config.docs_dir, root)).as_posix()
        self._files = {
            file.src_uri: file
            for file in files.documentation_pages()
            if file.inclusion.value > InclusionLevel.DRAFT.value
        }
        with _collector_paused():
            self._read_all()
            self._history = self._ask_git()
            self._portfolio = self._build_portfolio()
            self._neighbours = among_plans(self._documents, self._portfolio.roles)
        self._report(self._portfolio.diagnostics)
        found = self._portfolio
        log.info(
            f"Plans found: {len(found.plans)}, on {len(found.plans_of)} of {len(self._files)} "
            f"pages; tasks done: {found.progress.done} of {found.progress.total}"
        )

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
            self._documents, self._rules, self._docs_dir, planning, self._is_file
        )

    def _is_file(self, path: str) -> bool:
        """Whether the project has a file, within its own folder."""
        found = (self._root / path).resolve()
        return found.is_relative_to(self._root.resolve()) and found.is_file()

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
        found = history_of_site(self._root, sources, build_date, self._reading.tasks.states)
        if found.note:
            log.info(found.note)
        return found

    def _read_all(self) -> None:
        self._documents = {}
        normalizes = bool(self._normalize)
        for path, file in self._files.items():
            try:
                self._documents[path] = read_document(
                    path, decode(file.content_bytes), self._reading, normalizes=normalizes
                )
            except (UnicodeDecodeError, OSError) as error:
                self._report([_unreadable(path, error)])

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
            own = {each.anchor for each in shown.defined_ids} - shown.missing_anchors
            page.present_anchor_ids |= own | {*shown.task_anchors.values()}

    def _mended(self, path: str) -> dict[str, str]:
        """Where links lead that lead nowhere as they are written: to pages, or to the source."""
        found = _hrefs(path, self._portfolio.mended.get(path, {}))
        page = self._files[path].page
        sources = self._portfolio.source_links.get(path, {})
        url = file_url(page.edit_url, path, self._docs_dir) if page and sources else None
        if url:
            found |= {
                written: url.format(path=quote(name, safe="/#"))
                for written, name in sources.items()
            }
        return found

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

    def settle(self) -> None:
        """Render the widgets, now that the anchors and texts of all pages are known.

        All in one go, which takes half the time of doing it between MkDocs' own templates.
        """
        if self._changed:
            self._documents |= self._changed
            self._portfolio = self._build_portfolio()
        environment = make_environment(self._theme_dirs, self._words)
        self._script = f"{_SCRIPT}?v={_fingerprint(self._theme_dirs, _SCRIPT)}"
        today = self._history.as_of
        self._renderer = Renderer(environment, self._words, self, self._portfolio, today)
        for path in self._portfolio.plans_of:
            self._shown = self._files[path]
            self._widgets[path] = render_widgets(path, self._portfolio, self._renderer)

    def finish_page(self, page: Page) -> None:
        """Put the widgets into a page's HTML."""
        if page.content is None:
            return
        path = page.file.src_uri
        self._shown = page.file  # which need not be one of ours: a draft, a blog post
        if self._renderer:
            page.content = fill_directives(page.content, self._renderer.directives(path))
        if links := self._id_links(path):
            own = self._reading.ids.patterns
            page.content = link_ids(page.content, links, own, previews=self._previews)
        if path in self._widgets:
            page.content = insert_widgets(page.content, self._widgets[path])
            if self._pages[path].task_anchors:
                page.content = link_tasks(page.content, self._words("task-link"))

    def _id_links(self, path: str) -> dict[str, IdLink]:
        """What the ids that a page names lead to."""
        known = self._portfolio.ids.get(path)
        return {
            key: self._id_link(target, path)
            for key, target in (known.links if known else {}).items()
        }

    def _id_link(self, target: Target, page: str) -> IdLink:
        shown = self._pages.get(target.path)
        is_missing = not shown or target.anchor in shown.missing_anchors
        fragment = "" if is_missing else f"#{quote(target.anchor)}"
        url = self._page_url(target.path, page) + fragment
        own = target.anchor if target.path == page else ""
        return IdLink(url or "#", title_of(target.definition), own)

    def url(self, place: Place, page: str) -> str:
        """The address of a place, for a link on the page with this path."""
        anchors = self._pages[place.path].anchors if place.path in self._pages else {}
        anchor = anchors.get(place.section) if place.section is not None else None
        fragment = f"#{quote(anchor)}" if anchor else ""
        return self._page_url(place.path, page) + fragment

    def task_url(self, path: str, line: int, page: str) -> str:
        """The address of the task at a line of a page, or nothing when it has none."""
        shown = self._pages.get(path)
        anchor = shown.task_anchors.get(line) if shown else None
        if not anchor:
            return ""
        fragment = anchor if anchor.isascii() else quote(anchor)
        return f"#{fragment}" if path == page else f"{self._page_url(path, page)}#{fragment}"

    def source_url(self, path: str, line: int) -> str | None:
        """The address of a line of a page's source in the repository, or None."""
        if path not in self._sources:
            page = self._files[path].page
            self._sources[path] = line_url(page.edit_url) if page and page.edit_url else None
        found = self._sources[path]
        return found.format(line=line) if found else None

    def script_url(self, page: str) -> str:  # noqa: ARG002 (the page shown is the one asked for)
        """The address of the script that moves today's line, for a page."""
        shown = self._shown.url if self._shown else ""
        return get_relative_url(self._script, shown)

    def _page_url(self, path: str, page: str) -> str:
        if path == page or not self._shown:
            return ""
        if (path, page) not in self._urls:
            self._urls[path, page] = self._files[path].url_relative_to(self._shown)
        return self._urls[path, page]

    def _reread(self, path: str, text: str) -> Document | None:
        """Read a page again when its final text is not the file's: macros, snippets."""
        document = self._portfolio.documents[path]
        if _same_text(text, document.body):
            return None
        changed = read_body(
            path, document.meta, text, self._reading, normalizes=bool(self._normalize)
        )
        self._changed[path] = changed
        return changed

    def _report(self, diagnostics: Iterable[Diagnostic]) -> None:
        for found in diagnostics:
            level = self._levels.get(found.topic, "info") if found.topic else ""
            if level == "ignore":
                continue
            is_loud = level == "warn" or found.severity is Severity.WARNING
            say = log.warning if is_loud else log.info
            file = self._files[found.path]
            place = os.path.relpath(file.abs_src_path) if file.abs_src_path else found.path
            say(f"{place}:{found.line}: {found.problem}. To mend it, {found.cure}.")


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep Python from looking for cycles among many new objects that are all here to stay.

    Nor does it look at them again until `release` is called, which the end of the build does.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def release() -> None:
    """Let Python's collector of cycles look at everything again."""
    gc.unfreeze()


def defined_ids(page: str, portfolio: Portfolio) -> list[DefinedId]:
    """The ids that a page defines and that no task has."""
    known = portfolio.ids.get(page)
    if not known or not known.defined:
        return []
    served = portfolio.served_on(page)
    document = portfolio.documents[page]
    tasks = {task.line for task in document.tasks}
    ordinals: Counter[tuple[DefinitionForm, str]] = Counter()
    chosen = {target.definition: target for target in known.defined}
    found = []
    for definition in document.traces.definitions:
        if definition.line in tasks:
            continue
        place = definition.form, definition.key
        if target := chosen.get(definition):
            slot = definition.line if definition.line in served else None
            found.append(
                DefinedId(definition.key, definition.form, ordinals[place], target.anchor, slot)
            )
        ordinals[place] += 1
    return found


def _hrefs(page: str, links: Mapping[str, str]) -> dict[str, str]:
    """Links as Markdown writes them: to the source file, which MkDocs makes the page's address."""
    return {written: _href(page, path) for written, path in links.items()}


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
