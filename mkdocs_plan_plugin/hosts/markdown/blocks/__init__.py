"""Build the blocks that GitHub shows as elements in the tree of Python-Markdown."""

from mkdocs_plan_plugin.hosts.markdown.blocks.builder import BlockBuilder
from mkdocs_plan_plugin.hosts.markdown.blocks.host import BLOCK_READER, Host, take_blocks_over
from mkdocs_plan_plugin.hosts.markdown.blocks.places import (
    HeldBlocks,
    LastMarks,
    LeftMarks,
    SplitBlocks,
)

__all__ = [
    "BLOCK_READER",
    "BlockBuilder",
    "HeldBlocks",
    "Host",
    "LastMarks",
    "LeftMarks",
    "SplitBlocks",
    "take_blocks_over",
]
