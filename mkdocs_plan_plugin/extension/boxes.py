"""Shows the boxes of tasks: those that GitHub shows as it does, and all others as boxes too."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_plan_plugin.extension.lists import ListProcessor
from mkdocs_plan_plugin.extension.page import RenderedPage
from mkdocs_plan_plugin.model import Form, Table, Task
from mkdocs_plan_plugin.reading.status_tables import name_rows

_BOX = re.compile(r" *\[([ xX])\] +(?=\S)")
_CODE = re.compile(r"(`+).*?\1")
_OTHER = re.compile(r"\[[^\[\]\n]{1,8}\](?:\\?\*)?\s*")
_SYMBOL = re.compile(r"\s*[☐☑☒]\ufe0f?\s*")
_SIGNS = re.compile(r"[\W_]+")
# Where a link leads is no part of its text.
_TARGET = r"(?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\[\]\n]*\])"
_LEADS_TO = re.compile(rf"\]{_TARGET}")
_LINK = re.compile(rf"!?\[([^\[\]\n]*)\]{_TARGET}")
_MARKUP = re.compile(r"<[^<>]*>|[*`\\]")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# What the text of an item may stand in.
_FIRST = _HEADINGS | {"p"}
# How much of two texts must agree, and how many tasks may be missing on the page.
_ALIKE = 10
_AHEAD = 20
_FAR = 200
_TASKLIST = "task-list"
_ITEM, _LIST = "task-list-item", "task-list"


class _Row(NamedTuple):
    """A row of a table of tasks, its cell for the status, and what both say."""

    element: etree.Element
    status: etree.Element
    key: str
    said: str


class BoxProcessor(Treeprocessor):
    """Finds the tasks of a page in its tree, in their order, before links and code are made.

    Args:
        md: The host.
        page: The page in hand.
        lists: The processor that makes its lists, if that is ours.
    """

    def __init__(self, md: Markdown, page: RenderedPage, lists: ListProcessor | None) -> None:
        super().__init__(md)
        self._page = page
        self._lists = lists
        self._classic = _take_over(md)
        self._stashed: dict[bool, str] = {}  # what stands for a box in the text
        self._tasks: Sequence[Task] = ()
        self._at = 0
        self._quoted: set[int] = set()
        self.found: list[tuple[Task, etree.Element]] = []

    def run(self, root: etree.Element) -> None:
        """Put a box where each task begins."""
        quotes = root.iter("blockquote")
        self._quoted = {id(item) for quote in quotes for item in quote.iter("li")}
        forms = {task.form for task in self._page.tasks}
        self._tasks = [task for task in self._page.tasks if task.form is not Form.ROW]
        others = bool(forms & {Form.MARK, Form.INNER, Form.SYMBOL})
        if Form.HEADING in forms:
            self._walk(root, others)
        else:
            for parent, item in self._lists.items if self._lists else _items(root):
                self._item(parent, item, others)
        if Form.ROW in forms:
            self._rows(root, [task for task in self._page.tasks if task.form is Form.ROW])

    def _walk(self, parent: etree.Element, others: bool) -> None:
        """Go through items and headings in the order of the text."""
        for child in parent:
            if child.tag == "li":
                self._item(parent, child, others)
            elif child.tag in _HEADINGS:
                self._heading(child)
            if len(child):
                self._walk(child, others)

    # Items

    def _item(self, parent: etree.Element, item: etree.Element, others: bool) -> None:
        holder = item
        if not item.text or item.text.isspace():
            if not len(item) or item[0].tag not in _FIRST or not item[0].text:
                return
            holder = item[0]
        text = holder.text or ""
        match = _BOX.match(text)
        if match:
            rest = text[match.end() :]
            is_quoted = bool(self._quoted) and id(item) in self._quoted
            if not is_quoted and (task := self._next(rest, Form.BOX)):
                self.found.append((task, item))
            if not self._classic:
                return
            holder.text = self._box(match[1] != " ") + rest
        elif not others or holder.tag in _HEADINGS or not self._other(item, holder, text):
            return
        if self._classic:
            _add_class(item, _ITEM)
            _add_class(parent, _LIST)

    def _box(self, ticked: bool) -> str:
        """What stands for a box; kept once for all boxes alike, for each costs time in the end."""
        if self._classic and ticked not in self._stashed:
            self._stashed[ticked] = self.md.htmlStash.store(self._classic[ticked])
        return self._stashed[ticked]

    def _other(self, item: etree.Element, holder: etree.Element, text: str) -> Task | None:
        """Show a box that GitHub does not."""
        if id(item) in self._quoted:  # said by somebody else, so no task
            return None
        symbol = _SYMBOL.match(text)
        match = symbol or _OTHER.search(text)
        if not match:
            return None
        before, rest = text[: match.start()], text[match.end() :]
        if "~" in match[0] and "~" in _CODE.sub("", rest):  # between two of them it is struck out
            return None
        inner = Form.INNER if before.strip() else Form.MARK
        task = self._next(before + rest, Form.SYMBOL if symbol else inner)
        if task:
            holder.text = f"{self._show(task, item)}{before}{rest}"
        return task

    def _heading(self, heading: etree.Element) -> None:
        text = heading.text or ""
        match = _OTHER.search(text)
        if not match:
            return
        before, rest = text[: match.start()], text[match.end() :]
        task = self._next(before + rest, Form.HEADING)
        if task:
            heading.text = f"{self._show(task, heading)}{before}{rest}"

    def _rows(self, root: etree.Element, tasks: Sequence[Task]) -> None:
        """Show a box in the status cells of tables that are task lists."""
        rows = [row for table in root.iter("table") for row in _task_rows(table)]
        for row, task in _pairs(rows, tasks):
            row.status.text = self._show(task, row.element) + (row.status.text or "")

    # Tasks

    def _next(self, text: str, form: Form) -> Task | None:
        """The next task of this form that reads like a text; those before it are not shown."""
        tasks, at = self._tasks, self._at
        if at < len(tasks) and tasks[at].form is form and text.startswith(tasks[at].text[:_ALIKE]):
            self._at = at + 1
            return tasks[at]
        keys = {_key(text[:_FAR]), _key(_LEADS_TO.sub("", text[: 2 * _FAR])[:_FAR])}
        for number in range(at, min(at + _AHEAD, len(tasks))):
            task = tasks[number]
            wanted = _key(task.text[:_FAR])
            if task.form is form and any(_begins_alike(wanted, key) for key in keys):
                self._at = number + 1
                return task
        return None

    def _show(self, task: Task, element: etree.Element) -> str:
        """Show a box of our own, where GitHub shows none; return what stands for it in the text."""
        self.found.append((task, element))
        label = escape(self._page.words(f"box.{task.state}"))
        return self.md.htmlStash.store(
            f'<span class="plan-box" data-plan-extra data-state="{task.state}" role="img"'
            f' aria-label="{label}"></span>'
        )


def _take_over(md: Markdown) -> tuple[str, str] | None:
    """Take the place of pymdownx.tasklist, with its settings; None: something else is at work.

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


def _items(root: etree.Element) -> Iterator[tuple[etree.Element, etree.Element]]:
    """Each item of a list with the list, in the order of the text."""
    around = {child: parent for parent in root.iter() for child in parent}
    return ((around[item], item) for item in root.iter("li"))


def _task_rows(table: etree.Element) -> Iterator[_Row]:
    """The rows of a table that read like tasks; none when its columns are those of another."""
    rows = [list(row) for row in table.iter("tr")]
    if not rows:
        return
    header, *cells = (tuple(map(_plain, row)) for row in rows)
    found = name_rows(Table(header, tuple(cells), tuple(range(1, len(rows)))))
    if not found:
        return
    elements = list(table.iter("tr"))
    column, named = found
    for text, line in named:
        if column < len(rows[line]):
            status = rows[line][column]
            yield _Row(elements[line], status, _key(text) or text, _said(_plain(status)))


def _pairs(rows: Sequence[_Row], tasks: Sequence[Task]) -> Iterator[tuple[_Row, Task]]:
    """Each row with its task: the one of the same text, or the next that begins and stands so.

    A row that no task is found for says nothing of the others.
    """
    keys = [_key(task.text) or task.text for task in tasks]
    same: dict[str, list[int]] = {}
    for number in reversed(range(len(tasks))):
        same.setdefault(keys[number], []).append(number)
    found = [same[row.key].pop() if same.get(row.key) else None for row in rows]
    rest = sorted(number for numbers in same.values() for number in numbers)
    for row, own in zip(rows, found, strict=True):
        if own is not None:
            yield row, tasks[own]
            continue
        for other in rest[:_AHEAD]:
            if _begins_alike(keys[other], row.key) and _said(tasks[other].mark) == row.said:
                rest.remove(other)
                yield row, tasks[other]
                break


def _plain(cell: etree.Element) -> str:
    """The text of a cell as a reader sees it, nearly: no links, tags and signs of markup."""
    text = _LINK.sub(r"\1", "".join(cell.itertext()))
    return " ".join(_MARKUP.sub("", text).split())


def _said(status: str) -> str:
    """A status however it is marked up; signs count where there is nothing else."""
    return _key(status) or status


def _key(text: str) -> str:
    """What a text has in common however it is marked up."""
    return _SIGNS.sub("", text).casefold()


def _begins_alike(one: str, other: str) -> bool:
    return one[:_ALIKE] == other[:_ALIKE] or one[:_ALIKE] in other[: 3 * _ALIKE]


def _add_class(element: etree.Element, name: str) -> None:
    names = element.get("class")
    if not names:
        element.set("class", name)
    elif names != name and name not in names.split():
        element.set("class", f"{names} {name}")
