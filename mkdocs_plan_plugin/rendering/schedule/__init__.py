"""When things happen, as HTML: timeline, roadmap, their axis and arrows."""

from mkdocs_plan_plugin.rendering.schedule.plan_timeline import own_timeline, timeline
from mkdocs_plan_plugin.rendering.schedule.roadmap import roadmap
from mkdocs_plan_plugin.rendering.schedule.timeline import extent

__all__ = [
    "extent",
    "own_timeline",
    "roadmap",
    "timeline",
]
