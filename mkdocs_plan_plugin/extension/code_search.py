"""The site's own search for fenced code, which goes through every line; spared where none is."""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.preprocessors import Preprocessor

FENCED_CODE = "fenced_code_block"
"""The name that both Python-Markdown and PyMdown give their search."""
_PRIORITY = 25  # as both have it
_KNOWN = ("markdown.extensions.fenced_code", "pymdownx.superfences")
_FENCES = ("```", "~~~")


class CodeSearch(Preprocessor):
    """Hands on the pages that hold a fence; whatever else is asked of it, the search answers.

    Args:
        md: The host.
        search: The site's own.
    """

    def __init__(self, md: Markdown, search: Preprocessor) -> None:
        super().__init__(md)
        self.search = search

    def __getattr__(self, name: str) -> Any:
        return getattr(self.search, name)

    def run(self, lines: list[str]) -> list[str]:
        """Search where there is something to find."""
        text = "\n".join(lines)
        return self.search.run(lines) if any(fence in text for fence in _FENCES) else lines


def spare_search(md: Markdown) -> None:
    """Put the search behind a look at the whole text, if it is one that we know."""
    search = search_of(md)
    if search and type(search).__module__ in _KNOWN:
        md.preprocessors.register(CodeSearch(md, search), FENCED_CODE, _PRIORITY)


def search_of(md: Markdown) -> Preprocessor | None:
    """The site's own search for fenced code, or None."""
    # The registry has no `get`.
    found = md.preprocessors[FENCED_CODE] if FENCED_CODE in md.preprocessors else None  # noqa: SIM401
    return found.search if isinstance(found, CodeSearch) else found
