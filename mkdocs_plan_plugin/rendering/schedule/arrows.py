"""Lay out arrows between dependent rows of a chart, split into a piece per row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_plan_plugin.model import Schedule
from mkdocs_plan_plugin.rendering.progress import percent


@dataclass(frozen=True, slots=True)
class Arrow:
    """A piece of an arrow: a vertical line in a row, with a head if `to` is given."""

    x: str
    top: str
    bottom: str
    to: str = ""


def arrows_of(schedule: Schedule) -> list[list[Arrow]]:
    """Return the pieces of arrows in each row. An arrow needs a bar at both ends."""
    pieces: list[list[Arrow]] = [[] for _ in schedule.bars]
    for number, bar in enumerate(schedule.bars):
        for before in bar.after:
            end = schedule.bars[before].end
            if before != number and end is not None and bar.start is not None:
                x, to = (percent(100 * at / schedule.length) for at in (end, bar.start))
                for row, piece in _pieces(before, number, x, to):
                    pieces[row].append(piece)
    return pieces


def _pieces(first: int, last: int, x: str, to: str) -> Iterator[tuple[int, Arrow]]:
    """Yield the pieces from the middle of one row to the middle of another."""
    if first < last:
        yield first, Arrow(x, "50%", "100%")
        yield last, Arrow(x, "0%", "50%", to)
    else:
        yield first, Arrow(x, "0%", "50%")
        yield last, Arrow(x, "50%", "100%", to)
    for row in range(min(first, last) + 1, max(first, last)):
        yield row, Arrow(x, "0%", "100%")
