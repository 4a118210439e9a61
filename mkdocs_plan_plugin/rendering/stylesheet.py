"""The style sheet of the widgets, joined from one file per widget."""

from __future__ import annotations

from functools import cache
from pathlib import Path

STYLES = Path(__file__).parents[1] / "styles"

# In cascade order: of two rules with the same specificity, the later one applies.
PARTS = (
    "base/colours",
    "base/text",
    "base/card",
    "base/pills",
    "progress/bars",
    "progress/summary",
    "progress/banner",
    "progress/breakdown",
    "progress/phases",
    "progress/inline",
    "links/coverage",
    "links/matrix",
    "schedule/timeline",
    "schedule/burn_up",
    "base/tables",
    "base/details",
    "base/tasks",
    "site/totals",
    "site/filter",
    "site/overview",
    "site/board",
    "site/lists",
    "site/navigation",
    "media/narrow",
    "media/print",
    "media/contrast",
)


@cache
def stylesheet() -> str:
    """Return the text of the style sheet."""
    return "\n".join((STYLES / f"{part}.css").read_text(encoding="utf-8") for part in PARTS)
