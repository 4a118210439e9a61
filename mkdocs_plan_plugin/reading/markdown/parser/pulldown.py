"""Parse Markdown into events.

The parser is pulldown-cmark through pyromark, which parses almost like GitHub and gives the byte
range of each event.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import pyromark

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_STRIKETHROUGH
)

Event = tuple[Any, Any]
"""A word or a mapping of one key, with its `start` and `end` in bytes."""


def parse(text: str) -> Iterator[Event]:
    """Yield the parser's events one by one, because a list of all of them takes time."""
    return pyromark.events_with_range(text, options=_OPTIONS, merge_text=True)


def line_ends(text: str) -> list[int]:
    """Return the byte offset after each line of a text, newline included.

    The 0-based line of a byte is `bisect_right(ends, byte)`.
    """
    lines = text.split("\n") if text.isascii() else text.encode().split(b"\n")
    return [*accumulate([len(line) + 1 for line in lines])]
