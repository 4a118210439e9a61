"""How far a plan is, as HTML: bars, captions, breakdown, burn-up."""

from mkdocs_plan_plugin.rendering.progress.bars import percent, segments_of
from mkdocs_plan_plugin.rendering.progress.burn_up import burn_up_of
from mkdocs_plan_plugin.rendering.progress.captions import description_of, health_of, plan_segments
from mkdocs_plan_plugin.rendering.progress.phases import phases, told_in_headings
from mkdocs_plan_plugin.rendering.progress.plan_bars import inline, progress
from mkdocs_plan_plugin.rendering.progress.summary import (
    linked_under_title,
    told_under_title,
    under_title,
)

__all__ = [
    "burn_up_of",
    "description_of",
    "health_of",
    "inline",
    "linked_under_title",
    "percent",
    "phases",
    "plan_segments",
    "progress",
    "segments_of",
    "told_in_headings",
    "told_under_title",
    "under_title",
]
