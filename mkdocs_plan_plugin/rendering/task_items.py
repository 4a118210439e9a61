"""Complete the tasks in a page's HTML: names of their check boxes for screen readers, permalinks.

Done here and not in the Markdown tree, so that search plugins have less to read.
"""

from __future__ import annotations

import re
from html import escape, unescape

from mkdocs_plan_plugin.reading.tasks import task_id
from mkdocs_plan_plugin.rendering.localization import Words
from mkdocs_plan_plugin.rendering.shortening import shorten

# What begins or ends a block is no part of an item's own text.
_BLOCK = "li|p|ul|ol|dl|div|table|pre|blockquote|section|details|figure|form|hr|h[1-6]"
# The first alternative matches most items.
_ITEM = re.compile(
    r'<li class="(?:task-list-item|(?:[^"]* )?task-list-item(?: [^"]*)?)"(?P<attributes>[^>]*)>'
    r"\s*(?:<p[^>]*>\s*)?(?:<label[^>]*>)?(?P<box><input )?"
    rf"(?P<text>[^<]*(?:<(?!/?(?:{_BLOCK})\b)[^<]*)*)"
)
# The first cell of a table row whose cells contain a check box.
_ROW = re.compile(
    r'<tr id="(?P<id>[^"]+)">\s*<td[^>]*>(?=(?:(?!</?tr\b).)*?<span class="plan-box")'
    r"(?P<text>(?:(?!</?t[dr]\b).)*)",
    re.DOTALL,
)
# Check boxes in HTML that an author wrote into table cells
_WRITTEN_ROW = re.compile(r"<tr\b(?:(?!</?tr\b).)*?<input\b(?:(?!</?tr\b).)*", re.DOTALL)
_WRITTEN_BOX = re.compile(r"""<input(?=[^>]*\stype\s*=\s*["']?checkbox\b)(?P<rest>[^>]*)>""")
_CELL_END = re.compile(r"(?<=</td>)|(?<=</th>)")
_ID = re.compile(r' id="([^"]+)"')
_TAG = re.compile(r"<!--.*?-->|<[^<>]*>?", re.DOTALL)
_CANCELLED = 'data-plan-state="cancelled"'
_SHORT_NAME = 24
_MOST_READ = 2000
"""The beginning of a text is enough for its name, however long a text without an end is."""


def complete_tasks(content: str, words: Words) -> str:
    """Name each check box by its task, and add a permalink behind each task that has an id.

    Args:
        content: The HTML of a page of a plan.
        words: The catalogue.
    """

    def item(match: re.Match[str]) -> str:
        attributes, box, text = match["attributes"], match["box"], match["text"]
        name = _plain(f"{box or ''}{text}")
        start = content[match.start() : match.start("box" if box else "text")]
        if box:
            state = ' data-state="cancelled"' if _CANCELLED in attributes else ""
            start += f'<input class="plan-box"{state} aria-label="{_quoted(shorten(name))}" '
        found = _ID.search(attributes)
        if not found:
            return f"{start}{text}"
        shown = text.rstrip()
        return f"{start}{shown}{_link(found[1], name, words)}{text[len(shown) :]}"

    def row(match: re.Match[str]) -> str:
        return f"{match[0]}{_link(match['id'], _plain(match['text']), words)}"

    content = _ITEM.sub(item, content)
    if "<td" in content and "<input" in content:
        content = _WRITTEN_ROW.sub(_name_boxes, content)
    return _ROW.sub(row, content) if '<tr id="' in content else content


def _name_boxes(row: re.Match[str]) -> str:
    """Name each box in a row by the text of its cell, or else by the row's first text."""
    cells = _CELL_END.split(row[0])
    texts = [_plain(cell) for cell in cells]
    first = next(filter(None, texts), "")

    def named(cell: str, name: str) -> str:
        label = f' aria-label="{_quoted(shorten(name))}"'
        return _WRITTEN_BOX.sub(lambda box: _labelled(box["rest"], label), cell)

    return "".join(
        cell if "<label" in cell else named(cell, text or first)
        for cell, text in zip(cells, texts, strict=True)
    )


def _labelled(rest: str, label: str) -> str:
    look = "" if " class=" in rest else ' class="plan-box"'
    return f"<input{look}{'' if ' aria-label' in rest else label}{rest}>"


def _link(anchor: str, name: str, words: Words) -> str:
    label = words("task-link", name=task_id(name) or shorten(name, _SHORT_NAME))
    return f'<a class="plan-task-link" href="#{anchor}" aria-label="{_quoted(label)}"></a>'


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html[:_MOST_READ])).split())


def _quoted(text: str) -> str:
    """Return a text as the value of an attribute, in ASCII, as one other sign costs memory."""
    text = escape(text)
    return text if text.isascii() else text.encode("ascii", "xmlcharrefreplace").decode("ascii")
