"""Keep text visible that Markdown would hide as a link reference definition."""

from __future__ import annotations

import re

_DEFINITION = re.compile(r"\[(?!\^)(?![ xX]\] )([^\[\]]*)\]:")
# What the target of a link looks like, and the description of a component does not.
_TARGET = re.compile(r"\[[^\[\]]*\]:\s*(?:<|\S*[/.#:@])")


def unhide_definition(line: str, text: str) -> str:
    """Escape a line that Markdown hides as a link definition but that no link uses.

    `[Component 1]: [Description]` describes a component: nothing on it looks like a target.

    Args:
        line: The line of the definition.
        text: The text in which a link may use it.
    """
    written = line.lstrip()
    match = _DEFINITION.match(written)
    if not match or _TARGET.match(written) or _is_used(match[1], text):
        return line
    return "\\" + written


def _is_used(label: str, text: str) -> bool:
    """Whether a link refers to this label: `[label]`, `[text][label]`, but no other definition."""
    return re.search(rf"\[{re.escape(label)}\](?!:)", text, re.IGNORECASE) is not None
