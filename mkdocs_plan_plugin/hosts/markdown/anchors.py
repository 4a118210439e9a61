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
        taken = self.taken = {element.get("id") for element in root.iter()}
        anchors = self._page.task_anchors
        for task, element in self._boxes.found:
            anchor = element.get("id") or _free(anchor_of(task.text), taken)
            element.set("id", anchor)
            taken.add(anchor)
            anchors[task.line] = anchor


def _free(anchor: str, taken: set[str | None]) -> str:
    """An id that nothing has yet: the wanted one, or with the first number that is free."""
    if anchor not in taken:
        return anchor
    number = 2
    while f"{anchor}-{number}" in taken:
        number += 1
    return f"{anchor}-{number}"
