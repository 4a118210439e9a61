"""BMAD: a page for each story, `1.4.story.md`, with `## Tasks / Subtasks`."""

import re
from pathlib import PurePosixPath

from mkdocs_plan_plugin.model import Document, Role
from mkdocs_plan_plugin.reading.tools.dialect import Dialect, Folder

_STORY = re.compile(r"story \d+(?:\.\d+)*\b.*", re.IGNORECASE)


def _role(_: PurePosixPath, document: Document) -> Role | None:
    is_story = _STORY.fullmatch(document.heading)
    return Role.PLAN if is_story and document.tasks else None


BMAD = Dialect(
    name="BMAD",
    folders=(Folder("_bmad-output"),),
    pages=re.compile(r"(?:\A|/)(?:_?bmad-output|stories|implementation-artifacts)/|\.story\.md\Z"),
    role=_role,
)
