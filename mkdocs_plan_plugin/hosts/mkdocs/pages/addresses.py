"""The URLs of pages, headings and tasks on the site, and of their sources in the repository."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs.utils import get_relative_url

from mkdocs_plan_plugin.hosts.markdown import RenderedPage
from mkdocs_plan_plugin.hosts.mkdocs.files import asset_path
from mkdocs_plan_plugin.model import Location
from mkdocs_plan_plugin.planning.pages import SourceMap, relative
from mkdocs_plan_plugin.rendering.links import file_url, line_url, with_quoted_path

if TYPE_CHECKING:
    from mkdocs.structure.files import File


class Addresses:
    """The URLs of one build.

    `shown` is the file whose page is being built: all relative URLs start there.

    Args:
        files: The site's pages, by their path.
        pages: The rendered pages, with their anchors.
        repository: Maps pages to their files in the repository.
        theme_dirs: The folders of scripts.
    """

    def __init__(
        self,
        files: Mapping[str, File],
        pages: Mapping[str, RenderedPage],
        repository: SourceMap,
        theme_dirs: Sequence[str],
    ) -> None:
        self.shown: File | None = None
        self._files = files
        self._pages = pages
        self._repository = repository
        self._urls: dict[tuple[str, str], str] = {}
        self._sources: dict[str, str | None] = {}
        self._asset = cache(lambda name: asset_path(name, theme_dirs))

    def url(self, place: Location, page: str) -> str:
        """Return the URL of a location, for a link on a page."""
        return self.between(place.path, page) + self.fragment(place)

    def fragment(self, place: Location) -> str:
        """Return the fragment of a location, such as `#phase-1`; empty for a whole page."""
        if place.line is not None and (task := self.task_url(place.path, place.line, place.path)):
            return task
        anchors = self._pages[place.path].anchors if place.path in self._pages else {}
        anchor = anchors.get(place.section) if place.section is not None else None
        return f"#{quote(anchor)}" if anchor else ""

    def task_url(self, path: str, line: int, page: str) -> str:
        """Return the URL of the task at a line of a page, or an empty text if it has no anchor."""
        shown = self._pages.get(path)
        anchor = shown.task_anchors.get(line) if shown else None
        if not anchor:
            return ""
        fragment = anchor if anchor.isascii() else quote(anchor)
        return f"#{fragment}" if path == page else f"{self.between(path, page)}#{fragment}"

    def state_of(self, path: str) -> tuple[object, ...]:
        """Return all that URLs to a page derive from, to compare with the last build."""
        file, shown = self._files[path], self._pages.get(path)
        edit_url = file.page.edit_url if file.page else None
        anchors = (shown.anchors, shown.task_anchors) if shown else ()
        return file.url, edit_url, *anchors

    def source_url(self, path: str, line: int) -> str | None:
        """Return the URL of a line of a page's source in the repository, or None."""
        if path not in self._sources:
            edit_url = self._edit_url(path) if path in self._files else None
            self._sources[path] = line_url(edit_url) if edit_url else None
        template = self._sources[path]
        return template.format(line=line) if template else None

    def file_url(self, path: str) -> str | None:
        """Return the URL of files in the repository, with `{path}` for their path, or None."""
        return file_url(self._edit_url(path), self._repository.source_of(path))

    def _edit_url(self, path: str) -> str | None:
        page = self._files[path].page
        if not page or not page.edit_url:
            return None
        return with_quoted_path(page.edit_url, self._repository.source_of(path))

    def asset_url(self, name: str) -> str:
        """Return the URL of one of the plugin's scripts, for the page that is being built."""
        return get_relative_url(self._asset(name), self.shown.url if self.shown else "")

    def page_url(self, path: str) -> str:
        """Return the URL of a page from the site's root."""
        return self._files[path].url

    def between(self, path: str, page: str) -> str:
        """Return the URL of a page for a link on another one; empty on the page itself."""
        if path == page or not self.shown:
            return ""
        if (path, page) not in self._urls:
            self._urls[path, page] = self._files[path].url_relative_to(self.shown)
        return self._urls[path, page]


class SourceAddresses(Addresses):
    """URLs for a host that resolves links itself: relative paths between source files."""

    def asset_url(self, name: str) -> str:
        """Return the URL of one of the plugin's scripts, for the page that is being built."""
        return relative(self.shown.src_uri if self.shown else "", self._asset(name))

    def between(self, path: str, page: str) -> str:
        """Return the path of a page's source from another one's; empty on the page itself."""
        return "" if path == page else quote(relative(page, path))
