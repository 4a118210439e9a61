"""Python's collector of cycles, which need not look at what is here to stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused(*, for_good: bool) -> Iterator[None]:
    """Keep Python from looking for cycles among many new objects that are all here to stay.

    Args:
        for_good: Whether it does not look at them again either until `release` is called, which
            the end of the build does. Not where builds follow one another: what the last one has
            left would not count for when to look, and pile up.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if for_good:
            gc.freeze()
        if was_on:
            gc.enable()


def release() -> None:
    """Let Python's collector of cycles look at everything again."""
    gc.unfreeze()
