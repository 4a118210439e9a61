"""Corrects links that lead nowhere as they are written."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping
from html import unescape
from urllib.parse import unquote


def repair_links(root: etree.Element, links: Mapping[str, str]) -> None:
    """Correct the addresses of links and images; what leads nowhere becomes text."""
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
    """Leave of a link its words, and of an image what it is said to show."""
    text = element.text if key == "href" else element.get("alt", "")
    element.tag, element.text = "span", text
    element.attrib.clear()
