"""Recognize comments that ask for a widget: `<!-- plan:tasks specs/001-alerts open -->`."""

from __future__ import annotations

import re
from typing import NamedTuple

DIRECTIVE = (
    r"<!--[ \t]*(?P<prefix>(?i:plan):[ \t]*)(?P<name>[\w-]+)"
    r"(?:[ \t]+(?P<argument>[^<>\n]*?))?[ \t]*-->"
)
"""A part of a pattern; `written_directive` reads its matches, which may be prose."""

_EXACT = "plan:"
_PLAIN_WORD = re.compile(r"(?<!\S)[^\W\d_]+(?:['’][^\W\d_]+)*[.,:;!?]*(?!\S)")


class WrittenDirective(NamedTuple):
    """A directive's name in lower case, its argument, and whether `plan:NAME` is written exactly.

    `<!-- plan: roadmap -->` and `<!-- Plan:Roadmap -->` are not exact, and may be prose after all.
    """

    name: str
    argument: str
    is_exact: bool


def written_directive(match: re.Match[str]) -> WrittenDirective | None:
    """Read a match of `DIRECTIVE`; None for prose such as `<!-- plan: see the appendix -->`."""
    argument = match["argument"] or ""
    is_exact = match["prefix"] == _EXACT
    if not is_exact and len(_PLAIN_WORD.findall(argument)) > 1:
        return None
    return WrittenDirective(match["name"].lower(), argument, is_exact)
