"""Render the progress of plans: bars, captions, breakdown."""

from mkdocs_plan_plugin.rendering.progress.bars import percent, segments_of
from mkdocs_plan_plugin.rendering.progress.captions import description_of, health_of, plan_segments
from mkdocs_plan_plugin.rendering.progress.phases import inputs_in_headings, phases
from mkdocs_plan_plugin.rendering.progress.plan_bars import inline, progress
from mkdocs_plan_plugin.rendering.progress.summary import (
    inputs_under_title,
    links_under_title,
    under_title,
)

__all__ = [
    "description_of",
    "health_of",
    "inline",
    "inputs_in_headings",
    "inputs_under_title",
    "links_under_title",
    "percent",
    "phases",
    "plan_segments",
    "progress",
    "segments_of",
    "under_title",
]
