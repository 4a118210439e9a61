"""Where the ids that a page names lead."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from urllib.parse import quote

from mkdocs_plan_plugin.hosts.markdown import RenderedPage
from mkdocs_plan_plugin.hosts.mkdocs.pages.addresses import Addresses
from mkdocs_plan_plugin.model import IdTarget
from mkdocs_plan_plugin.rendering.links import IdLink, title_of


class IdTargets:
    """Makes links of what ids mean, once the anchors of all pages are known.

    Args:
        pages: What the Markdown extension has made of the site's pages.
        addresses: Where they are on the site.
    """

    def __init__(self, pages: Mapping[str, RenderedPage], addresses: Addresses) -> None:
        self._pages = pages
        self._addresses = addresses
        self._anchors_of = cache(self._find_anchors)

    def links(self, targets: Mapping[str, IdTarget], page: str) -> dict[str, IdLink]:
        """What each id on a page leads to, by its key."""
        found = {key: self._link(target, page) for key, target in targets.items()}
        return {key: link for key, link in found.items() if link}

    def _link(self, target: IdTarget, page: str) -> IdLink | None:
        """What an id leads to, or None when it is this page and has no such place."""
        is_there = target.anchor in self._anchors_of(target.path)
        fragment = f"#{quote(target.anchor)}" if is_there else ""
        url = self._addresses.between(target.path, page) + fragment
        own = target.anchor if target.path == page else ""
        return IdLink(url, title_of(target.definition), own) if url else None

    def _find_anchors(self, path: str) -> set[str]:
        return self._pages[path].anchors_of_ids if path in self._pages else set()
