"""spec-kitty: `kitty-specs/001-name/` as in spec-kit, and a page for each work package."""

import re
from pathlib import PurePosixPath

from mkdocs_plan_plugin.model import Document, Role
from mkdocs_plan_plugin.reading.tools.dialect import Dialect, Folder

_PACKAGE = re.compile(r"(?:\A|/)tasks/WP\d+[^/]*\.md\Z")


def _role(path: PurePosixPath, _: Document) -> Role | None:
    return Role.WORK_PACKAGE if _PACKAGE.search(str(path)) else None


def _climb(path: PurePosixPath) -> int:
    return 1 if _PACKAGE.search(str(path)) else 0


SPEC_KITTY = Dialect(
    name="spec-kitty",
    folders=(Folder("kitty-specs"),),
    pages=re.compile(r"(?:\A|/)(?:kitty-specs/|tasks/WP\d)"),
    role=_role,
    climb=_climb,
    status_file="status.json",
    event_file="status.events.jsonl",
)
