"""What a host may offer: to keep what was worked out, so that the next build need not do it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Memo(Protocol):
    """Hands back what was made of the same before, or makes it."""

    def __call__(self, name: Hashable, source: object, make: Callable[[], T]) -> T:
        """The value of a name; it is made where it is not known, or was made of something else.

        Args:
            name: What tells values apart.
            source: All that the value follows from, to be compared with `==`.
            make: Makes the value.
        """


def no_memo(name: Hashable, source: object, make: Callable[[], T]) -> T:  # noqa: ARG001
    """Keep nothing: for a build that no other follows."""
    return make()
