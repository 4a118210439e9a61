"""Derive progress from tasks: what counts, phases, stated status, activity."""

from mkdocs_plan_plugin.planning.progress.activity import Past, activity_of, with_actuals
from mkdocs_plan_plugin.planning.progress.counting import (
    DEFAULT_RULES,
    CountRules,
    Nesting,
    count_tasks,
)
from mkdocs_plan_plugin.planning.progress.duplicates import duplicate_tasks
from mkdocs_plan_plugin.planning.progress.malformed import malformed_diagnostics
from mkdocs_plan_plugin.planning.progress.phase_boxes import find_phase_boxes
from mkdocs_plan_plugin.planning.progress.phases import (
    by_section,
    merge_phases,
    phases_of,
    progress_by_section,
    work_by_section,
)
from mkdocs_plan_plugin.planning.progress.stated_status import (
    conflict_diagnostic,
    page_status,
    stated_pages,
    stated_phases,
    status_conflicts,
)

__all__ = [
    "DEFAULT_RULES",
    "CountRules",
    "Nesting",
    "Past",
    "activity_of",
    "by_section",
    "conflict_diagnostic",
    "count_tasks",
    "duplicate_tasks",
    "find_phase_boxes",
    "malformed_diagnostics",
    "merge_phases",
    "page_status",
    "phases_of",
    "progress_by_section",
    "stated_pages",
    "stated_phases",
    "status_conflicts",
    "with_actuals",
    "work_by_section",
]
