"""The MkDocs host: builds a site in stages, one for each group of plugin events."""

from mkdocs_plan_plugin.hosts.mkdocs.cache import BuildCache
from mkdocs_plan_plugin.hosts.mkdocs.files import add_style, watch
from mkdocs_plan_plugin.hosts.mkdocs.options import PlanConfig
from mkdocs_plan_plugin.hosts.mkdocs.settings import BuildSettings, build_settings
from mkdocs_plan_plugin.hosts.mkdocs.setup import TASK_LISTS, has_task_lists, prepare_config
from mkdocs_plan_plugin.hosts.mkdocs.stages import (
    PlannedSite,
    RenderedSite,
    RenderingSite,
    SiteFiles,
    collect_files,
    plan_site,
    render_site,
    start_rendering,
)

__all__ = [
    "TASK_LISTS",
    "BuildCache",
    "BuildSettings",
    "PlanConfig",
    "PlannedSite",
    "RenderedSite",
    "RenderingSite",
    "SiteFiles",
    "add_style",
    "build_settings",
    "collect_files",
    "has_task_lists",
    "plan_site",
    "prepare_config",
    "render_site",
    "start_rendering",
    "watch",
]
