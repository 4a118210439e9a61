"""Keep text visible that Markdown would hide as a link reference definition."""

from __future__ import annotations

import re

_DEFINITION = re.compile(r"\[(?!\^)(?![ xX]\] )[^\[\]]*\]:")
# A link's target, unlike the description of a component.
_TARGET = re.compile(r"\[[^\[\]]*\]:\s*(?:<|\S*[/.#:@])")


def unhide_definitions(line: str) -> str:
    """Escape text that only looks like a link reference definition.

    Markdown removes a line such as `[Component 1]: [Description]`, although it has no target.
    """
    text = line.lstrip()
    return "\\" + text if _DEFINITION.match(text) and not _TARGET.match(text) else line
