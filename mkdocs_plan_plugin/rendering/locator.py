"""What the widgets ask the host: where things are on the site and in the repository."""

from __future__ import annotations

from typing import Protocol

from mkdocs_plan_plugin.model import Location


class Locator(Protocol):
    """Where things are; the host knows. `page` is the path of the page that a link stands on."""

    def url(self, place: Location, page: str) -> str:
        """The address of a place."""

    def task_url(self, path: str, line: int, page: str) -> str:
        """The address of the task at a line of a page, or nothing when it has none."""

    def source_url(self, path: str, line: int) -> str | None:
        """The address of a line of a page's source in the repository, or None."""

    def asset_url(self, name: str) -> str:
        """The address of one of our scripts, for the page that is shown."""
