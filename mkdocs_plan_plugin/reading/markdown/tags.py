"""Find tags and comments that hide what follows them: such tags, GitHub shows as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_TAG = re.compile(
    r"</?(title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?=[\s/>])",
    re.IGNORECASE,
)
_ESCAPED = "&lt;"
# Where browsers see comments in HTML: not in the text of some elements, and not in tags.
_PIECE = re.compile(
    r"<!--(?:.*?-->|(?P<open>.*))"
    r"|<(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>])"
    r".*?(?:</(?P=raw)(?=[\s/>])|\Z)"
    r"|</?[a-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>",
    re.IGNORECASE | re.DOTALL,
)


def swallowing_tag(html: str) -> str:
    """Return the name of such a tag, or nothing.

    Source:
        The tagfilter of https://github.github.com/gfm/#disallowed-raw-html-extension-.
    """
    match = _TAG.match(html)
    return match[1].lower() if match else ""


def without_swallowing(html: str, is_closed_later: Callable[[str], bool]) -> str:
    """Return a block of HTML with those of its tags as text whose elements are never closed.

    Args:
        html: The block.
        is_closed_later: Whether an element with a name is closed in a later block.
    """
    return "".join(_shown(html, is_closed_later)) if _TAG.search(html) else html


def _shown(html: str, is_closed_later: Callable[[str], bool]) -> Iterator[str]:
    start = at = 0
    last_closing = {
        tag[1].lower(): tag.start() for tag in _TAG.finditer(html) if tag[0].startswith("</")
    }
    while tag := _TAG.search(html, at):
        at = tag.end()
        name = tag[1].lower()
        if tag[0].startswith("</"):
            continue
        if last_closing.get(name, -1) > at:  # what stands before that is no tag to browsers
            at = next(
                each.end()
                for each in _TAG.finditer(html, at)
                if each[0].startswith("</") and each[1].lower() == name
            )
        elif is_closed_later(name):
            break
        else:
            yield html[start : tag.start()]
            yield _ESCAPED
            start = tag.start() + 1
    yield html[start:]


def open_comment(html: str) -> int:
    """Return where a comment begins in HTML that nothing in it closes, or -1."""
    if "<!--" not in html:
        return -1
    found = (piece.start() for piece in _PIECE.finditer(html) if piece["open"] is not None)
    return next(found, -1)
