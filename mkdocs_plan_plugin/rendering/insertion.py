"""Where widgets go in the finished HTML of a page.

The Markdown extension leaves a comment in each heading (see `slot`); everything else is found
by what MkDocs always writes. Strings, not a tree: a second parse would cost more than all else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum
from html import escape, unescape

from mkdocs_plan_plugin.reading.markdown import DIRECTIVE, written_directive

_SLOT = re.compile(r"<!--plan-section (\d{1,6})-->(?=</h[1-6]>)")
_COVERAGE_SLOT = re.compile(r"<!--plan-covered (\d{1,6})-->")
_FIRST_HEADING = re.compile(r"<h([1-6])\b", re.IGNORECASE)
_TITLE_END = re.compile(r"</h1\s*>", re.IGNORECASE)
_ANY_DIRECTIVE = re.compile(r"<!--[ \t]*(?i:plan):")
_DIRECTIVE = re.compile(rf"(?P<p><p>\s*)?{DIRECTIVE}(?(p)\s*</p>)")
# The first way is that of most items.
_TASK = re.compile(
    r'<li class="(?:task-list-item|(?:[^"]* )?task-list-item(?: [^"]*)?)" id="([^"]+)">'
)
# A row of a table whose cells show a box.
_ROW = re.compile(
    r'<tr id="([^"]+)">\s*<td[^>]*>(?=(?:(?!</tr>).)*?<span class="plan-box")', re.DOTALL
)


def slot(section: int) -> str:
    """The text of the comment that marks the heading of a section."""
    return f"plan-section {section}"


def coverage_slot(line: int) -> str:
    """The text of the comment behind a requirement, by its line."""
    return f"plan-covered {line}"


class Spot(Enum):
    """Where a widget stands."""

    HEADING = "heading"
    """In the heading of a section."""
    BELOW = "below"
    """Below the heading of a section; without one below the page's title."""
    REQUIREMENT = "requirement"
    """Behind a requirement, by its line."""


PageWidgets = Mapping[Spot, Mapping[int | None, str]]
"""The widgets of a page as HTML, by where they stand and the number of the section or line."""


def insert_widgets(content: str, widgets: PageWidgets) -> str:
    """Return the HTML of a page with its widgets in place."""
    parts: list[str] = []
    at = 0
    headings, below = widgets[Spot.HEADING], {**widgets[Spot.BELOW]}
    top = below.pop(None, "")
    for match in _SLOT.finditer(content):
        section = int(match[1])
        parts += (content[at : match.start()], headings.get(section, ""))
        at = match.end()
        if html := below.pop(section, ""):
            after = content.index(">", at) + 1
            parts += (content[at:after], "\n", html)
            at = after
    parts.append(content[at:])
    html = "".join(parts)
    if covered := widgets[Spot.REQUIREMENT]:
        html = _COVERAGE_SLOT.sub(lambda slot: covered.get(int(slot[1]), ""), html)
    # What has lost its heading stands with the summary.
    return _in_kind(_under_title(html, top + "".join(below.values())), content)


def _in_kind(html: str, page: str) -> str:
    """Write signs as references on a page of ASCII alone.

    A sign beyond would make the whole page take twice the memory, and twice the time of all
    that is done to it from here on.
    """
    if html.isascii() or not page.isascii():
        return html
    return html.encode("ascii", "xmlcharrefreplace").decode("ascii")


def link_tasks(content: str, label: str) -> str:
    """Give each task that has an id a permalink, for readers who want its address.

    Here and not in the tree, so that search plugins have less to read.

    Args:
        content: The HTML of a page.
        label: What a screen reader says of such a link.
    """
    said = escape(label)

    def with_link(task: re.Match[str]) -> str:
        return f'{task[0]}<a class="plan-task-link" href="#{task[1]}" aria-label="{said}"></a>'

    content = _TASK.sub(with_link, content)
    return _ROW.sub(with_link, content) if '<tr id="' in content else content


def fill_directives(content: str, widget: Callable[[str, str], str | None]) -> str:
    """Put widgets where comments such as `<!-- plan:overview -->` ask for them.

    Args:
        content: The HTML of a page.
        widget: What makes a widget of its name and its argument, or None where it can't.
    """
    if not _ANY_DIRECTIVE.search(content):
        return content

    def replacement(match: re.Match[str]) -> str:
        written = written_directive(match)
        html = widget(written.name, unescape(written.argument)) if written else None
        return match[0] if html is None else html

    return _DIRECTIVE.sub(replacement, content)


def _under_title(content: str, widget: str) -> str:
    """Put a widget after the page's title; before everything when the page has none."""
    heading = _FIRST_HEADING.search(content)
    title = _TITLE_END.search(content, heading.end()) if heading and heading[1] == "1" else None
    at = title.end() if title else 0
    return f"{content[:at]}\n{widget}{content[at:]}" if widget else content
