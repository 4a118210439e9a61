"""What is found in a version of a page: its boxes."""

from __future__ import annotations

from typing import NamedTuple


class Outline(NamedTuple):
    """The boxes of a page but for their ticks, which is what most versions of it share."""

    texts: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()


class Scan(NamedTuple):
    """The boxes of a version of a page. `ticks` has a sign for each: `x` or a space."""

    outline: Outline = Outline()
    ticks: str = ""


NOTHING = Scan()
