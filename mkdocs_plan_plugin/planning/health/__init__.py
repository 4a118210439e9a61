"""Whether a plan goes well, and whether its sources have changed since."""

from mkdocs_plan_plugin.planning.health.health import STALLED_DAYS, assess_health
from mkdocs_plan_plugin.planning.health.outdated import outdated_diagnostics, outdated_sources

__all__ = [
    "STALLED_DAYS",
    "assess_health",
    "outdated_diagnostics",
    "outdated_sources",
]
