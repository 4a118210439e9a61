"""Let text in braces that is no attribute list stay text."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor

from mkdocs_plan_plugin.reading.markdown import ATTRIBUTE_LIST

_ATTRIBUTES = "attr_list"
# What the processor searches for, by the names that it gives these patterns.
_PATTERNS = {
    "INLINE_RE": re.compile(rf"^{ATTRIBUTE_LIST}"),
    "HEADER_RE": re.compile(rf" +{ATTRIBUTE_LIST} *$"),
    "BLOCK_RE": re.compile(rf"\n *{ATTRIBUTE_LIST} *$"),
}


def keep_text_in_braces(md: Markdown) -> None:
    """Restrict the site's processor of attribute lists, if there is one, to what is one."""
    if _ATTRIBUTES not in md.treeprocessors:
        return
    processor = md.treeprocessors[_ATTRIBUTES]
    if isinstance(processor, AttrListTreeprocessor):
        vars(processor).update(_PATTERNS)
