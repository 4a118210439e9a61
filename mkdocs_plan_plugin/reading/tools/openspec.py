"""OpenSpec: `changes/name/` with `proposal.md`, `tasks.md`, `design.md`, and changed specs."""

import re
from pathlib import PurePosixPath

from mkdocs_plan_plugin.reading.tools.dialect import Dialect, Folder, below

_BELOW = re.compile(
    r"(?:\A|/)changes/(?:archive/|(?!archive/))[^/]+/(?P<folders>(?:[^/]+/)+)[^/]+\.md\Z"
)


def _climb(path: PurePosixPath) -> int:
    """The pages below a change belong to it: `specs/area/spec.md`, `backend/tasks.md`."""
    below = _BELOW.search(str(path))
    # Another folder called "changes" may hold anything but changed specs.
    is_change = below and ("openspec" in path.parts or below["folders"].startswith("specs/"))
    return below["folders"].count("/") if below and is_change else 0


OPENSPEC = Dialect(
    name="OpenSpec",
    folders=(Folder("openspec", ("changes", "specs", "project.md")),),
    pages=below("openspec", "changes"),
    climb=_climb,
)
