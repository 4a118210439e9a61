"""An element whose blocks are being built, and its text that is left to the host."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from dataclasses import dataclass, field

from mkdocs_plan_plugin.hosts.markdown.blocks.host import Host


@dataclass(slots=True)
class Container:
    """Takes elements and text in order.

    Once text for the host has come, elements wait with it behind marks, since the host may make
    one thing of several blocks, as it does of a tab and the next.

    Args:
        element: What it is in the tree.
        host: The Markdown instance at work.
        quotes: How many quotes it is in, itself counted.
        waits: Whether all is to wait for the host, whatever comes.
    """

    element: etree.Element
    host: Host
    quotes: int = 0
    waits: bool = False
    is_tight: bool = False
    _blocks: list[str] = field(default_factory=list)
    _holder: etree.Element | None = None

    def target(self) -> etree.Element:
        """Return the parent of the next element."""
        if not self.waits:
            return self.element
        if self._holder is None:
            self._holder, mark = self.host.hold()
            self._blocks.append(mark)
        return self._holder

    def add_text(self, text: str) -> None:
        """Add text without an element of its own, such as that of a tight item."""
        self.is_tight = True
        if self.waits:
            self.add_for_host(text)
        elif len(self.element):
            last = self.element[-1]
            last.tail = f"{last.tail or ''}\n{text}"
        else:
            self.element.text = f"{self.element.text}\n{text}" if self.element.text else text

    def add_for_host(self, text: str, *, joins: bool = False) -> None:
        """Add text for the host; with `joins`, without a blank line before it."""
        if joins and self._blocks and self._holder is None:
            self._blocks[-1] += f"\n{text}"
        else:
            self._blocks.append(text)
        self.waits, self._holder = True, None

    def text(self) -> str:
        """Return the text that is left to the host."""
        return "\n\n".join(self._blocks)

    def close(self) -> None:
        """Let the host parse the text that is left to it."""
        if self._blocks:
            self.host.parse(self.element, self.text(), is_tight=self.is_tight)
