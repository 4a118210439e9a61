"""What the check of a site finds."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """Something that is wrong with a page; `page` is its file's path in the site."""

    page: str
    problem: str

    def __str__(self) -> str:
        return f"{self.page}: {self.problem}"
