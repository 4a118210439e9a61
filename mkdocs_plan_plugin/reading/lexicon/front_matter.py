"""The keys of front matter that the plugin reads, at the top level and below `plan:`."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_plan_plugin.model import Role
from mkdocs_plan_plugin.reading.lexicon.pages import OWNER

ROLE_KEY = "role"
TIMELINE_KEY = "timeline"
TAGS_KEY = "tags"
START_KEYS = ("start", "start_date", "start-date")
END_KEYS = ("end", "end_date", "end-date")
DEADLINE_KEYS = ("deadline", "due", "due_date", "due-date")
PAGE_DATE_KEYS = ("date", "created", "created_date", "created-date", "updated", "updated_date")
"""When the page was written, which tells the year of dates without one."""

PAGE_ROLES: Mapping[str, Role] = {
    **{role.value: role for role in Role if role not in (Role.PLAN, Role.NONE)},
    "specification": Role.SPEC,
    "specs": Role.SPEC,
    "requirements": Role.SPEC,
    "design": Role.SPEC,
    "contracts": Role.CONTRACT,
    "checklists": Role.CHECKLIST,
    "decisions": Role.DECISION,
    "adr": Role.DECISION,
    "adrs": Role.DECISION,
}
"""Keys that name pages of a plan, in lower case with hyphens, and the role of these pages."""

TOP_LEVEL_KEYS = ("id", "lane", "status", "title")
"""Keys that are read at the top level only."""

PLAN_KEYS = (
    *(ROLE_KEY, TIMELINE_KEY, TAGS_KEY),
    *(*START_KEYS, *END_KEYS, *DEADLINE_KEYS),
    *PAGE_ROLES,
    *(word.replace(" ", "-") for word in OWNER),
)
"""Keys that are read below `plan:`."""
_SCHEDULE_KEYS = frozenset((ROLE_KEY, TIMELINE_KEY, *START_KEYS, *END_KEYS, *DEADLINE_KEYS))
_OTHER_KEYS = frozenset(PLAN_KEYS) - _SCHEDULE_KEYS


def is_plan_key(key: str) -> bool:
    """Return whether a key below `plan:` is read; case matters for the role and for dates."""
    return key in _SCHEDULE_KEYS or key.lower().replace("_", "-").replace(" ", "-") in _OTHER_KEYS
