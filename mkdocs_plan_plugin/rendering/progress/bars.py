"""The geometry of a progress bar: segments with gaps between them, in per cent of its width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_plan_plugin.model import Progress

_GAP = 0.6
_MOST_SEGMENTS = 40
"""Beyond these a segment is thinner than its gap, and one bar says more."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: where it starts, how wide it is, and how much of that is done."""

    x: str
    width: str
    done: str


def segments_of(whole: Progress, parts: Sequence[Progress]) -> tuple[Segment, ...]:
    """Lay out a bar with a segment for each part, as wide as its share of the tasks.

    The done lengths add up to the whole's: the gaps are taken from both sides alike.
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
    """`12.3456` is `12.35%`."""
    return f"{round(value, 2):g}%"
