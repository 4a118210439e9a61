"""Read schedules from front matter, lists, tables, headings, lines and charts."""

from mkdocs_plan_plugin.reading.schedule.front_matter import ScheduleMeta, read_schedule_meta
from mkdocs_plan_plugin.reading.schedule.schedule import read_schedule
from mkdocs_plan_plugin.reading.schedule.section import find_timeline
from mkdocs_plan_plugin.reading.schedule.task_dates import with_task_times

__all__ = [
    "ScheduleMeta",
    "find_timeline",
    "read_schedule",
    "read_schedule_meta",
    "with_task_times",
]
