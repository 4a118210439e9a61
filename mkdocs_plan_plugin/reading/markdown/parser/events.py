"""Parse Markdown into events, with the blocks that GitHub shows.

Where the parser alone would find others, it reads the text with additions; the events are those of
the text without them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from mkdocs_plan_plugin.reading.markdown.parser.misreadings import Addition, find_additions
from mkdocs_plan_plugin.reading.markdown.parser.pulldown import Event, parse

_MOST_ROUNDS = 4
"""What is added to a text may lead to more; hardly any text needs more than one round."""


def events_of(text: str) -> Iterator[Event]:
    """Yield the events of a text, each with its range in bytes."""
    return _events(text, _MOST_ROUNDS)


def _events(text: str, rounds: int) -> Iterator[Event]:
    additions = find_additions(text) if rounds else ()
    if not additions:
        return parse(text)
    longer, added = _add(text, additions)
    return _without(_events(longer, rounds - 1), added)


_Span = tuple[int, int]


def _add(text: str, additions: Sequence[Addition]) -> tuple[str, list[_Span]]:
    """Return a text with additions, and where they are in it, in bytes."""
    lines = text.split("\n")
    pieces: list[str] = []
    added: list[_Span] = []
    size = line = column = 0
    for addition in sorted(additions):
        before = [*lines[line : addition.line], lines[addition.line][: addition.column]]
        before[0] = before[0][column:]
        pieces += ("\n".join(before), addition.text)
        start = size + len(pieces[-2].encode())
        size = start + len(addition.text.encode())
        added.append((start, size))
        line, column = addition.line, addition.column
    rest = lines[line:]
    rest[0] = rest[0][column:]
    return "".join([*pieces, "\n".join(rest)]), added


def _without(events: Iterable[Event], added: Sequence[_Span]) -> Iterator[Event]:
    """Yield the events of a text as if the additions were not in it."""
    starts, ends = zip(*added, strict=True)
    totals = [0, *accumulate(end - start for start, end in added)]

    def original(at: int) -> int:
        number = bisect_right(ends, at)
        if number < len(starts) and at > starts[number]:
            at = starts[number]
        return int(at - totals[number])

    is_added = False
    for event, span in events:
        start, end = span["start"], span["end"]
        number = bisect_right(ends, start)
        if "Start" in event and event["Start"] == "HtmlBlock":
            is_added = number < len(starts) and starts[number] <= start
        if not is_added:
            yield event, {"start": original(start), "end": original(end)}
        elif "End" in event:
            is_added = False
