"""Lines that are text on GitHub and something else to Python-Markdown, and their escape."""

from __future__ import annotations

import re

_SUSPECTS = frozenset("#>[-+*0123456789")

NEEDS_A_LOOK = _SUSPECTS | {" ", ""}
"""What a line begins with that may need an escape, or has to lose its indentation."""

_ITEM = re.compile(r"(\d{0,9})([-+*.)])(?= |\Z)")
_DEFINITION = re.compile(r"\[(?!\^)(?![ xX]\] )[^\[\]]*\]:")
# What the target of a link looks like, and the description of a component does not.
_TARGET = re.compile(r"\[[^\[\]]*\]:\s*(?:<|\S*[/.#:@])")


def escape(line: str, *, begins: bool) -> str:
    """Escape what would turn a line of text into a heading, quote, item or link definition.

    Args:
        line: The line without its indentation.
        begins: Whether a block could begin here: at the first line, and within an item.
    """
    first = line[:1]
    if first not in _SUSPECTS:
        return line
    if first in "#>":
        return "\\" + line
    if first == "[":
        return "\\" + line if _DEFINITION.match(line) else line
    if begins and (match := _ITEM.match(line)) and bool(match[1]) == (match[2] in ".)"):
        at = match.start(2)
        return f"{line[:at]}\\{line[at:]}"
    return line


def unswallow(line: str) -> str:
    """Escape a link definition that is none: `[Component 1]: [Description]`.

    Markdown takes such a line away, although nothing on it is the target of a link.
    """
    text = line.lstrip()
    return "\\" + text if _DEFINITION.match(text) and not _TARGET.match(text) else line
