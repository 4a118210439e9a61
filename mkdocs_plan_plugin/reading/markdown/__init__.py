"""Markdown to blocks with their lines, as GitHub reads it."""

from mkdocs_plan_plugin.reading.markdown.blocks import Blocks, read_blocks
from mkdocs_plan_plugin.reading.markdown.cells import whole_cells
from mkdocs_plan_plugin.reading.markdown.definitions import unswallow
from mkdocs_plan_plugin.reading.markdown.directives import DIRECTIVE
from mkdocs_plan_plugin.reading.markdown.encoding import decode, normalize_whitespace
from mkdocs_plan_plugin.reading.markdown.front_matter import plan_settings, split_front_matter
from mkdocs_plan_plugin.reading.markdown.mkdocs_syntax import (
    DEEPEST,
    INSET,
    MARK,
    Island,
    Syntax,
    content,
    find_islands,
    flatten,
    hide,
    written,
)
from mkdocs_plan_plugin.reading.markdown.outline import Outline
from mkdocs_plan_plugin.reading.markdown.parser import events_of, line_ends

__all__ = [
    "DEEPEST",
    "DIRECTIVE",
    "INSET",
    "MARK",
    "Blocks",
    "Island",
    "Outline",
    "Syntax",
    "content",
    "decode",
    "events_of",
    "find_islands",
    "flatten",
    "hide",
    "line_ends",
    "normalize_whitespace",
    "plan_settings",
    "read_blocks",
    "split_front_matter",
    "unswallow",
    "whole_cells",
    "written",
]
