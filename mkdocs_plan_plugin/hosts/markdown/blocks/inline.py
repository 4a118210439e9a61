"""Collect the text that consecutive inline events cover, and the check box before it."""

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
        """Extend the text to the end of an event."""
        if self.begin < 0:
            self.begin = span["start"]
        if span["end"] > self.end:
            self.end = span["end"]

    def drop(self) -> None:
        """Discard the collected text."""
        self.begin = self.end = -1

    def take_box(self, ticked: bool, span: Mapping[str, int]) -> None:
        """Store the check box before the text."""
        if self._boxes:
            self._box = ticked
        else:
            self.extend(span)

    @property
    def is_empty(self) -> bool:
        """Whether there is neither text nor a check box."""
        return self.begin < 0 and self._box is None

    def take(self, stack: Sequence[Container]) -> str:
        """Return the text, after its check box if it has one."""
        if self.begin < 0:
            return self.boxed("", stack)
        begin = self._source.begin(self.begin)
        return self.boxed(self.written(begin, self.end, stack[-1].quotes), stack)

    def written(self, start: int, end: int, quotes: int, *, for_host: bool = False) -> str:
        """Return the source between two offsets."""
        if self._host.has_references:
            self._source.find_pairs(start, end)
        source = self._source.for_host if for_host else self._source.written
        text = source(start, end, quotes, self._host.sign)
        self.drop()
        if "<" in text and _ANCHOR.search(text):
            self._host.html.append(text)
        return text

    def boxed(self, text: str, stack: Sequence[Container]) -> str:
        """Add the stored check box before its text."""
        box, self._box = self._box, None
        if box is None or not self._boxes:
            return text
        _mark_as_task(stack)
        html = self._boxes[box]
        if stack[-1].quotes:  # no task of the plan, and not every host shows that it is quoted
            html = html.replace("<input ", "<input data-plan-quoted ")
        return self._host.sign(html) + text


def _mark_as_task(stack: Sequence[Container]) -> None:
    """Add the CSS classes of pymdownx.tasklist to the current item and its list."""
    for container in reversed(stack):
        if container.element.tag in ("li", "ul", "ol"):
            name = "task-list-item" if container.element.tag == "li" else "task-list"
            container.element.set("class", name)
            if name == "task-list":
                return
