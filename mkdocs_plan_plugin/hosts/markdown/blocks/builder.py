"""GitHub's blocks as elements: the parser's events become a tree, and no text is written again.

What only MkDocs knows (see `islands`) stays text, with marks for the elements in it; so do the
paragraphs that another extension may want. The host's own block processors have nothing left to
decide, so they can't misread anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_plan_plugin.hosts.markdown.blocks.host import Host
from mkdocs_plan_plugin.hosts.markdown.blocks.source import SourceText
from mkdocs_plan_plugin.hosts.markdown.blocks.walk import ElementsByLine, HostText, Walk
from mkdocs_plan_plugin.hosts.markdown.boxes import Boxes
from mkdocs_plan_plugin.reading.markdown import (
    DEEPEST,
    INSET,
    MARK,
    Island,
    Syntax,
    content,
    events_of,
    find_islands,
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
        """Build what a text holds; return the text for the host, with marks for elements.

        Args:
            text: Markdown without tabs, its lines ended by newlines.
            first_line: The number of its first line on the page.
            waits: Whether its paragraphs are to stay text.
            depth: How many islands it stands in.
        """
        lines = text.split("\n")
        islands = self._islands(lines, text) if depth < DEEPEST else []
        waits = waits or any(island.syntax in _LEADS_TO_TERM for island in islands)

        def show_island(line: int) -> HostText:
            island = by_line[line]
            joins = island.first > 0 and bool(lines[island.first - 1].strip())
            return self._shown(island, lines, line, depth + 1), joins

        by_line = {first_line + island.first: island for island in islands}
        walk = Walk(
            self._host,
            "\n".join(hide(lines, islands)) if islands else text,
            first_line,
            self._elements,
            waits=waits,
            boxes=self._boxes,
            show_island=show_island if islands else None,
        )
        return walk.run()

    def _islands(self, lines: Sequence[str], text: str) -> list[Island]:
        """The islands that are blocks of their own; others are code, or within HTML."""
        islands = self._host.known(find_islands(lines, text, self._host.has_footnotes))
        while islands:
            seen = {*_marked_lines("\n".join(hide(lines, islands)))}
            blocks = [island for island in islands if island.first in seen]
            if len(blocks) == len(islands):
                break
            islands = blocks
        return islands

    def _shown(self, island: Island, lines: Sequence[str], line: int, depth: int) -> str:
        """The text of an island for the host: its first line, and what it holds below that."""
        if island.is_closed:
            return written(lines, island)
        held = "\n".join(content(lines, island))
        if element := island.element:
            opening, closing = element.opening(lines).lstrip(" "), element.closing(lines)
            below = self.build(held, line, depth=depth)
            return "\n\n".join(part for part in (opening, below, closing) if part)
        head = lines[island.first][island.indent :]
        if island.first == island.last and island.lead is None:
            return head
        waits = island.lead is not None
        first = line + (0 if waits else 1)
        inner = self.build(held, first, waits=waits, depth=depth).split("\n")
        begins = island.lead + inner.pop(0) if island.lead is not None else head
        inset = " " * INSET
        return "\n".join([begins, *(inset + line if line else "" for line in inner)])


def _marked_lines(text: str) -> Iterator[int]:
    """The lines, 0-based, with a mark for an island that is a block of its own."""
    source = SourceText(text, 0)
    html: list[str] = []
    for event, span in events_of(text):
        if "Html" in event:
            html.append(event["Html"])
        elif "Start" in event and event["Start"] == "HtmlBlock":
            html.clear()
        elif "End" in event and event["End"] == "HtmlBlock" and "".join(html).strip() == MARK:
            yield source.line(span["start"])
