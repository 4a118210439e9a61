"""What Zensical needs besides the Markdown extension."""

from mkdocs_plan_plugin.hosts.zensical.dry_run import DryRun, HostSettings

__all__ = [
    "DryRun",
    "HostSettings",
]
