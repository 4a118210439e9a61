"""Render schedules: timeline, roadmap, their axis and arrows."""

from mkdocs_plan_plugin.rendering.schedule.plan_timeline import own_timeline, timeline
from mkdocs_plan_plugin.rendering.schedule.roadmap import roadmap
from mkdocs_plan_plugin.rendering.schedule.timeline import date_range

__all__ = [
    "date_range",
    "own_timeline",
    "roadmap",
    "timeline",
]
