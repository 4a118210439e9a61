"""The text in hand while events come: what inline events cover, and the box before it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mkdocs_plan_plugin.hosts.markdown.blocks.containers import Container
from mkdocs_plan_plugin.hosts.markdown.blocks.host import Host
from mkdocs_plan_plugin.hosts.markdown.blocks.source import SourceText
from mkdocs_plan_plugin.hosts.markdown.boxes import Boxes

_ANCHOR = re.compile(r"<[^<>]*\b(?:id|name)\s*=")


class InlineText:
    """The inline events since the last block.

    Args:
        host: The Markdown instance at work.
        source: What the parser reads.
        boxes: The HTML of an open box and of a ticked one, if there are to be any.

    Attributes:
        begin: Where it begins, in bytes; negative if there is none.
        end: Where it ends.
    """

    def __init__(self, host: Host, source: SourceText, boxes: Boxes | None) -> None:
        self._host = host
        self._source = source
        self._boxes = boxes
        self._box: bool | None = None
        self.begin = self.end = -1

    def extend(self, span: Mapping[str, int]) -> None:
        """Let it reach to the end of this event."""
        if self.begin < 0:
            self.begin = span["start"]
        if span["end"] > self.end:
            self.end = span["end"]

    def drop(self) -> None:
        """Begin anew."""
        self.begin = self.end = -1

    def take_box(self, ticked: bool, span: Mapping[str, int]) -> None:
        """Take the box of a task, which stands before its text."""
        if self._boxes and self._source.has_text_behind(span["end"]):
            self._box = ticked
        else:
            self.extend(span)

    def take(self, stack: Sequence[Container]) -> str:
        """The text, behind its box if it has one."""
        if self.begin < 0:
            return ""
        begin = self._source.begin(self.begin)
        return self.boxed(self.written(begin, self.end, stack[-1].quotes), stack)

    def written(self, start: int, end: int, quotes: int, *, for_host: bool = False) -> str:
        """What was written there."""
        if self._host.has_references:
            self._source.find_pairs(start, end)
        source = self._source.for_host if for_host else self._source.written
        text = source(start, end, quotes, self._host.sign)
        self.drop()
        if "<" in text and _ANCHOR.search(text):
            self._host.html.append(text)
        return text

    def boxed(self, text: str, stack: Sequence[Container]) -> str:
        """Put the box in hand before the text it belongs to."""
        box, self._box = self._box, None
        if box is None or not self._boxes:
            return text
        _mark_as_task(stack)
        html = self._boxes[box]
        if stack[-1].quotes:  # no task of the plan, and not every host shows that it is quoted
            html = html.replace("<input ", "<input data-plan-quoted ")
        return self._host.sign(html) + text


def _mark_as_task(stack: Sequence[Container]) -> None:
    """Give the item in hand and its list the classes of pymdownx.tasklist."""
    for container in reversed(stack):
        if container.element.tag in ("li", "ul", "ol"):
            name = "task-list-item" if container.element.tag == "li" else "task-list"
            container.element.set("class", name)
            if name == "task-list":
                return
