"""Measure work, so that tests can compare how it grows, on any machine."""

from __future__ import annotations

import time
from collections.abc import Callable


def work(task: Callable[[], object]) -> float:
    """Return the processor's time for a task, whatever else the machine does."""

    def once() -> float:
        before = time.process_time()
        task()
        return time.process_time() - before

    return min(once() for _ in range(3))
