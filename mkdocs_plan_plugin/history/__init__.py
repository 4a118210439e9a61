"""Read the history of tasks from Git: when each appeared, was ticked, unticked or removed."""

from mkdocs_plan_plugin.history.date_changes import DateChange, read_date_changes
from mkdocs_plan_plugin.history.earlier import EarlierTexts
from mkdocs_plan_plugin.history.events import (
    Change,
    FileHistory,
    History,
    NoHistory,
    Reason,
    Step,
    TaskHistory,
)
from mkdocs_plan_plugin.history.reader import read_history

__all__ = [
    "Change",
    "DateChange",
    "EarlierTexts",
    "FileHistory",
    "History",
    "NoHistory",
    "Reason",
    "Step",
    "TaskHistory",
    "read_date_changes",
    "read_history",
]
