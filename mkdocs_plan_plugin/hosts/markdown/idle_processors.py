"""Skips tree processors of the host on pages where they have nothing to do."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

# The known processors by name, with their priority and class.
_KNOWN = {
    "inline": (20, "markdown.treeprocessors.InlineProcessor"),
    "attr_list": (8, "markdown.extensions.attr_list.AttrListTreeprocessor"),
    "unescape": (0, "markdown.treeprocessors.UnescapeTreeprocessor"),
}


class IdleProcessor(Treeprocessor):
    """Wraps a processor and skips it for the tree `idle`; all other attributes are the processor's.

    Args:
        md: The host.
        processor: The processor of the site.
    """

    def __init__(self, md: Markdown, processor: Treeprocessor) -> None:
        super().__init__(md)
        self.processor = processor
        self.idle: etree.Element | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.processor, name)

    def run(self, root: etree.Element, *more: Any) -> etree.Element | None:
        """Run the processor, unless it has nothing to do."""
        return None if root is self.idle else self.processor.run(root, *more)


def skip_idle(md: Markdown, name: str) -> IdleProcessor | None:
    """Wrap a processor of the site; return None if there is none, or its class is unknown."""
    priority, known = _KNOWN[name]
    # The registry has no `get`.
    processor = md.treeprocessors[name] if name in md.treeprocessors else None  # noqa: SIM401
    if processor is None or f"{type(processor).__module__}.{type(processor).__qualname__}" != known:
        return None
    if priority == 0 and [*md.treeprocessors][-1] is not processor:
        return None  # another processor with this priority would run before it
    wrapper = IdleProcessor(md, processor)
    md.treeprocessors.register(wrapper, name, priority)
    return wrapper
