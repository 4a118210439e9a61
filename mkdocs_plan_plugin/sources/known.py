"""The usual folders and names of plans, for the option `sources: auto`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs_plan_plugin.reading.tools import DIALECTS, Folder

_BY_HAND = (Folder("plans"), Folder("PLAN.md"), Folder("IMPLEMENTATION_PLAN.md"))
KNOWN = (*(folder for dialect in DIALECTS for folder in dialect.folders), *_BY_HAND)
"""The folders of tools, and the usual names of plans written by hand."""


def known_beside(root: Path) -> Iterator[Folder]:
    """Yield the known folders that exist in a project."""
    for known in KNOWN:
        places = [root / known.path / part for part in known.parts] or [root / known.path]
        if any(place.exists() for place in places):
            yield known
