"""Make schedule entries from rows of any source: times, states, dependencies, milestones."""

from mkdocs_plan_plugin.reading.schedule.rows.dependencies import (
    NO_DEPENDENCIES,
    Dependencies,
    read_sentence,
)
from mkdocs_plan_plugin.reading.schedule.rows.entries import Row, dependencies_of, entries_of
from mkdocs_plan_plugin.reading.schedule.rows.finished import is_done_on
from mkdocs_plan_plugin.reading.schedule.rows.milestones import is_called_milestone
from mkdocs_plan_plugin.reading.schedule.rows.times import Cells, is_known
from mkdocs_plan_plugin.reading.schedule.rows.totals import is_total_name, says_total
from mkdocs_plan_plugin.reading.schedule.rows.unread import (
    is_attempt,
    is_attempt_alone,
    unread_times,
)

__all__ = [
    "NO_DEPENDENCIES",
    "Cells",
    "Dependencies",
    "Row",
    "dependencies_of",
    "entries_of",
    "is_attempt",
    "is_attempt_alone",
    "is_called_milestone",
    "is_done_on",
    "is_known",
    "is_total_name",
    "read_sentence",
    "says_total",
    "unread_times",
]
