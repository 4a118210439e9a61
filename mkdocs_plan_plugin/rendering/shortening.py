"""Shorten texts to fit on a line."""

from __future__ import annotations

_LONGEST = 90


def shorten(text: str, longest: int = _LONGEST) -> str:
    """Cut a long text at the end of a word."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
