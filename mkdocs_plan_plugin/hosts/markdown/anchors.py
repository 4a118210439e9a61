"""Give every task an HTML id, so that links can lead to it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_plan_plugin.hosts.markdown.boxes import BoxProcessor
from mkdocs_plan_plugin.hosts.markdown.page import RenderedPage
from mkdocs_plan_plugin.reading.tasks import anchor_of

_ID = re.compile(r"<[a-zA-Z][^<>]*\sid\s*=\s*[\"']?([^\s\"'<>]+)", re.IGNORECASE)


class TaskAnchors(Treeprocessor):
    """Sets the ids of tasks after those of headings, so that no task takes the id of a heading."""

    def __init__(self, md: Markdown, page: RenderedPage, boxes: BoxProcessor) -> None:
        super().__init__(md)
        self._page = page
        self._boxes = boxes
        self.taken: set[str | None] = set()

    def run(self, root: etree.Element) -> None:
        """Set the ids, and keep those that the author has set."""
        self.taken = {element.get("id") for element in root.iter()}
        self.taken.update(_ids_in(self.md.htmlStash.rawHtmlBlocks))
        free = _FreeAnchors(self.taken)
        anchors = self._page.task_anchors
        for task, element in self._boxes.found:
            anchor = element.get("id") or free.like(anchor_of(task.text))
            element.set("id", anchor)
            self.taken.add(anchor)
            anchors[task.line] = anchor


def _ids_in(pieces: Iterable[object]) -> Iterator[str]:
    """Yield the ids that an author has set in HTML."""
    for html in pieces:
        if isinstance(html, str):
            yield from _ID.findall(html)


class _FreeAnchors:
    """Finds unused ids, in constant time even if many equal ones are requested."""

    def __init__(self, taken: set[str | None]) -> None:
        self._taken = taken
        self._numbers: dict[str, int] = {}  # the highest given to each; below it none is free

    def like(self, anchor: str) -> str:
        """Return the requested id, with a number appended if it is already used."""
        if anchor not in self._taken:
            return anchor
        number = self._numbers.get(anchor, 1) + 1
        while f"{anchor}-{number}" in self._taken:
            number += 1
        self._numbers[anchor] = number
        return f"{anchor}-{number}"
