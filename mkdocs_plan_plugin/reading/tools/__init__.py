"""The tools with a layout of plans of their own, each in its own file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath

from mkdocs_plan_plugin.reading.tools.agent_os import AGENT_OS
from mkdocs_plan_plugin.reading.tools.backlog_md import BACKLOG_MD
from mkdocs_plan_plugin.reading.tools.bmad import BMAD
from mkdocs_plan_plugin.reading.tools.conductor import CONDUCTOR
from mkdocs_plan_plugin.reading.tools.dialect import Dialect, Folder
from mkdocs_plan_plugin.reading.tools.gsd import GSD
from mkdocs_plan_plugin.reading.tools.kiro import KIRO
from mkdocs_plan_plugin.reading.tools.openspec import OPENSPEC
from mkdocs_plan_plugin.reading.tools.spec_kit import SPEC_KIT
from mkdocs_plan_plugin.reading.tools.spec_kitty import SPEC_KITTY
from mkdocs_plan_plugin.reading.tools.spec_workflow import SPEC_WORKFLOW
from mkdocs_plan_plugin.reading.tools.superpowers import SUPERPOWERS

__all__ = ["DIALECTS", "Dialect", "Folder", "dialect_of"]

DIALECTS = (
    *(SPEC_KIT, OPENSPEC, KIRO, SPEC_KITTY, SPEC_WORKFLOW, BACKLOG_MD, SUPERPOWERS),
    *(AGENT_OS, GSD, CONDUCTOR, BMAD),  # the folder `planning` is a part of the first as well
)


@lru_cache(maxsize=8192)
def dialect_of(path: PurePosixPath) -> Dialect | None:
    """Return the tool whose folder a page is in, by its path in the repository or on the site."""
    return next((dialect for dialect in DIALECTS if dialect.pages.search(str(path))), None)
