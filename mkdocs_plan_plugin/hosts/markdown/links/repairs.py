"""Repairs broken links."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping
from html import unescape
from urllib.parse import unquote


def repair_links(root: etree.Element, links: Mapping[str, str]) -> None:
    """Repair the URLs of links and images; those without a target become text."""
    plain = {unquote(written): href for written, href in links.items()}
    for tag, key in (("a", "href"), ("img", "src")):
        for element in [*root.iter(tag)]:
            href = plain.get(unquote(unescape(element.get(key, ""))))
            if href is None:
                continue
            element.set(key, href)
            if not href:
                _make_text(element, key)
            element.set("data-plan-repaired", "")


def _make_text(element: etree.Element, key: str) -> None:
    """Replace a link by its text, and an image by its alternative text."""
    text = element.text if key == "href" else element.get("alt", "")
    element.tag, element.text = "span", text
    element.attrib.clear()
