"""The links of the ids that a page mentions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from urllib.parse import quote

from mkdocs_plan_plugin.hosts.markdown import RenderedPage
from mkdocs_plan_plugin.hosts.mkdocs.pages.addresses import Addresses
from mkdocs_plan_plugin.model import IdTarget
from mkdocs_plan_plugin.rendering.links import IdLink, title_of


class IdTargets:
    """Creates links to the targets of ids, after the anchors of all pages are known.

    Args:
        pages: The rendered pages, with their anchors.
        addresses: The URLs of the pages.
    """

    def __init__(self, pages: Mapping[str, RenderedPage], addresses: Addresses) -> None:
        self._pages = pages
        self._addresses = addresses
        self._anchors_of = cache(self._find_anchors)

    def links(self, targets: Mapping[str, IdTarget], page: str) -> dict[str, IdLink]:
        """Return the link of each id on a page, by its key."""
        links = {key: self._link(target, page) for key, target in targets.items()}
        return {key: link for key, link in links.items() if link}

    def _link(self, target: IdTarget, page: str) -> IdLink | None:
        """Return the link of an id, or None if it would lead to the top of the same page."""
        has_anchor = target.anchor in self._anchors_of(target.path)
        fragment = f"#{quote(target.anchor)}" if has_anchor else ""
        url = self._addresses.between(target.path, page) + fragment
        own = target.anchor if target.path == page else ""
        return IdLink(url, title_of(target.definition), own) if url else None

    def _find_anchors(self, path: str) -> set[str]:
        return self._pages[path].anchors_of_ids if path in self._pages else set()
