"""Read the text of a page into a `Document`."""

from mkdocs_plan_plugin.reading.document import (
    ReadingRules,
    read_body,
    read_document,
    read_sections_and_tasks,
)
from mkdocs_plan_plugin.reading.markdown import decode
from mkdocs_plan_plugin.reading.mission_events import read_mission_events
from mkdocs_plan_plugin.reading.mission_status import (
    MissionStatus,
    read_mission_status,
    with_mission_status,
)
from mkdocs_plan_plugin.reading.names import plain_name, same_name
from mkdocs_plan_plugin.reading.pages import RoleRules, role_of
from mkdocs_plan_plugin.reading.suggestions import did_you_mean
from mkdocs_plan_plugin.reading.tasks import TaskRules

__all__ = [
    "MissionStatus",
    "ReadingRules",
    "RoleRules",
    "TaskRules",
    "decode",
    "did_you_mean",
    "plain_name",
    "read_body",
    "read_document",
    "read_mission_events",
    "read_mission_status",
    "read_sections_and_tasks",
    "role_of",
    "same_name",
    "with_mission_status",
]
