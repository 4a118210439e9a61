"""Shows the boxes of tasks: those that GitHub shows as it does, and all others as boxes too."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Sequence
from html import escape

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_plan_plugin.extension.page import RenderedPage
from mkdocs_plan_plugin.model import Form, Task

_BOX = re.compile(r" *\[([ xX])\] +(?=\S)")
_OTHER = re.compile(r"\[[^\[\]\n]{1,8}\](?:\\?\*)?\s*")
_SYMBOL = re.compile(r"\s*[☐☑☒]\ufe0f?\s*")
_SIGNS = re.compile(r"[\W_]+")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# How much of two texts must agree, and how many tasks may be missing on the page.
_ALIKE = 10
_AHEAD = 20
_ITEM, _LIST = "task-list-item", "task-list"


class BoxProcessor(Treeprocessor):
    """Finds the tasks of a page in its tree, in their order, before links and code are made.

    `found` holds the element of each task that is there, with the number of its permalink in
    the stash, if it has one.
    """

    def __init__(self, md: Markdown, page: RenderedPage) -> None:
        super().__init__(md)
        self._page = page
        self._keys: list[str] = []
        self._at = 0
        self.found: list[tuple[Task, etree.Element, int | None]] = []

    def run(self, root: etree.Element) -> None:
        """Put a box where each task begins."""
        self._keys = [_key(task.text) for task in self._page.tasks]
        classic = self._take_over()
        has_headings = any(task.form is Form.HEADING for task in self._page.tasks)
        rows = [task for task in self._page.tasks if task.form is Form.ROW]
        for parent, element in _parents(root):
            if element.tag == "li":
                self._item(parent, element, classic)
            elif has_headings and element.tag in _HEADINGS:
                self._heading(element)
        if rows:
            self._rows(root, rows)

    def _take_over(self) -> tuple[str, str] | None:
        """Take the place of pymdownx.tasklist, with its settings; None: another one is at work."""
        name = "task-list"
        if name not in self.md.treeprocessors:
            return None
        config = getattr(self.md.treeprocessors[name], "config", None) or {}
        self.md.treeprocessors.deregister(name)
        box = '<input type="checkbox"%s{}/>' % ("" if config.get("clickable_checkbox") else " disabled")
        if config.get("custom_checkbox"):
            control = '<label class="task-list-control">{}<span class="task-list-indicator"></span></label> '
            box = control.format(box)
        else:
            box += " "
        return box.format(""), box.format(" checked")

    # Items

    def _item(self, parent: etree.Element, item: etree.Element, classic: tuple[str, str] | None) -> None:
        holder = item
        if not (item.text and item.text.strip()):
            if not len(item) or item[0].tag != "p" or not item[0].text:
                return
            holder = item[0]
        text = holder.text or ""
        match = _BOX.match(text)
        if match:
            rest = text[match.end() :]
            task = self._next(rest, Form.BOX)
            if classic:
                box = self.md.htmlStash.store(classic[match[1] != " "])
                holder.text = box + rest
                _add_class(item, _ITEM)
                _add_class(parent, _LIST)
        else:
            task = self._other(holder, text)
            if task:
                _add_class(item, _ITEM)
                _add_class(parent, _LIST)
        if task:
            self.found.append((task, item, self._add_link(holder)))

    def _other(self, holder: etree.Element, text: str) -> Task | None:
        """Show a box that GitHub does not."""
        symbol = _SYMBOL.match(text)
        match = symbol or _OTHER.search(text)
        if not match or self._at >= len(self._keys):
            return None
        before, rest = text[: match.start()], text[match.end() :]
        if symbol:
            task = self._next(rest, Form.SYMBOL)
        elif before.strip():
            task = self._next(before + rest, Form.INNER)
        else:
            task = self._next(rest, Form.MARK)
        if task:
            holder.text = f"{self._box(task)}{before}{rest}"
        return task

    def _heading(self, heading: etree.Element) -> None:
        text = heading.text or ""
        match = _OTHER.search(text)
        if not match:
            return
        before, rest = text[: match.start()], text[match.end() :]
        task = self._next(before + rest, Form.HEADING)
        if task:
            heading.text = f"{self._box(task)}{before}{rest}"
            self.found.append((task, heading, None))

    def _rows(self, root: etree.Element, tasks: Sequence[Task]) -> None:
        """Show a box in the status cells of tables that are task lists."""
        waiting = iter(tasks)
        task = next(waiting, None)
        for row in root.iter("tr"):
            if task is None:
                return
            cells = [cell for cell in row if cell.tag == "td"]
            written = _key(" ".join("".join(cell.itertext()) for cell in cells))
            if not cells or not _begins_alike(_key(task.text)[:_ALIKE], written):
                continue
            mark = _key(task.mark)
            status = next((cell for cell in cells if mark and _key(cell.text or "") == mark), cells[0])
            status.text = self._box(task) + (status.text or "")
            self.found.append((task, row, None))
            task = next(waiting, None)

    # Tasks

    def _next(self, text: str, form: Form) -> Task | None:
        """The next task of this form that reads like a text; those before it are not shown."""
        key = _key(text[:200])
        for at in range(self._at, min(self._at + _AHEAD, len(self._keys))):
            task = self._page.tasks[at]
            if task.form is form and _begins_alike(self._keys[at], key):
                self._at = at + 1
                return task
        return None

    def _box(self, task: Task) -> str:
        label = escape(self._page.words(f"box.{task.state}"))
        return self.md.htmlStash.store(
            f'<span class="plan-box" data-plan-extra data-state="{task.state}" role="img"'
            f' aria-label="{label}"></span>'
        )

    def _add_link(self, holder: etree.Element) -> int | None:
        """Leave room for a permalink at the end of a task's text, but before attributes."""
        text = (holder.text or "").rstrip()
        if text.endswith("}"):
            return None
        holder.text = text + self.md.htmlStash.store("")
        return self.md.htmlStash.html_counter - 1


def _parents(root: etree.Element) -> Iterator[tuple[etree.Element, etree.Element]]:
    """Each element that may hold a task with the one around it, in the order of the text."""
    for child in root:
        tag: object = child.tag
        if isinstance(tag, str) and tag != "pre":
            yield root, child
            if len(child):
                yield from _parents(child)


def _key(text: str) -> str:
    """What a text has in common however it is marked up."""
    return _SIGNS.sub("", text).casefold()


def _begins_alike(one: str, other: str) -> bool:
    return one[:_ALIKE] == other[:_ALIKE] or one[:_ALIKE] in other[: 3 * _ALIKE]


def _add_class(element: etree.Element, name: str) -> None:
    names = element.get("class", "").split()
    if name not in names:
        element.set("class", " ".join([*names, name]))
