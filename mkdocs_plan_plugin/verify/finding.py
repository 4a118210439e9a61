"""A problem found in a built site."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """A problem with a page; `page` is the path of its file in the site."""

    page: str
    problem: str

    def __str__(self) -> str:
        return f"{self.page}: {self.problem}"
