"""Insert widgets into the finished HTML of a page.

The Markdown extension leaves a comment in each heading (see `slot`); the other positions follow
from the HTML that MkDocs always writes. This works on strings because parsing the HTML again
would cost more than everything else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum
from html import unescape

from mkdocs_plan_plugin.reading.markdown import DIRECTIVE, written_directive

_SLOT = re.compile(r"<!--plan-section (\d{1,6})-->(?=</h[1-6]>)")
_COVERAGE_SLOT = re.compile(r"<!--plan-covered (\d{1,6})-->")
_FIRST_HEADING = re.compile(r"<h([1-6])\b", re.IGNORECASE)
_TITLE_END = re.compile(r"</h1\s*>", re.IGNORECASE)
_ANY_DIRECTIVE = re.compile(r"<!--[ \t]*(?i:plan):")
_DIRECTIVE = re.compile(rf"(?P<p><p>\s*)?{DIRECTIVE}(?(p)\s*</p>)")
_PERMALINK = '<a class="headerlink"'


def slot(section: int) -> str:
    """Return the text of the comment that marks the heading of a section."""
    return f"plan-section {section}"


def coverage_slot(line: int) -> str:
    """Return the text of the comment after the requirement at a line."""
    return f"plan-covered {line}"


class Spot(Enum):
    """Where a widget is inserted."""

    HEADING = "heading"
    """In the heading of a section."""
    BELOW = "below"
    """Below the heading of a section, or below the page's title."""
    REQUIREMENT = "requirement"
    """After a requirement, by its line."""


PageWidgets = Mapping[Spot, Mapping[int | None, str]]
"""The widgets of a page as HTML, by spot and by the number of the section or line."""


def insert_widgets(content: str, widgets: PageWidgets) -> str:
    """Return the HTML of a page with its widgets in place."""
    parts: list[str] = []
    at = 0
    headings, below = widgets[Spot.HEADING], {**widgets[Spot.BELOW]}
    top = below.pop(None, "")
    for match in _SLOT.finditer(content):
        section = int(match[1])
        parts += _before_permalink(content[at : match.start()], headings.get(section, ""))
        at = match.end()
        if html := below.pop(section, ""):
            after = content.index(">", at) + 1
            parts += (content[at:after], "\n", html)
            at = after
    parts.append(content[at:])
    html = "".join(parts)
    if covered := widgets[Spot.REQUIREMENT]:
        html = _COVERAGE_SLOT.sub(lambda slot: covered.get(int(slot[1]), ""), html)
    # Widgets whose heading is gone go below the summary.
    return _ascii_if(_under_title(html, top + "".join(below.values())), content)


def _before_permalink(html: str, bar: str) -> tuple[str, ...]:
    """Return the HTML up to the end of a heading, with a bar before the heading's permalink."""
    at = html.rfind(_PERMALINK) if bar and html.endswith("</a>") else -1
    if at < 0 or html.index("</a>", at) < len(html) - len("</a>"):
        return html, bar
    return html[:at], bar, html[at:]


def _ascii_if(html: str, page: str) -> str:
    """Write other characters as references if the page is pure ASCII.

    A single non-ASCII character would double the memory of the page's string, and the time that
    all further processing of it takes.
    """
    if html.isascii() or not page.isascii():
        return html
    return html.encode("ascii", "xmlcharrefreplace").decode("ascii")


def fill_directives(content: str, widget: Callable[[str, str], str | None]) -> str:
    """Replace directives such as `<!-- plan:overview -->` with their widgets.

    Args:
        content: The HTML of a page.
        widget: Renders a widget from its name and argument; None where they are invalid.
    """
    if not _ANY_DIRECTIVE.search(content):
        return content

    def replacement(match: re.Match[str]) -> str:
        written = written_directive(match)
        html = widget(written.name, unescape(written.argument)) if written else None
        return match[0] if html is None else html

    return _DIRECTIVE.sub(replacement, content)


def _under_title(content: str, widget: str) -> str:
    """Insert a widget after the page's title, or at the start of a page without one."""
    heading = _FIRST_HEADING.search(content)
    title = _TITLE_END.search(content, heading.end()) if heading and heading[1] == "1" else None
    at = title.end() if title else 0
    return f"{content[:at]}\n{widget}{content[at:]}" if widget else content
