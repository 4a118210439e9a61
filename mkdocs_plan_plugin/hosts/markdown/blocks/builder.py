"""Turn the events of GitHub's parser into a tree of elements, without rewriting any text.

MkDocs-only syntax (see `mkdocs_syntax`) stays text, with marks for the elements in it; so do the
paragraphs that another extension may want. The host's own block processors have nothing left to
decide, so they can't misread anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_plan_plugin.hosts.markdown.blocks.host import Host
from mkdocs_plan_plugin.hosts.markdown.blocks.walk import ElementsByLine, HostText, Walk
from mkdocs_plan_plugin.hosts.markdown.boxes import Boxes
from mkdocs_plan_plugin.reading.markdown import (
    DEEPEST,
    INDENT,
    MkDocsBlock,
    Syntax,
    content,
    find_mkdocs_blocks,
    hide,
    written,
)

_LEADS_TO_TERM = frozenset((Syntax.DEFINITION, Syntax.FOOTNOTE))


class BlockBuilder:
    """Builds the blocks of a page.

    Args:
        host: The Markdown instance at work.
        elements: Filled with items, headings, rows and paragraphs.
        boxes: The HTML of an open box and of a ticked one; None: they stay as they are written.
    """

    def __init__(self, host: Host, elements: ElementsByLine, boxes: Boxes | None = None) -> None:
        self._host = host
        self._boxes = boxes
        self._elements = elements

    def build(self, text: str, first_line: int = 1, *, waits: bool = False, depth: int = 0) -> str:
        """Build the blocks of a text, and return the text for the host, with marks for elements.

        Args:
            text: Markdown without tabs, its lines ended by newlines.
            first_line: The number of its first line on the page.
            waits: Whether its paragraphs are to stay text.
            depth: How many MkDocs blocks it stands in.
        """
        lines = text.split("\n")
        syntaxes = self._host.syntaxes if depth < DEEPEST else ()
        mkdocs_blocks = find_mkdocs_blocks(lines, text, syntaxes)
        waits = waits or any(
            mkdocs_block.syntax in _LEADS_TO_TERM for mkdocs_block in mkdocs_blocks
        )

        def show_mkdocs_block(line: int) -> HostText:
            mkdocs_block = by_line[line]
            joins = mkdocs_block.first > 0 and bool(lines[mkdocs_block.first - 1].strip())
            return self._shown(mkdocs_block, lines, line, depth + 1), joins

        by_line = {first_line + mkdocs_block.first: mkdocs_block for mkdocs_block in mkdocs_blocks}
        walk = Walk(
            self._host,
            "\n".join(hide(lines, mkdocs_blocks)) if mkdocs_blocks else text,
            first_line,
            self._elements,
            waits=waits,
            boxes=self._boxes,
            show_mkdocs_block=show_mkdocs_block if mkdocs_blocks else None,
        )
        return walk.run()

    def _shown(self, mkdocs_block: MkDocsBlock, lines: Sequence[str], line: int, depth: int) -> str:
        """Return the text of a MkDocs block for the host: its first line, and its content below."""
        if mkdocs_block.is_closed:
            return written(lines, mkdocs_block)
        held = "\n".join(content(lines, mkdocs_block))
        if element := mkdocs_block.element:
            opening, closing = element.opening(lines).lstrip(" "), element.closing(lines)
            below = self.build(held, line, depth=depth)
            return "\n\n".join(part for part in (opening, below, closing) if part)
        head = lines[mkdocs_block.first][mkdocs_block.indent :]
        if mkdocs_block.first == mkdocs_block.last and mkdocs_block.lead is None:
            return head
        waits = mkdocs_block.lead is not None
        first = line + (0 if waits else 1)
        inner = self.build(held, first, waits=waits, depth=depth).split("\n")
        begins = mkdocs_block.lead + inner.pop(0) if mkdocs_block.lead is not None else head
        inset = " " * INDENT
        return "\n".join([begins, *(inset + line if line else "" for line in inner)])
