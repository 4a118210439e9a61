"""Problems of mounted sources."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """A problem with the option `sources`, or with the files that it names.

    Attributes:
        written: The source as the user wrote it.
        problem: The predicate of a sentence whose subject is the source, without final period.
        fix: An imperative clause without final period.
    """

    written: str
    problem: str
    fix: str
