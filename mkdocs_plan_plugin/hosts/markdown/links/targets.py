"""Sets the targets of links; those with a fragment are completed when all pages are rendered."""

from __future__ import annotations

import xml.etree.ElementTree as etree

FRAGMENT = "data-plan-fragment"
"""The attribute of a link whose fragment is still to be added: the source file and the fragment."""


def set_target(link: etree.Element, href: str) -> None:
    """Let a link lead to a source file: `spec.md#goals`, of which the host checks the file only."""
    path, _, fragment = href.partition("#")
    if fragment and "://" not in href:
        link.set("href", path)
        link.set(FRAGMENT, href)
    else:
        link.set("href", href)
