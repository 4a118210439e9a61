"""Whether a plan goes well, and whether its sources have changed since."""

from mkdocs_plan_plugin.planning.health.health import STALLED_DAYS, verdict_on
from mkdocs_plan_plugin.planning.health.outdated import moved_on, outdated_notes

__all__ = [
    "STALLED_DAYS",
    "moved_on",
    "outdated_notes",
    "verdict_on",
]
