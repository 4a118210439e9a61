"""Read tasks from blocks: boxes, marks, checks, status tables, phases, stated status."""

from mkdocs_plan_plugin.reading.tasks.boxes import is_legend
from mkdocs_plan_plugin.reading.tasks.checks import CheckRules
from mkdocs_plan_plugin.reading.tasks.marks import StateRules, plain_mark
from mkdocs_plan_plugin.reading.tasks.phases import read_phase_heading
from mkdocs_plan_plugin.reading.tasks.stated_status import (
    heading_state,
    read_phase_rows,
    read_stated_status,
)
from mkdocs_plan_plugin.reading.tasks.status_tables import row_states, status_column
from mkdocs_plan_plugin.reading.tasks.status_words import SIGNS, bare_state, status_state
from mkdocs_plan_plugin.reading.tasks.symbols import SYMBOL
from mkdocs_plan_plugin.reading.tasks.task_ids import anchor_of, is_standard, task_id
from mkdocs_plan_plugin.reading.tasks.tasks import TaskRules, read_tasks, take_boxes

__all__ = [
    "SIGNS",
    "SYMBOL",
    "CheckRules",
    "StateRules",
    "TaskRules",
    "anchor_of",
    "bare_state",
    "heading_state",
    "is_legend",
    "is_standard",
    "plain_mark",
    "read_phase_heading",
    "read_phase_rows",
    "read_stated_status",
    "read_tasks",
    "row_states",
    "status_column",
    "status_state",
    "take_boxes",
    "task_id",
]
