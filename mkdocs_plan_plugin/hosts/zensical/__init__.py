"""The Zensical host: builds a site in memory to know what its pages show."""

from mkdocs_plan_plugin.hosts.zensical.dry_run import DryRun, HostSettings

__all__ = [
    "DryRun",
    "HostSettings",
]
