"""What Git knows of tasks: when each appeared, was ticked, was unticked and was removed."""

from mkdocs_plan_plugin.history.earlier import EarlierTexts
from mkdocs_plan_plugin.history.events import (
    Change,
    Event,
    FileHistory,
    History,
    NoHistory,
    Reason,
    Standing,
    Step,
    TaskHistory,
    standings,
)
from mkdocs_plan_plugin.history.moves import Move, read_moves
from mkdocs_plan_plugin.history.reader import read_history

__all__ = [
    "Change",
    "EarlierTexts",
    "Event",
    "FileHistory",
    "History",
    "Move",
    "NoHistory",
    "Reason",
    "Standing",
    "Step",
    "TaskHistory",
    "read_history",
    "read_moves",
    "standings",
]
