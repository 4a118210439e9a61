"""The parents of elements, which ElementTree does not store."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator
from functools import cached_property


class Parents:
    """Looks up parents; the tree is walked once, at the first lookup.

    Args:
        root: The tree. Changes after the first lookup are not seen.
    """

    def __init__(self, root: etree.Element) -> None:
        self._root = root

    @cached_property
    def _parents(self) -> dict[etree.Element, etree.Element]:
        return {child: parent for parent in self._root.iter() for child in parent}

    def of(self, element: etree.Element) -> etree.Element | None:
        """Return the parent of an element; None if it is the root, or not in the tree."""
        return self._parents.get(element)

    def around(self, element: etree.Element) -> Iterator[etree.Element]:
        """Yield the ancestors of an element, the innermost first."""
        parent = self.of(element)
        while parent is not None:
            yield parent
            parent = self.of(parent)
