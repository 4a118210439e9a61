"""Define how a host may cache computed values from one build to the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Memo(Protocol):
    """Returns a cached value if its source is unchanged, else computes it."""

    def __call__(self, name: Hashable, source: object, make: Callable[[], T]) -> T:
        """Return the value with this name, computing it if it is missing or its source changed.

        Args:
            name: Identifies the value.
            source: Everything the value depends on, compared with `==`.
            make: Computes the value.
        """


def no_memo(name: Hashable, source: object, make: Callable[[], T]) -> T:  # noqa: ARG001
    """Compute the value without caching, for a single build."""
    return make()
