"""Mount files from outside the docs folder into a site."""

from mkdocs_plan_plugin.sources.known import known_beside
from mkdocs_plan_plugin.sources.mount import Mounted, mount_sources
from mkdocs_plan_plugin.sources.problems import Problem
from mkdocs_plan_plugin.sources.root import project_root
from mkdocs_plan_plugin.sources.sources import SourceOptions

__all__ = [
    "Mounted",
    "Problem",
    "SourceOptions",
    "known_beside",
    "mount_sources",
    "project_root",
]
