"""Combine the texts of a row into its time: a duration, a start, an end, a deadline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_plan_plugin.model import Span
from mkdocs_plan_plugin.reading.lexicon.times import LENGTHS, Column
from mkdocs_plan_plugin.reading.time import UNKNOWN, SpanRules, read_span

Cells = Mapping[Column, str]
"""The texts with times of a row, by column."""


def span_of(cells: Cells, rules: SpanRules) -> Span:
    """Combine the times of cells, unknown if they cannot be read or are incomplete."""
    length, begins, ends = (read_span(text, rules) for text in times_of(cells, rules))
    first = (begins.start or begins.end) if begins else None
    last = (ends.end or ends.start) if ends else None
    if ends and not last and ends.most:
        length = length or ends  # how long it takes, in the column of its end
    if first and not (last or length) and Column.END in cells:
        return UNKNOWN
    if first or last:
        length = length or UNKNOWN
        return Span(length.least, length.most, None, None, first, last, length.is_calendar)
    if begins and ends and begins.first is not None and ends.last is not None:
        return Span(first=begins.first, last=ends.last)
    return length or UNKNOWN


def joined_span(spans: Sequence[Span]) -> Span:
    """Return the time of a row that continues below: from the first start to the last end.

    Durations follow one another. It is unknown if a part is: the rest would be too short.
    """
    if len(spans) == 1:
        return spans[0]
    starts = [day for span in spans if (day := span.start or span.end)]
    ends = [day for span in spans if (day := span.end or span.start)]
    offsets = [(s.first, s.last) for s in spans if s.first is not None and s.last is not None]
    lengths = [(s.least, s.most) for s in spans if s.least is not None and s.most]
    every = len(spans)
    if len(offsets) == every:
        return Span(first=min(first for first, _ in offsets), last=max(last for _, last in offsets))
    least, most = (sum(ends) for ends in zip(*lengths, strict=True)) if lengths else (None, None)
    if len(lengths) == every:
        is_calendar = all(span.is_calendar for span in spans)
        return Span(least, most, start=min(starts, default=None), is_calendar=is_calendar)
    if len(starts) == every and not lengths:
        return Span(start=min(starts), end=max(ends))
    return UNKNOWN


def is_known(cells: Cells, rules: SpanRules) -> bool:
    """Return whether cells have a known time; `TBD` is unknown."""
    return span_of(cells, rules) != UNKNOWN


def times_of(cells: Cells, rules: SpanRules) -> tuple[str, str, str]:
    """Return the texts of the duration or time, the start and the end.

    A deadline is the end of a duration; dates and weeks have an end themselves.
    """
    length = length_of(cells, rules)
    span = read_span(length, rules)
    is_open = span is None or (span.most and not (span.start or span.end))
    due = cells.get(Column.DEADLINE, "") if is_open else ""
    return length, cells.get(Column.START, ""), cells.get(Column.END) or due


def length_of(cells: Cells, rules: SpanRules) -> str:
    """Return the most reliable readable text with the time of a row."""
    texts = [text for column in LENGTHS if (text := cells.get(column))]
    return next((text for text in texts if read_span(text, rules)), texts[0] if texts else "")
