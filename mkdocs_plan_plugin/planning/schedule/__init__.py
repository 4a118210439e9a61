"""Schedules to rows on an axis: order, dates, checks, totals."""

from mkdocs_plan_plugin.planning.schedule.actual_rows import with_actual_rows
from mkdocs_plan_plugin.planning.schedule.calendar import DEFAULT_CALENDAR, Calendar
from mkdocs_plan_plugin.planning.schedule.checks import wrong_times
from mkdocs_plan_plugin.planning.schedule.date_ranges import actual_extent, planned_extent
from mkdocs_plan_plugin.planning.schedule.roadmap import ORDER, roadmap_of
from mkdocs_plan_plugin.planning.schedule.schedule import schedule_of
from mkdocs_plan_plugin.planning.schedule.task_rows import with_task_rows
from mkdocs_plan_plugin.planning.schedule.variance import Pace, pace_of, planned_end

__all__ = [
    "DEFAULT_CALENDAR",
    "ORDER",
    "Calendar",
    "Pace",
    "actual_extent",
    "pace_of",
    "planned_end",
    "planned_extent",
    "roadmap_of",
    "schedule_of",
    "with_actual_rows",
    "with_task_rows",
    "wrong_times",
]
