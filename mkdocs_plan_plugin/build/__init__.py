"""One build of a MkDocs site, stage by stage; each is made of the one before, event by event."""

from mkdocs_plan_plugin.build.collector import release
from mkdocs_plan_plugin.build.memory import Memory
from mkdocs_plan_plugin.build.mounts import watch
from mkdocs_plan_plugin.build.planned_site import PlannedSite, plan_site
from mkdocs_plan_plugin.build.rendered_site import RenderedSite, render_site
from mkdocs_plan_plugin.build.rendering_site import RenderingSite, start_rendering
from mkdocs_plan_plugin.build.settings import BuildSettings, build_settings
from mkdocs_plan_plugin.build.setup import prepare_config
from mkdocs_plan_plugin.build.site_files import SiteFiles, collect_files

__all__ = [
    "BuildSettings",
    "Memory",
    "PlannedSite",
    "RenderedSite",
    "RenderingSite",
    "SiteFiles",
    "build_settings",
    "collect_files",
    "plan_site",
    "prepare_config",
    "release",
    "render_site",
    "start_rendering",
    "watch",
]
