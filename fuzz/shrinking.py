"""Reduce a page to the lines that a finding needs."""

from __future__ import annotations

from collections.abc import Callable

from fuzz.site import Finding, check_pages


def shrink(finding: Finding) -> str:
    """Return a short page with the same kind of finding."""

    def shows(text: str) -> bool:
        return any(found.kind == finding.kind for found in check_pages([text]))

    lines = finding.page.splitlines(keepends=True)
    if not shows(finding.page):
        return finding.page
    lines = _without(lines, lambda kept: shows("".join(kept)))
    return "".join(lines)


def _without(lines: list[str], shows: Callable[[list[str]], bool]) -> list[str]:
    """Remove as many lines as possible, in smaller and smaller groups."""
    size = max(1, len(lines) // 2)
    while True:
        at = 0
        while at < len(lines):
            kept = lines[:at] + lines[at + size :]
            if kept and shows(kept):
                lines = kept
            else:
                at += size
        if size == 1:
            return lines
        size //= 2
