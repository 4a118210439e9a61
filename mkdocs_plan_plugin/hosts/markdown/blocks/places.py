"""Replace the marks in the host's text by elements."""

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
    """Replaces a mark at the start of a block, before other processors see it."""

    def __init__(self, parser: BlockParser, host: Host) -> None:
        super().__init__(parser)
        self._host = host

    def test(self, parent: etree.Element, block: str) -> bool:  # noqa: ARG002
        """Return whether a block begins with a mark."""
        return _MARK.match(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Replace the mark; the text after it is a block of its own."""
        block = blocks.pop(0)
        match = _MARK.match(block)
        if not match:  # `test` has seen that there is one
            return
        parent.extend(self._host.place(int(match[1])))
        if block[match.end() :].strip():
            blocks.insert(0, block[match.end() :])


class SplitBlocks(BlockProcessor):
    """Splits a block that no other processor has handled at its marks."""

    def test(self, parent: etree.Element, block: str) -> bool:  # noqa: ARG002
        """Return whether a block contains a mark."""
        return _MARK.search(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:  # noqa: ARG002
        """Split the block at its first mark."""
        block = blocks.pop(0)
        match = _MARK.search(block)
        if match:
            blocks[:0] = [block[: match.start()], block[match.start() :]]


class LeftMarks(Treeprocessor):
    """Replaces marks that an extension has treated as text."""

    def __init__(self, md: Markdown, host: Host) -> None:
        super().__init__(md)
        self._host = host

    def run(self, root: etree.Element) -> None:
        """Process the page if any mark is left."""
        if not self._host.is_lacking:
            return
        for element in list(root.iter()):
            if element.text and _MARK.search(element.text):
                self._fill(element)
            for child in list(element):
                if child.tail and _MARK.search(child.tail):
                    self._fill(element, child)

    def _fill(self, parent: etree.Element, before: etree.Element | None = None) -> None:
        """Insert elements into the text of an element, or into the text after a child."""
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
    """Replaces marks in stashed HTML by the text of their elements."""

    def __init__(self, md: Markdown, host: Host) -> None:
        super().__init__(md)
        self._host = host

    def run(self, text: str) -> str:
        """Process the stashed HTML if any mark is left."""
        if not self._host.is_lacking:
            return text
        return _MARK.sub(lambda mark: self._words(int(mark[1])), text)

    def _words(self, number: int) -> str:
        held = self._host.place(number)
        return escape("\n\n".join("".join(element.itertext()) for element in held), quote=False)


def _set_text(
    parent: etree.Element, before: etree.Element | None, text: str, *, adds: bool = False
) -> None:
    """Set or extend the text at the start of an element, or after a child."""
    if before is None:
        parent.text = (parent.text or "") + text if adds else text
    else:
        before.tail = (before.tail or "") + text if adds else text
