"""What widgets need from the host: URLs on the site and in the repository."""

from __future__ import annotations

from typing import Protocol

from mkdocs_plan_plugin.model import Location


class Locator(Protocol):
    """Finds URLs. `page` is the path of the page that contains the link."""

    def url(self, place: Location, page: str) -> str:
        """Return the URL of a location."""

    def task_url(self, path: str, line: int, page: str) -> str:
        """Return the URL of the task at a line of a page; empty when it has none."""

    def source_url(self, path: str, line: int) -> str | None:
        """Return the URL of a line of a page's source in the repository, or None."""

    def asset_url(self, name: str) -> str:
        """Return the URL of one of the plugin's scripts, from the current page."""
