"""Puts elements where their marks stand in the host's text."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
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
        parent.extend(list(self._host.holders[int(match[1])]))
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
