"""A cache of results that one build passes on to the next in the same process.

Each entry is compared with all the inputs that it was computed from, so it is never out of date.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")

_BUILDS = 8
"""Entries are dropped after this many builds without use: translations are built in turns."""


class _CacheEntry(NamedTuple):
    source: object
    value: Any
    build: int


class BuildCache:
    """Values by name, each valid as long as its inputs are equal."""

    def __init__(self) -> None:
        self._entries: dict[Hashable, _CacheEntry] = {}
        self._build = 0

    def begin_build(self) -> None:
        """Drop the entries that recent builds have not used."""
        self._build += 1
        oldest = self._build - _BUILDS
        self._entries = {name: each for name, each in self._entries.items() if each.build > oldest}

    def get(self, name: Hashable, source: object, make: Callable[[], T]) -> T:
        """Return the value of a name, recomputed if its inputs have changed.

        Args:
            name: Identifies the value.
            source: All the inputs of the value, compared with `==`.
            make: Computes the value.
        """
        entry = self._entries.get(name)
        value: T = entry.value if entry and entry.source == source else make()
        self._entries[name] = _CacheEntry(source, value, self._build)
        return value


def digest(content: bytes) -> bytes:
    """Return a hash that differs between different contents."""
    return hashlib.sha256(content).digest()
