"""Links code that names a page: `` `specs/001-x/spec.md` ``."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping, Sequence

from markdown.util import HTML_PLACEHOLDER

from mkdocs_plan_plugin.hosts.markdown.links.targets import set_target
from mkdocs_plan_plugin.rendering import NO_LINKS


def link_code(root: etree.Element, links: Mapping[str, str], stash: Sequence[object]) -> None:
    """Link code, except where links are not allowed.

    Args:
        root: The tree of a page.
        links: The link of each name.
        stash: Python-Markdown's stash of raw HTML.
    """
    by_text: dict[str | None, str] = dict(_stashed_names(links, stash))
    by_text.update(links)
    if any(code.text in by_text for code in root.iter("code")):
        _link_below(root, by_text)


def _stashed_names(links: Mapping[str, str], stash: Sequence[object]) -> Iterator[tuple[str, str]]:
    """Yield the placeholders of code that an extension has put in the stash, and its links."""
    for number, block in enumerate(stash):
        if isinstance(block, str) and block in links:
            yield HTML_PLACEHOLDER % number, links[block]


def _link_below(parent: etree.Element, links: Mapping[str | None, str]) -> None:
    for position, child in enumerate(parent):
        if child.tag == "code":
            if href := links.get(child.text):
                parent[position] = _link_around(child, href)
        elif len(child) and child.tag not in NO_LINKS:
            _link_below(child, links)


def _link_around(element: etree.Element, href: str) -> etree.Element:
    link = etree.Element("a", {"href": "", "data-plan-link": ""})
    set_target(link, href)
    link.tail, element.tail = element.tail, None
    link.append(element)
    return link
