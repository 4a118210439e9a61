"""Add small progress bars after links to plans."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Not in headings, whose ids and table of contents entries would include the bars.
_LINK = re.compile(
    r"<h[1-6]\b.*?</h[1-6]>|<a (?=[^>]*\bhref=\"(?P<href>[^\"#]+)\")"
    r"(?![^>]*\bdata-plan-link)[^>]*>.*?</a>",
    re.DOTALL,
)


def add_bars(content: str, bars: Mapping[str, str]) -> str:
    """Add a bar after each link to a plan that the author wrote.

    Args:
        content: The HTML of a page, without widgets.
        bars: The HTML of the bar of each plan, by its URL from the page.
    """

    def with_bar(link: re.Match[str]) -> str:
        bar = bars.get(link["href"]) if link["href"] else None
        return f"{link[0]} {bar}" if bar else link[0]

    return _LINK.sub(with_bar, content) if bars else content
