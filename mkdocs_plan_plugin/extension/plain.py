"""A short way for lines that are text and nothing else, of which plans hold most."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor

# Begins with a letter or bold text; no table, and nothing that an extension of these looks for.
_PLAIN = re.compile(r"(?:[^\W\d_]|\*\*(?=\w))[^\n|]*\Z")
_KNOWN = ("markdown.", "pymdownx.", "mkdocs_plan_plugin.")


class PlainTextProcessor(BlockProcessor):
    """Makes a paragraph of a line of plain text, without asking a score of processors before."""

    def test(self, parent: etree.Element, block: str) -> bool:  # noqa: ARG002
        """Whether no known processor takes a block for more than text."""
        return _PLAIN.match(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Let the last of all processors take it."""
        self.parser.blockprocessors["paragraph"].run(parent, blocks)


def knows_all_processors(md: Markdown) -> bool:
    """Whether all processors are Python-Markdown's, PyMdown's or ours; others may want any line."""
    return all(
        type(processor).__module__.startswith(_KNOWN) for processor in md.parser.blockprocessors
    )
