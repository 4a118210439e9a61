"""Tags that GitHub shows as text, because browsers show nothing of what follows them."""

from __future__ import annotations

import re

_TAG = re.compile(
    r"</?(title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?=[\s/>])",
    re.IGNORECASE,
)


def swallowing_tag(html: str) -> str:
    """Return the name of such a tag, or nothing.

    Source:
        The tagfilter of https://github.github.com/gfm/#disallowed-raw-html-extension-.
    """
    match = _TAG.match(html)
    return match[1].lower() if match else ""
