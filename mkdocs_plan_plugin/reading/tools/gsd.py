"""GSD: `.planning/ROADMAP.md`, a page of work for each plan of a phase, and earlier roadmaps."""

import re
from pathlib import PurePosixPath

from mkdocs_plan_plugin.model import Document, Role
from mkdocs_plan_plugin.reading.tools.dialect import Dialect, Folder

_PHASE_PAGE = re.compile(r"(?:\A|/)phases/[^/]+/\d+(?:\.\d+)?-[^/]+\.md\Z")
_ROLES = (
    (re.compile(r"\d+(?:\.\d+)?-\d+-PLAN\.md"), Role.WORK_PACKAGE),
    (re.compile(r"\d+(?:\.\d+)?-RESEARCH\.md"), Role.RESEARCH),
)


def _role(path: PurePosixPath, _: Document) -> Role | None:
    return next((role for pattern, role in _ROLES if pattern.fullmatch(path.name)), None)


def _climb(path: PurePosixPath) -> int:
    """Pages of phases belong to the roadmap: `phases/01-name/01-02-PLAN.md`."""
    return 2 if _PHASE_PAGE.search(str(path)) else 0


def _is_archived(path: PurePosixPath) -> bool:
    """The roadmaps of past milestones repeat the main roadmap."""
    return path.parent.name == "milestones"


GSD = Dialect(
    name="GSD",
    folders=(Folder(".planning"),),
    pages=re.compile(r"(?:\A|/)\.?planning/(?!requirements\.md)"),
    role=_role,
    climb=_climb,
    is_archived=_is_archived,
)
