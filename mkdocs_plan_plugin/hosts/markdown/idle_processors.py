"""The host's own work on a page's tree, spared where the page holds nothing for it."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

# Each with its priority and the name of the class that we know.
_KNOWN = {
    "inline": (20, "markdown.treeprocessors.InlineProcessor"),
    "attr_list": (8, "markdown.extensions.attr_list.AttrListTreeprocessor"),
    "unescape": (0, "markdown.treeprocessors.UnescapeTreeprocessor"),
}


class IdleProcessor(Treeprocessor):
    """Hands on every tree but `idle`; whatever else is asked of it, the processor answers.

    Args:
        md: The host.
        processor: The site's own.
    """

    def __init__(self, md: Markdown, processor: Treeprocessor) -> None:
        super().__init__(md)
        self.processor = processor
        self.idle: etree.Element | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.processor, name)

    def run(self, root: etree.Element, *more: Any) -> etree.Element | None:
        """Let the processor do it, if there is anything to do."""
        return None if root is self.idle else self.processor.run(root, *more)


def skip_idle(md: Markdown, name: str) -> IdleProcessor | None:
    """Stand before a processor of the site; None where it has none, or one that we do not know."""
    priority, known = _KNOWN[name]
    # The registry has no `get`.
    found = md.treeprocessors[name] if name in md.treeprocessors else None  # noqa: SIM401
    if found is None or f"{type(found).__module__}.{type(found).__qualname__}" != known:
        return None
    if priority == 0 and [*md.treeprocessors][-1] is not found:
        return None  # another one of this priority would come before it
    spared = IdleProcessor(md, found)
    md.treeprocessors.register(spared, name, priority)
    return spared
