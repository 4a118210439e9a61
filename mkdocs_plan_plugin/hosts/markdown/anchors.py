"""Gives every task an id of its own, so that links can lead to it."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_plan_plugin.hosts.markdown.boxes import BoxProcessor
from mkdocs_plan_plugin.hosts.markdown.page import RenderedPage
from mkdocs_plan_plugin.reading.tasks import anchor_of


class TaskAnchors(Treeprocessor):
    """Sets ids when headings have theirs: a task must not take the id of a heading."""

    def __init__(self, md: Markdown, page: RenderedPage, boxes: BoxProcessor) -> None:
        super().__init__(md)
        self._page = page
        self._boxes = boxes
        self.taken: set[str | None] = set()

    def run(self, root: etree.Element) -> None:
        """Set the ids; one that an author has given stays."""
        self.taken = {element.get("id") for element in root.iter()}
        free = _FreeAnchors(self.taken)
        anchors = self._page.task_anchors
        for task, element in self._boxes.found:
            anchor = element.get("id") or free.like(anchor_of(task.text))
            element.set("id", anchor)
            self.taken.add(anchor)
            anchors[task.line] = anchor


class _FreeAnchors:
    """Finds ids that nothing has yet, however many are wanted alike."""

    def __init__(self, taken: set[str | None]) -> None:
        self._taken = taken
        self._numbers: dict[str, int] = {}  # the highest given to each; below it none is free

    def like(self, anchor: str) -> str:
        """The wanted one, or that with the first number that is free."""
        if anchor not in self._taken:
            return anchor
        number = self._numbers.get(anchor, 1) + 1
        while f"{anchor}-{number}" in self._taken:
            number += 1
        self._numbers[anchor] = number
        return f"{anchor}-{number}"
