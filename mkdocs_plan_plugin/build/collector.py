"""Python's collector of cycles, which need not look at what is here to stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep Python from looking for cycles among many new objects that are all here to stay.

    Nor does it look at them again until `release` is called, which the end of the build does.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def release() -> None:
    """Let Python's collector of cycles look at everything again."""
    gc.unfreeze()
