"""Show a check box for each task, including those that GitHub shows as text."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from html import escape

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from mkdocs_plan_plugin.hosts.markdown.page import RenderedPage
from mkdocs_plan_plugin.hosts.markdown.parents import Parents
from mkdocs_plan_plugin.model import Form, State, Task
from mkdocs_plan_plugin.reading.tasks import SYMBOL, status_column

_OTHER = re.compile(r"\[[^\[\]\n]{1,8}\](?:\\?\*)?\s*")
# A box of ours that stands for that on GitHub, or the brackets, where nothing makes boxes of them.
_HELD = re.compile(rf"(?:{STX}wzxhzdk:\d+{ETX}|\[.\])\s*")
# Where a link leads is no part of its text.
_TARGET = r"(?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\[\]\n]*\])"
_LINK = re.compile(rf"!?\[([^\[\]\n]*)\]{_TARGET}")
_MARKUP = re.compile(r"<[^<>]*>|[*`\\]")
# Code or HTML alone.
_STASHED = re.compile(rf"\s*{STX}wzxhzdk:\d+{ETX}\s*")
_BOX = "<input"
_TASKLIST = "task-list"
_STANDS_FOR_BOX = {Form.SYMBOL: SYMBOL, Form.RECORDED: _HELD}
_TAGS = {Form.HEADING: "h", Form.ROW: "tr"}

Boxes = tuple[str, str]
"""The HTML of an open box and of a ticked one."""
_Place = tuple[etree.Element, str]
"""An element, and "text" for the text in it or "tail" for the text behind it."""


class BoxProcessor(Treeprocessor):
    """Finds the tasks of a page by their lines and adds check boxes where GitHub has none.

    Args:
        md: The host.
        page: The page in hand.

    Attributes:
        found: The tasks that are on the page, with their elements.
    """

    def __init__(self, md: Markdown, page: RenderedPage) -> None:
        super().__init__(md)
        self._page = page
        self.found: list[tuple[Task, etree.Element]] = []

    def run(self, root: etree.Element) -> None:
        """Process the tasks before inline Markdown is parsed."""
        parents = Parents(root)
        for task in self._page.tasks:
            element = self._page.elements.get((task.line, _TAGS.get(task.form, "li")))
            if element is None:
                continue
            if task.form is not Form.BOX:
                place = _status(element, parents) if task.form is Form.ROW else _begin(element)
                if place is None:
                    continue
                setattr(*place, self._shown(task, getattr(*place) or ""))
                if task.form is Form.ROW and _has_other_box(element, place[0]):
                    element.set("data-plan-state", task.state)
                if element.tag == "li":
                    _mark_as_task(element, parents)
            elif task.state is State.CANCELLED:  # struck through; the box is GitHub's
                element.set("data-plan-state", task.state)
            self.found.append((task, element))

    def _shown(self, task: Task, text: str) -> str:
        """Return the text of a task with our check box in place of its mark."""
        if task.form is Form.ROW:
            if _BOX in text:  # already
                return text
        else:
            text = _STANDS_FOR_BOX.get(task.form, _OTHER).sub("", text, count=1)
        label = self._page.words(f"box.{task.state}")
        optional = ""
        if task.is_optional:
            label, optional = self._page.words("box.optional", state=label), " data-optional"
        box = self.md.htmlStash.store(
            f'<span class="plan-box" data-plan-extra data-state="{task.state}"{optional} role="img"'
            f' aria-label="{escape(label)}"></span>'
        )
        return box + text


def _begin(element: etree.Element) -> _Place | None:
    """Return where the text of an item or heading begins, such as in its first paragraph."""
    for place in _places(element):
        text = getattr(*place)
        if text and not text.isspace() and not _STASHED.fullmatch(text):
            return place
    return None


def _places(element: etree.Element) -> Iterator[_Place]:
    """Yield the places of text in an element, in order."""
    yield element, "text"
    for child in element:
        yield from _places(child)
        yield child, "tail"


def _mark_as_task(item: etree.Element, parents: Parents) -> None:
    """Add the CSS classes of pymdownx.tasklist to an item and its list."""
    _add_class(item, "task-list-item")
    if (parent := parents.of(item)) is not None:
        _add_class(parent, "task-list")


def _status(row: etree.Element, parents: Parents) -> _Place | None:
    """Return the place of the status in a row of a table of tasks, or None."""
    table = next((each for each in parents.around(row) if each.tag == "table"), None)
    header = next(table.iter("tr"), None) if table is not None else None
    column = None if header is None else status_column([_plain(cell) for cell in header])
    return (row[column], "text") if column is not None and column < len(row) else None


def _has_other_box(row: etree.Element, status: etree.Element) -> bool:
    """Whether a cell beside the status holds a check box, which is not that of the task."""
    return any(_BOX in (cell.text or "") for cell in row if cell is not status)


def take_boxes_over(md: Markdown) -> Boxes | None:
    """Replace pymdownx.tasklist and keep its settings; return None if the site does not use it.

    Returns:
        The HTML of an open box and of a ticked one.
    """
    if _TASKLIST not in md.treeprocessors:
        return None
    config = getattr(md.treeprocessors[_TASKLIST], "config", None) or {}
    md.treeprocessors.deregister(_TASKLIST)
    box = '<input type="checkbox"{}{}/>'
    if config.get("custom_checkbox"):
        indicator = '<span class="task-list-indicator"></span>'
        box = f'<label class="task-list-control">{box}{indicator}</label>'
    disabled = "" if config.get("clickable_checkbox") else " disabled"
    return f"{box} ".format(disabled, ""), f"{box} ".format(disabled, " checked")


def _plain(cell: etree.Element) -> str:
    """Return roughly the visible text of a cell, without links, tags and markup."""
    text = _LINK.sub(r"\1", "".join(cell.itertext()))
    return " ".join(_MARKUP.sub("", text).split())


def _add_class(element: etree.Element, name: str) -> None:
    names = element.get("class")
    if not names:
        element.set("class", name)
    elif names != name and name not in names.split():
        element.set("class", f"{names} {name}")
