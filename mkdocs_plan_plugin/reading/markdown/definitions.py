"""Text that Markdown takes for the definition of a link and hides."""

from __future__ import annotations

import re

_DEFINITION = re.compile(r"\[(?!\^)(?![ xX]\] )[^\[\]]*\]:")
# What the target of a link looks like, and the description of a component does not.
_TARGET = re.compile(r"\[[^\[\]]*\]:\s*(?:<|\S*[/.#:@])")


def unhide_definitions(line: str) -> str:
    """Escape a link definition that is none: `[Component 1]: [Description]`.

    Markdown takes such a line away, although nothing on it is the target of a link.
    """
    text = line.lstrip()
    return "\\" + text if _DEFINITION.match(text) and not _TARGET.match(text) else line
