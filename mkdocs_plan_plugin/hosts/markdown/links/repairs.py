"""Repairs broken links, and those to headings of the same page by their ids on GitHub."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping
from html import unescape
from urllib.parse import unquote

from mkdocs_plan_plugin.hosts.markdown.links.targets import set_target
from mkdocs_plan_plugin.planning.links import heading_meant

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def repair_links(root: etree.Element, links: Mapping[str, str]) -> None:
    """Repair the URLs of links and images; those without a target become text."""
    plain = {unquote(written): href for written, href in links.items()}
    for tag, key in (("a", "href"), ("img", "src")):
        for element in [*root.iter(tag)]:
            href = plain.get(unquote(unescape(element.get(key, ""))))
            if href is None:
                continue
            written = element.get(key, "")
            if tag == "a":
                set_target(element, href)
            else:
                element.set(key, href)
            if not href:
                _make_text(element, key)
            if element.get(key) != written.partition("#")[0]:
                element.set("data-plan-repaired", "")


def repair_fragments(root: etree.Element) -> None:
    """Let links to headings of the page lead to the ids that these have on the site."""
    broken = [link for link in root.iter("a") if len(link.get("href", "")) > 1]
    broken = [link for link in broken if link.get("href", "").startswith("#")]
    ids = {element.get("id") for element in root.iter()} if broken else set()
    headings: list[etree.Element] | None = None
    for link in broken:
        fragment = unquote(unescape(link.get("href", "")[1:]))
        if fragment in ids:
            continue
        if headings is None:
            headings = [each for each in root.iter() if each.tag in _HEADINGS and each.get("id")]
        at = heading_meant(fragment, ["".join(each.itertext()) for each in headings])
        if at is not None:
            link.set("href", f"#{headings[at].get('id')}")


def _make_text(element: etree.Element, key: str) -> None:
    """Replace a link by its text, and an image by its alternative text."""
    text = element.text if key == "href" else element.get("alt", "")
    element.tag, element.text = "span", text
    element.attrib.clear()
