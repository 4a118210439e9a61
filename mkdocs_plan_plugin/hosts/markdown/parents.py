"""The element around each element of a tree, which ElementTree does not know."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator
from functools import cached_property


class Parents:
    """Looks them up; the tree is walked once, and not before the first is asked for.

    Args:
        root: The tree as it is when the first is asked for.
    """

    def __init__(self, root: etree.Element) -> None:
        self._root = root

    @cached_property
    def _parents(self) -> dict[etree.Element, etree.Element]:
        return {child: parent for parent in self._root.iter() for child in parent}

    def of(self, element: etree.Element) -> etree.Element | None:
        """The element around this one; None: it is the root, or not in the tree."""
        return self._parents.get(element)

    def around(self, element: etree.Element) -> Iterator[etree.Element]:
        """The elements around this one, the innermost first."""
        parent = self.of(element)
        while parent is not None:
            yield parent
            parent = self.of(parent)
