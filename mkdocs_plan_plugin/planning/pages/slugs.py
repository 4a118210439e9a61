"""Derive a short, stable name for each plan: `specs/001-alerts` for `specs/001-alerts/plan.md`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

_WHOLE = "all"
"""Reserved: stands for all plans of a site."""
_FRONT = re.compile(r"/(?:plan|implementation[-_]plan|tasks|index|readme)\Z", re.IGNORECASE)
# Everything but characters that are safe in file names and URLs.
_UNSAFE = re.compile(r"[^\w./-]+")


def slugs_of(paths: Iterable[str]) -> Mapping[str, str]:
    """Name plans by the paths of their main pages; where short names clash, use the whole path."""
    known = sorted(paths)
    short = {path: _short(path) for path in known}
    counts = Counter(name.lower() for name in short.values())
    return {
        path: name if counts[name.lower()] == 1 and name != _WHOLE else _clean(_stem(path))
        for path, name in short.items()
    }


def _short(path: str) -> str:
    return _clean(_FRONT.sub("", _stem(path)))


def _stem(path: str) -> str:
    return re.sub(r"\.md\Z", "", path, flags=re.IGNORECASE)


def _clean(name: str) -> str:
    return _UNSAFE.sub("-", name).strip("-")
