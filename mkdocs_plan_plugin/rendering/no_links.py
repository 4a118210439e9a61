"""The elements in which ids are not linked, such as other links, code and headings."""

from __future__ import annotations

NO_LINKS = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "a", "abbr", "button", "code", "kbd", "label", "pre")
) | frozenset(("script", "style", "summary", "textarea"))
