"""GitHub's blocks as elements of the tree that Python-Markdown makes."""

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
