"""The ids that the headings of rendered pages have, however the site makes them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, unquote

from mkdocs_plan_plugin.hosts.markdown import FRAGMENT
from mkdocs_plan_plugin.planning.links import PageReferences, heading_meant

if TYPE_CHECKING:
    from mkdocs.structure.files import File

_HEADING = re.compile(
    r"<h[1-6]\b[^>]*?\bid=\"([^\"]+)\"[^>]*>((?:(?!<h[1-6]\b).)*?)</h[1-6]>", re.DOTALL
)
_NO_TEXT = re.compile(r"<a class=\"headerlink\".*?</a>|<!--.*?-->|<[^>]*>", re.DOTALL)
_ID = re.compile(r"\bid=\"([^\"]+)\"")
_LINK = re.compile(rf"(<a\b[^>]*?) {FRAGMENT}=\"([^\"]*)\"([^>]*>)")
_HREF = re.compile(r"\bhref=\"([^\"]*)\"")


class _Page(NamedTuple):
    """The ids on a page, and the ids and texts of its headings, in order."""

    ids: frozenset[str]
    headings: tuple[tuple[str, str], ...]


class HeadingIds:
    """Completes the links of pages with the ids of headings on other pages.

    Args:
        references: The resolved references of all pages.
        files: The site's pages; they are rendered, but have no widgets yet.
    """

    def __init__(self, references: Iterable[PageReferences], files: Mapping[str, File]) -> None:
        targets = {
            resolved.page
            for found in references
            for resolved in found.values()
            if resolved.page and resolved.fragment
        }
        self._pages = {path: _read(files[path]) for path in sorted(targets) if path in files}

    def complete(self, content: str, page: str) -> str:
        """Return the HTML of a page whose links have their fragments."""
        if FRAGMENT not in content:
            return content

        def completed(link: re.Match[str]) -> str:
            path, _, fragment = unquote(unescape(link[2])).partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
            anchor = quote(self._anchor(target, fragment))
            tag = link[1] + link[3]
            return _HREF.sub(rf'href="\1#{anchor}"', tag, count=1) if anchor else tag

        return _LINK.sub(completed, content)

    def _anchor(self, path: str, fragment: str) -> str:
        found = self._pages.get(path)
        if not found:
            return ""
        if fragment in found.ids:
            return fragment
        at = heading_meant(fragment, [text for _, text in found.headings])
        return found.headings[at][0] if at is not None else ""


def _read(file: File) -> _Page:
    html = (file.page.content if file.page else None) or ""
    headings = (
        (unescape(match[1]), unescape(_NO_TEXT.sub("", match[2])))
        for match in _HEADING.finditer(html)
    )
    return _Page(frozenset(map(unescape, _ID.findall(html))), tuple(headings))
