"""Count completed tasks by week, for a strip with a cell for each week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

WEEKS = 26
_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Week:
    """A week from Monday to Sunday: how many tasks were completed, and that as a level of 0 to 4.

    `x` is the position of its cell, each 12 wide; the cell is larger the higher the level.
    """

    first: date
    last: date
    count: int
    level: int
    x: int

    @property
    def size(self) -> int:
        """The width and height of its mark."""
        return 2 + 2 * self.level


def monday_of(day: date) -> date:
    """Return the first day of a week."""
    return day - timedelta(days=day.weekday())


def weeks_of(days: Iterable[date], today: date) -> list[Week]:
    """Count the days on which tasks were completed by week; empty if there are none."""
    first = monday_of(today) - timedelta(weeks=WEEKS - 1)
    counts = Counter(monday_of(day) for day in days if day >= first)
    if not counts:
        return []
    most = max(counts.values())
    mondays = (first + timedelta(weeks=number) for number in range(WEEKS))
    return [
        Week(
            monday,
            monday + timedelta(days=6),
            counts[monday],
            -(-_LEVELS * counts[monday] // most),
            12 * number,
        )
        for number, monday in enumerate(mondays)
    ]
