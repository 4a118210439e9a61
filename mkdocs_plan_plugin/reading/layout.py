"""What the parser says: blocks with their places, and the events that they are told by.

The parser is pulldown-cmark through pyromark, which reads a page as GitHub does and tells the
byte range of each event.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
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


class Kind(IntEnum):
    """What a block is, or that a block which holds others ends."""

    ITEM = 0
    LIST = 1
    QUOTE = 2
    TEXT = 3
    HEADING = 4
    FENCE = 5
    CODE = 6
    HTML = 7
    TABLE = 8
    RULE = 9
    END_ITEM = 10
    END_LIST = 11
    END_QUOTE = 12
    TEXT_APART = 13
    """What was no block to the parser, and is text that nothing may be joined to."""


Block = tuple[Kind, int, int]
"""A block with its start and end in bytes. The text of a tight item, for which the parser has
no event, is a block too; its end is not told (-1)."""


def events_of(text: str) -> Iterator[Event]:
    """Parse Markdown into the parser's events, one by one: to hold them all takes time."""
    return pyromark.events_with_range(text, options=_OPTIONS, merge_text=True)


def line_ends(text: str) -> list[int]:
    """Where each line of a text ends, behind its newline, in bytes.

    The line of a byte, 0-based, is where it would be inserted: `bisect_right(ends, byte)`.
    """
    lines = text.split("\n") if text.isascii() else text.encode().split(b"\n")
    return [*accumulate([len(line) + 1 for line in lines])]
