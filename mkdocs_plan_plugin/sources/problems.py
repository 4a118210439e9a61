"""What is wrong with a source of pages, and the cure."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """A slip in the option `sources`, or in what it names.

    Attributes:
        written: The source as its user wrote it.
        problem: What is wrong, as the end of a sentence that begins with the source.
        cure: What mends it, as the end of "To mend it, ...".
    """

    written: str
    problem: str
    fix: str
