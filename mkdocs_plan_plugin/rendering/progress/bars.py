"""Lay out progress bars: segments with gaps between them, in percent of the width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_plan_plugin.model import Progress

_GAP = 0.6
_MOST_SEGMENTS = 40
"""With more, a segment would be narrower than its gap, so the bar has just one."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment of a bar: its start, its width and the width that is done."""

    x: str
    width: str
    done: str


def segments_of(whole: Progress, parts: Sequence[Progress]) -> tuple[Segment, ...]:
    """Lay out a bar with a segment for each part, as wide as its share of the tasks.

    The done widths add up to the whole's, because gaps shorten done and open parts alike.
    """
    if not 1 < len(parts) <= _MOST_SEGMENTS:
        parts = (whole,)
    scale = (100 - _GAP * (len(parts) - 1)) / whole.total
    segments = []
    x = 0.0
    for part in parts:
        segments.append(
            Segment(percent(x), percent(part.total * scale), percent(part.done * scale))
        )
        x += part.total * scale + _GAP
    return tuple(segments)


def percent(value: float) -> str:
    """Format a percentage: `12.3456` becomes `12.35%`."""
    return f"{round(value, 2):g}%"
