"""Texts that have to fit into a line."""

from __future__ import annotations

_LONGEST = 90


def shorten(text: str, longest: int = _LONGEST) -> str:
    """Cut a long text at a word's end."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
