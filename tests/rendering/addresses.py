"""A host for the widgets: addresses that show what they were made of."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Location


class Addresses:
    """Says where things are; with a `repository`, where sources are, too."""

    def __init__(self, repository: str = "") -> None:
        self._repository = repository

    def url(self, place: Location, page: str) -> str:
        own = "" if place.path == page else f"/{place.path}"
        return own if place.section is None else f"{own}#{place.section}"

    def task_url(self, path: str, line: int, page: str) -> str:
        return f"{self.url(Location(path), page)}#line-{line}"

    def source_url(self, path: str, line: int) -> str | None:
        return f"{self._repository}/{path}#L{line}" if self._repository else None

    def asset_url(self, name: str) -> str:
        return f"/{name}"
