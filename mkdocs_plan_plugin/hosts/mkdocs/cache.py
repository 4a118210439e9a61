"""What one build keeps for the next in the same process, so that only what changed is worked out.

Nothing is kept that does not follow from what it is looked up by.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")

_BUILDS = 8
"""For how many builds something is kept that none of them needs: translations build in turns."""


class _CacheEntry(NamedTuple):
    source: object
    value: Any
    build: int


class BuildCache:
    """Values by name, each good as long as what it was made of is the same."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, _CacheEntry] = {}
        self._build = 0

    def begin_build(self) -> None:
        """Forget what has not been needed for long."""
        self._build += 1
        oldest = self._build - _BUILDS
        self._kept = {name: kept for name, kept in self._kept.items() if kept.build > oldest}

    def get(self, name: Hashable, source: object, make: Callable[[], T]) -> T:
        """The value of a name; it is made anew where it was made of something else.

        Args:
            name: What tells values apart.
            source: All that the value follows from, to be compared with `==`.
            make: Makes the value.
        """
        kept = self._kept.get(name)
        value: T = kept.value if kept and kept.source == source else make()
        self._kept[name] = _CacheEntry(source, value, self._build)
        return value


def digest(content: bytes) -> bytes:
    """What tells two contents apart."""
    return hashlib.sha256(content).digest()
