"""OpenSpec: `changes/name/` with `proposal.md`, `tasks.md`, `design.md`, and changed specs."""

import re
from pathlib import PurePosixPath

from mkdocs_plan_plugin.reading.tools.dialect import Dialect, Folder, below

_DELTA = re.compile(r"(?:\A|/)changes/(?:archive/)?[^/]+/specs/[^/]+/[^/]+\.md\Z")


def _climb(path: PurePosixPath) -> int:
    """The changed specs belong to their change: `changes/name/specs/area/spec.md`."""
    return 2 if _DELTA.search(str(path)) else 0


OPENSPEC = Dialect(
    name="OpenSpec",
    folders=(Folder("openspec", ("changes", "specs", "project.md")),),
    pages=below("openspec", "changes"),
    climb=_climb,
)
