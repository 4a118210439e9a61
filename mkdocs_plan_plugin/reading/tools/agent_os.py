"""Agent OS: `.agent-os/specs/DATE-name/` with `spec.md`, `spec-lite.md`, `tasks.md` and folders."""

import re
from pathlib import PurePosixPath

from mkdocs_plan_plugin.model import Document, Role
from mkdocs_plan_plugin.reading.tools.dialect import Dialect, Folder, below

_MORE = re.compile(r"/specs/[^/]+/(?P<folder>planning|sub-specs)/[^/]+\.md\Z")


def _role(path: PurePosixPath, _: Document) -> Role | None:
    if path.name == "spec-lite.md":
        return Role.SPEC
    more = _MORE.search(f"/{path}")
    return Role.SPEC if more and more["folder"] == "sub-specs" else None


def _climb(path: PurePosixPath) -> int:
    return 1 if _MORE.search(f"/{path}") else 0


AGENT_OS = Dialect(
    name="Agent OS",
    folders=(
        Folder(".agent-os", ("specs", "product", "recaps")),
        Folder("agent-os", ("specs", "product")),
    ),
    pages=below(".agent-os", "agent-os"),
    role=_role,
    climb=_climb,
)
