"""Turn written schedules into rows on an axis: order, dates, conflicts, totals."""

from mkdocs_plan_plugin.planning.schedule.actual_rows import with_actual_rows
from mkdocs_plan_plugin.planning.schedule.calendar import DEFAULT_CALENDAR, Calendar
from mkdocs_plan_plugin.planning.schedule.conflicts import find_invalid_times, stated_days
from mkdocs_plan_plugin.planning.schedule.date_ranges import (
    actual_range,
    phase_ranges,
    planned_range,
)
from mkdocs_plan_plugin.planning.schedule.due import due
from mkdocs_plan_plugin.planning.schedule.groups import main_rows
from mkdocs_plan_plugin.planning.schedule.planned_tasks import (
    PlannedRow,
    planned_rows,
    planned_tasks,
)
from mkdocs_plan_plugin.planning.schedule.roadmap import ORDER, roadmap_of
from mkdocs_plan_plugin.planning.schedule.schedule import schedule_of
from mkdocs_plan_plugin.planning.schedule.task_rows import with_task_rows
from mkdocs_plan_plugin.planning.schedule.today import up_to_today
from mkdocs_plan_plugin.planning.schedule.variance import (
    Variance,
    known_end,
    overdue_days,
    planned_end,
    variance_of,
)

__all__ = [
    "DEFAULT_CALENDAR",
    "ORDER",
    "Calendar",
    "PlannedRow",
    "Variance",
    "actual_range",
    "due",
    "find_invalid_times",
    "known_end",
    "main_rows",
    "overdue_days",
    "phase_ranges",
    "planned_end",
    "planned_range",
    "planned_rows",
    "planned_tasks",
    "roadmap_of",
    "schedule_of",
    "stated_days",
    "up_to_today",
    "variance_of",
    "with_actual_rows",
    "with_task_rows",
]
