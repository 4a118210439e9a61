"""Markdown as GitHub reads it to Markdown that Python-Markdown reads the same way.

Only white space and backslashes change: what stands in an item is indented by four columns a
level, blank lines part blocks that Python-Markdown would run together, and text that it would
take for a heading, item or link definition is escaped. In a quote a blank line has the quote's
sign. Doing it twice changes nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_plan_plugin.model import NormalizedText, RawBlock
from mkdocs_plan_plugin.reading import islands as dialect
from mkdocs_plan_plugin.reading.block_writer import BlockWriter
from mkdocs_plan_plugin.reading.blocks import read_layout
from mkdocs_plan_plugin.reading.layout import Block, Kind, line_ends

_BLANK = re.compile(r"(?<=\n) +\n")
_TAB = 4


def even(text: str) -> str:
    """Even line ends, tabs and blank lines, as Python-Markdown does before all else."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in text:
        text = text.expandtabs(_TAB)
    return _BLANK.sub("\n", text) if " \n" in text else text


@dataclass(frozen=True, slots=True)
class Opened:
    """A text that has been read already: its islands, itself with them opened, its blocks."""

    islands: Sequence[dialect.Island]
    flat: str
    layout: Sequence[Block]


def normalize(text: str, known: Opened | None = None) -> NormalizedText:
    """Normalise a text.

    Args:
        text: Markdown, evened (see `even`).
        known: What is known of it, if it has been read.
    """
    lines = text.split("\n")
    islands = dialect.find_islands(lines, text) if known is None else known.islands
    if not islands:
        return BlockWriter(text).write(read_layout(text) if known is None else known.layout)
    parted = _part_layout(known) if known else None
    if known and parted:
        outer = BlockWriter(known.flat, {island.first: island.last for island in islands})
        found = _show(outer.write(parted[0]), lines, islands, parted[1])
        if found.text:
            return found
    found = _hide_and_show(lines, islands)
    if found.text:
        return found
    found = _hide_and_show(lines, _outside_code(lines, islands))
    return found if found.text else BlockWriter(text).write(read_layout(text))


def _hide_and_show(lines: Sequence[str], islands: Sequence[dialect.Island]) -> NormalizedText:
    hidden = "\n".join(dialect.hide(lines, islands))
    return _show(BlockWriter(hidden).write(read_layout(hidden)), lines, islands, None)


def _outside_code(lines: Sequence[str], islands: Sequence[dialect.Island]) -> list[dialect.Island]:
    """The islands that are none because they stand in code are left out."""
    hidden = "\n".join(dialect.hide(lines, islands))
    ends = line_ends(hidden)
    code = {
        line
        for kind, start, end in read_layout(hidden)
        if kind in (Kind.FENCE, Kind.CODE)
        for line in range(bisect_right(ends, start), bisect_right(ends, end - 1) + 1)
    }
    return [island for island in islands if island.first not in code]


_Parted = tuple[list[Block], list[list[Block]]]


def _part_layout(known: Opened) -> _Parted | None:
    """Part the blocks of an opened text into those around its islands and those in each.

    None where that can't be: an island in an item or in another one, or a block that goes on
    behind its island.
    """
    flat, layout, islands = known.flat, known.layout, known.islands
    lines = flat.split("\n")
    marks = sum(line.endswith(dialect.MARK) for line in lines)
    if marks != len(islands) or any(island.indent or island.lead for island in islands):
        return None
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode()) + 1)
    outer: list[Block] = []
    inner: list[list[Block]] = []
    at = 0
    for island in islands:
        begin, limit = starts[island.first + 1], starts[island.last + 1]
        after = island.last + 1
        while after < len(lines) and not lines[after]:
            after += 1
        own: list[Block] = []
        while at < len(layout) and layout[at][1] < begin:
            outer.append(layout[at])
            at += 1
        while at < len(layout) and layout[at][1] < limit:
            kind, start, end = layout[at]
            if end > starts[after]:
                return None
            own.append((kind, start - begin, min(end, limit - 1) - begin if end >= 0 else end))
            at += 1
        inner.append(own)
    return [*outer, *layout[at:]], inner


def _show(
    outer: NormalizedText,
    lines: Sequence[str],
    islands: Sequence[dialect.Island],
    layouts: Sequence[Sequence[Block]] | None,
) -> NormalizedText:
    """Put islands back, their content normalised, where marks stand for them.

    Nothing is returned where a mark is lost, as in indented code.
    """
    shown = outer.text.split("\n")
    marks = [block for block in outer.raw if shown[block.first].endswith(dialect.MARK)]
    if len(marks) != len(islands):
        return NormalizedText()
    own = iter(range(len(islands)))
    out: list[str] = []
    raw: list[RawBlock] = []
    at = 0
    for block in outer.raw:
        out += shown[at : block.first]
        at = block.first
        if not shown[at].endswith(dialect.MARK):
            raw.append(block._replace(first=len(out), last=len(out) + block.last - at))
            continue
        number = next(own)
        island = islands[number]
        content = "\n".join(dialect.content(lines, island))
        inner = (
            normalize(content)
            if layouts is None
            else normalize(content, Opened((), content, layouts[number]))
        )
        head = lines[island.first][island.indent :]
        inset = block.inset + " " * _TAB
        held = inner.text.split("\n") if inner.text or island.lead is not None else []
        first = block.prefix + (head if island.lead is None else island.lead + held.pop(0))
        start = len(out) + (island.lead is None)
        raw += [_moved(nested, start, inset) for nested in inner.raw]
        out += [first, *(inset + line if line else inset.rstrip() for line in held)]
        # The blank lines of the mark stand for the content, but for those after its end.
        at = block.first + 1 + island.last - island.first
    return NormalizedText("\n".join([*out, *shown[at:]]), tuple(raw))


def _moved(block: RawBlock, lines: int, inset: str) -> RawBlock:
    return block._replace(
        first=block.first + lines,
        last=block.last + lines,
        prefix=inset + block.prefix,
        inset=inset + block.inset,
    )
