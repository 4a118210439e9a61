"""The syntax within a line that the host and the site's extensions process."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InlineSyntax:
    """What the host and the site's extensions process within a line.

    Attributes:
        escapes: The characters that are shown without the backslash before them.
        has_plain_emphasis: Whether emphasis is that of Python-Markdown.
        has_tildes: Whether an extension processes text between tildes.
        has_math: Whether an extension processes formulas.
        has_bare_urls: Whether an extension processes bare URLs.
    """

    escapes: Collection[str] = ()
    has_plain_emphasis: bool = True
    has_tildes: bool = False
    has_math: bool = False
    has_bare_urls: bool = False


PLAIN_SYNTAX = InlineSyntax()
