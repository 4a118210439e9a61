"""Derive a short, stable name for each plan: `specs/001-alerts` for `specs/001-alerts/plan.md`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

_WHOLE = "all"
"""Reserved: stands for all plans of a site."""
_FRONT = re.compile(r"/(?:plan|implementation[-_]plan|tasks|index|readme)\Z", re.IGNORECASE)
# Everything but characters that are safe in file names and URLs.
_UNSAFE = re.compile(r"[^\w./-]+")


def slugs_of(paths: Iterable[str]) -> Mapping[str, str]:
    """Name plans by the paths of their main pages; where short names clash, use the whole path.

    Where these clash as well, as for `a#b` and `a?b`, the later ones get a number.
    """
    known = sorted(paths)
    short = {path: _short(path) for path in known}
    counts = Counter(name.lower() for name in short.values())
    names = (
        name if counts[name.lower()] == 1 and name != _WHOLE else _clean(_stem(path))
        for path, name in short.items()
    )
    return dict(zip(known, _unique(names), strict=True))


def _unique(names: Iterable[str]) -> Iterator[str]:
    """Yield names, with a number where another one is the same."""
    taken: set[str] = set()
    numbers: Counter[str] = Counter()
    for name in names:
        unique = name
        while unique.lower() in taken or not unique:
            numbers[name] += 1
            unique = f"{name}-{numbers[name] + 1}" if name else f"plan-{numbers[name]}"
        taken.add(unique.lower())
        yield unique


def _short(path: str) -> str:
    return _clean(_FRONT.sub("", _stem(path)))


def _stem(path: str) -> str:
    return re.sub(r"\.md\Z", "", path, flags=re.IGNORECASE)


def _clean(name: str) -> str:
    return _UNSAFE.sub("-", name).strip("-")
