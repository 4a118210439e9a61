"""Read Markdown into blocks with line numbers, as GitHub does."""

from mkdocs_plan_plugin.reading.markdown.attributes import ATTRIBUTE_LIST
from mkdocs_plan_plugin.reading.markdown.blocks import Blocks, read_blocks
from mkdocs_plan_plugin.reading.markdown.cells import whole_cells
from mkdocs_plan_plugin.reading.markdown.directives import DIRECTIVE, written_directive
from mkdocs_plan_plugin.reading.markdown.encoding import (
    decode,
    normalize_whitespace,
    without_controls,
)
from mkdocs_plan_plugin.reading.markdown.fences import cuts_fences
from mkdocs_plan_plugin.reading.markdown.front_matter import plan_settings, split_front_matter
from mkdocs_plan_plugin.reading.markdown.mkdocs_syntax import (
    DEEPEST,
    EVERY_SYNTAX,
    INDENT,
    MARK,
    MkDocsBlock,
    Syntax,
    content,
    find_mkdocs_blocks,
    flatten,
    hide,
    written,
)
from mkdocs_plan_plugin.reading.markdown.outline import Outline
from mkdocs_plan_plugin.reading.markdown.parser import events_of, line_ends
from mkdocs_plan_plugin.reading.markdown.struck import may_strike, without_struck_parts
from mkdocs_plan_plugin.reading.markdown.tags import (
    open_comment,
    swallowing_tag,
    without_swallowing,
)

__all__ = [
    "ATTRIBUTE_LIST",
    "DEEPEST",
    "DIRECTIVE",
    "EVERY_SYNTAX",
    "INDENT",
    "MARK",
    "Blocks",
    "MkDocsBlock",
    "Outline",
    "Syntax",
    "content",
    "cuts_fences",
    "decode",
    "events_of",
    "find_mkdocs_blocks",
    "flatten",
    "hide",
    "line_ends",
    "may_strike",
    "normalize_whitespace",
    "open_comment",
    "plan_settings",
    "read_blocks",
    "split_front_matter",
    "swallowing_tag",
    "whole_cells",
    "without_controls",
    "without_struck_parts",
    "without_swallowing",
    "written",
    "written_directive",
]
