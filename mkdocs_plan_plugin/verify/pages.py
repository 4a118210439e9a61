"""The pages of a built site, each read once, when it is first asked for."""

from __future__ import annotations

import posixpath
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from mkdocs_plan_plugin.verify.html import Page, read_page

_OURS = b"data-plan-"


class Target(NamedTuple):
    """Where a link leads: a page of the site, or none, and the id of a place on it, or nothing."""

    page: Page | None
    id: str

    @property
    def key(self) -> tuple[str, str]:
        """The same for all links that lead there."""
        return (self.page.path if self.page else "", self.id)


class Pages:
    """A site's HTML files.

    Args:
        root: The folder that they are in.
    """

    def __init__(self, root: Path) -> None:
        self._files = {path.relative_to(root).as_posix(): path for path in root.rglob("*.html")}
        self._read: dict[str, Page] = {}

    def __len__(self) -> int:
        return len(self._files)

    @cached_property
    def ours(self) -> tuple[Page, ...]:
        """Those that hold anything of ours, in order of path."""
        texts = ((path, self._files[path].read_bytes()) for path in sorted(self._files))
        found = {path: read_page(path, html) for path, html in texts if _OURS in html}
        self._read |= found
        return tuple(found.values())

    def target(self, page: Page, href: str) -> Target:
        """Where a link on a page leads."""
        parts = urlsplit(href)
        if is_outside(href):
            return Target(None, "")
        path = _file(page.path, unquote(parts.path)) if parts.path else page.path
        return Target(self._page(path), unquote(parts.fragment))

    def _page(self, path: str) -> Page | None:
        if path in self._files and path not in self._read:
            self._read[path] = read_page(path, self._files[path].read_bytes())
        return self._read.get(path)


def is_outside(href: str) -> bool:
    """Whether an address is that of another site."""
    parts = urlsplit(href)
    return bool(parts.scheme or parts.netloc)


def _file(page: str, path: str) -> str:
    """The file that a relative address means."""
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    return joined if joined.endswith(".html") else posixpath.normpath(f"{joined}/index.html")
