"""The median and spread of measurements."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Spread:
    """A five-number summary of measurements."""

    low: float
    first_quartile: float
    median: float
    third_quartile: float
    high: float


def spread(figures: Sequence[float]) -> Spread:
    if len(figures) == 1:
        return Spread(figures[0], figures[0], figures[0], figures[0], figures[0])
    first, median, third = statistics.quantiles(figures, n=4, method="inclusive")
    return Spread(min(figures), first, median, third, max(figures))
