"""Blocks to schedules, whatever they are written in."""

from mkdocs_plan_plugin.reading.schedule.schedule import read_schedule
from mkdocs_plan_plugin.reading.schedule.section import find_timeline
from mkdocs_plan_plugin.reading.schedule.task_dates import with_task_times

__all__ = [
    "find_timeline",
    "read_schedule",
    "with_task_times",
]
