"""The folders in which tools keep plans, for the option `sources: auto`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Known(NamedTuple):
    """A tool's folder, and what in it is for readers; nothing said: all of it.

    What a tool keeps there for itself, such as templates and prompts, holds placeholders where
    plans have text.
    """

    folder: str
    parts: tuple[str, ...] = ()


KNOWN = (
    Known("specs"),
    Known("plans"),
    Known(".specify", ("specs", "memory")),
    Known("openspec", ("changes", "specs", "project.md")),
    Known(".kiro", ("specs", "steering")),
    Known("kitty-specs"),
    Known(".spec-workflow", ("specs", "steering", "archive")),
    Known(
        "backlog",
        ("tasks", "completed", "drafts", "archive", "docs", "decisions", "milestones"),
    ),
    Known("docs/superpowers", ("plans", "specs")),
    Known(".planning"),
    Known("conductor"),
    Known(".agent-os", ("specs", "product", "recaps")),
    Known("_bmad-output"),
    Known("PLAN.md"),
    Known("IMPLEMENTATION_PLAN.md"),
)
"""The folders of spec-kit, OpenSpec, Kiro, spec-kitty, spec-workflow, Backlog.md, superpowers,
GSD, conductor, Agent OS and BMAD, and usual names of plans that are written by hand."""


def known_beside(root: Path) -> Iterator[Known]:
    """The known folders that a project has."""
    for known in KNOWN:
        places = [root / known.folder / part for part in known.parts] or [root / known.folder]
        if any(place.exists() for place in places):
            yield known
