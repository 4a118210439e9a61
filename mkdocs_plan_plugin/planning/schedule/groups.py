"""Insert rows into a timeline: a heading for each group, and rows below others.

The row of a group that is a phase covers the rows in it. Other groups are just a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from mkdocs_plan_plugin.model import Bar, Phase, ScheduleEntry, Span
from mkdocs_plan_plugin.planning.schedule.row_names import phase_of


def phase_of_group(path: str, group: str, phases: Sequence[Phase]) -> Phase | None:
    """Return the phase that a group of rows on a page is called as."""
    return phase_of(path, ScheduleEntry(group, Span(), "", 0), phases) if group else None


def under_groups(
    bars: Sequence[Bar], groups: Sequence[str], found: Mapping[str, Phase | None]
) -> tuple[Bar, ...]:
    """Insert a row for each group before its rows.

    Args:
        bars: The rows.
        groups: The group of each row; the empty group gets no row.
        found: The phase of each group, if it is one.
    """
    headings: dict[int, list[Bar]] = {}
    for first, last in _runs(groups):
        phase = found[groups[first]]
        heading = _around(phase_row(phase), bars[first:last]) if phase else Bar(groups[first], "")
        headings[first] = [heading]
    levelled = [
        replace(bar, level=1) if group else bar for bar, group in zip(bars, groups, strict=True)
    ]
    return with_rows(levelled, headings)


def with_rows(bars: Sequence[Bar], added: Mapping[int, Sequence[Bar]]) -> tuple[Bar, ...]:
    """Insert rows before others, by index, and adjust the dependencies."""
    new_index, seen = [], 0
    for at in range(len(bars)):
        seen += len(added.get(at, ()))
        new_index.append(at + seen)
    shifted = [replace(bar, after=tuple(new_index[row] for row in bar.after)) for bar in bars]
    rows = (chain(added.get(at, ()), shifted[at : at + 1]) for at in range(len(bars) + 1))
    return tuple(chain.from_iterable(rows))


def phase_row(phase: Phase) -> Bar:
    """Return a row for a phase without planned dates."""
    return Bar(
        phase.title, "", location=phase.location, progress=phase.progress, actual=phase.actual
    )


def main_rows(bars: Sequence[Bar]) -> Iterator[Bar]:
    """Yield the rows that are not part of a phase with dates, which has them all."""
    heading: Bar | None = None
    for bar in bars:
        if not bar.level:
            heading = bar
        if not bar.level or not heading or heading.start is None:
            yield bar


def _runs(groups: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first row of each run of rows with one group, and the row after its last."""
    starts = [at for at, group in enumerate(groups) if not at or group != groups[at - 1]]
    for first, last in zip(starts, [*starts[1:], len(groups)], strict=True):
        if groups[first]:
            yield first, last


def _around(heading: Bar, parts: Sequence[Bar]) -> Bar:
    """Return a row from the first start to the last end of its parts, if all are known.

    Milestones among them take no time of the phase.
    """
    parts = [bar for bar in parts if not bar.is_milestone] or parts
    starts = [bar.start for bar in parts if bar.start is not None]
    ends = [bar.end for bar in parts if bar.end is not None]
    if len(starts) < len(parts):
        return heading
    return replace(
        heading, start=min(starts), end=max(ends), has_end=all(bar.has_end for bar in parts)
    )
