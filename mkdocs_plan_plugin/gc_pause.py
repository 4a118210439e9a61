"""Pauses Python's garbage collector while many long-lived objects are created."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused(*, freeze: bool = False) -> Iterator[None]:
    """Pause the garbage collector while the block creates many objects that all stay alive.

    Args:
        freeze: Whether the collector also ignores these objects afterwards, until `release` is
            called at the end of the build. Not for builds that follow one another: garbage of the
            last build would not count towards the collector's thresholds, and pile up.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if freeze:
            gc.freeze()
        if was_enabled:
            gc.enable()


def release() -> None:
    """Let the garbage collector see all objects again."""
    gc.unfreeze()
