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
    """A segment of a bar: its start, its width and the width that is done.

    `run` is the width that is in progress, beginning at `run_x`; empty if there is none.
    """

    x: str
    width: str
    done: str
    run_x: str = ""
    run: str = ""


def segments_of(
    whole: Progress, parts: Sequence[Progress], in_progress: Sequence[int] = ()
) -> tuple[Segment, ...]:
    """Lay out a bar with a segment for each part, as wide as its share of the tasks.

    The done widths add up to the whole's, because gaps shorten done and open parts alike.
    `in_progress` is the number of tasks in progress in each part, if known.
    """
    in_progress = in_progress or (0,) * len(parts)
    if not 1 < len(parts) <= _MOST_SEGMENTS:
        parts, in_progress = (whole,), (sum(in_progress),)
    scale = (100 - _GAP * (len(parts) - 1)) / whole.total
    segments = []
    x = 0.0
    for part, running in zip(parts, in_progress, strict=True):
        width, done = part.total * scale, part.done * scale
        run = (percent(x + done), percent(running * scale)) if running else ()
        segments.append(Segment(percent(x), percent(width), percent(done), *run))
        x += width + _GAP
    return tuple(segments)


def percent(value: float) -> str:
    """Format a percentage: `12.3456` becomes `12.35%`."""
    return f"{round(value, 2):g}%"
