"""Markdown to the events of its parser.

The parser is pulldown-cmark through pyromark, which reads a page as GitHub does and tells the
byte range of each event.
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


def events_of(text: str) -> Iterator[Event]:
    """Parse Markdown into the parser's events, one by one: to hold them all takes time."""
    return pyromark.events_with_range(text, options=_OPTIONS, merge_text=True)


def line_ends(text: str) -> list[int]:
    """Where each line of a text ends, behind its newline, in bytes.

    The line of a byte, 0-based, is where it would be inserted: `bisect_right(ends, byte)`.
    """
    lines = text.split("\n") if text.isascii() else text.encode().split(b"\n")
    return [*accumulate([len(line) + 1 for line in lines])]
