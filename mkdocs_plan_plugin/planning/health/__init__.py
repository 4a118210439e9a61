"""Assess whether a plan is on track, and find sources that have changed since it was written."""

from mkdocs_plan_plugin.planning.health.health import STALLED_DAYS, assess_health
from mkdocs_plan_plugin.planning.health.outdated import outdated_diagnostics, outdated_sources

__all__ = [
    "STALLED_DAYS",
    "assess_health",
    "outdated_diagnostics",
    "outdated_sources",
]
