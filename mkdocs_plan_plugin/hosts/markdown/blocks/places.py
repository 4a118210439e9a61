"""Puts elements where their marks stand in the host's text."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from html import escape

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from mkdocs_plan_plugin.hosts.markdown.blocks.host import Host

_MARK = re.compile(rf"{STX}plan:(\d+){ETX}")


class HeldBlocks(BlockProcessor):
    """Puts elements in the place of a mark, before anybody else looks at it."""

    def __init__(self, parser: BlockParser, host: Host) -> None:
        super().__init__(parser)
        self._host = host

    def test(self, parent: etree.Element, block: str) -> bool:  # noqa: ARG002
        """Whether a block begins with a mark."""
        return _MARK.match(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Take the mark; what stands behind it is a block of its own."""
        block = blocks.pop(0)
        match = _MARK.match(block)
        if not match:  # `test` has seen that there is one
            return
        parent.extend(self._host.place(int(match[1])))
        if block[match.end() :].strip():
            blocks.insert(0, block[match.end() :])


class SplitBlocks(BlockProcessor):
    """Parts a block that nobody has taken before the marks in it."""

    def test(self, parent: etree.Element, block: str) -> bool:  # noqa: ARG002
        """Whether there is a mark in a block."""
        return _MARK.search(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:  # noqa: ARG002
        """Part the block at its first mark."""
        block = blocks.pop(0)
        match = _MARK.search(block)
        if match:
            blocks[:0] = [block[: match.start()], block[match.start() :]]


class LeftMarks(Treeprocessor):
    """Puts elements where an extension has taken a mark as text and not as a block."""

    def __init__(self, md: Markdown, host: Host) -> None:
        super().__init__(md)
        self._host = host

    def run(self, root: etree.Element) -> None:
        """Go through the page, if elements are lacking."""
        if not self._host.is_lacking:
            return
        for element in list(root.iter()):
            if element.text and _MARK.search(element.text):
                self._fill(element)
            for child in list(element):
                if child.tail and _MARK.search(child.tail):
                    self._fill(element, child)

    def _fill(self, parent: etree.Element, before: etree.Element | None = None) -> None:
        """Put elements into the text of an element, or into the one behind a child."""
        text = (parent.text if before is None else before.tail) or ""
        first, *others = _MARK.split(text)
        at = 0 if before is None else list(parent).index(before) + 1
        _set_text(parent, before, first)
        for number, behind in zip(others[::2], others[1::2], strict=True):
            held = self._host.place(int(number))
            if len(held) == 1 and held[0].tag == "p":  # a line of text, more likely than not
                text, held = held[0].text or "", list(held[0])
                _set_text(parent, before, text, adds=True)
            parent[at:at] = held
            at += len(held)
            before = held[-1] if held else before
            _set_text(parent, before, behind, adds=True)


class LastMarks(Postprocessor):
    """Puts the words of elements where their marks stand in HTML that is no part of the tree."""

    def __init__(self, md: Markdown, host: Host) -> None:
        super().__init__(md)
        self._host = host

    def run(self, text: str) -> str:
        """Replace the marks, if elements are lacking."""
        if not self._host.is_lacking:
            return text
        return _MARK.sub(lambda mark: self._words(int(mark[1])), text)

    def _words(self, number: int) -> str:
        held = self._host.place(number)
        return escape("\n\n".join("".join(element.itertext()) for element in held), quote=False)


def _set_text(
    parent: etree.Element, before: etree.Element | None, text: str, *, adds: bool = False
) -> None:
    """Set the text that an element begins with, or that stands behind a child, or add to it."""
    if before is None:
        parent.text = (parent.text or "") + text if adds else text
    else:
        before.tail = (before.tail or "") + text if adds else text
