"""One build of a MkDocs site, stage by stage; each is made of the one before, event by event."""

from mkdocs_plan_plugin.hosts.mkdocs.cache import Memory
from mkdocs_plan_plugin.hosts.mkdocs.files.mounts import watch
from mkdocs_plan_plugin.hosts.mkdocs.gc_pause import release
from mkdocs_plan_plugin.hosts.mkdocs.settings import BuildSettings, build_settings
from mkdocs_plan_plugin.hosts.mkdocs.setup import prepare_config
from mkdocs_plan_plugin.hosts.mkdocs.stages.planned_site import PlannedSite, plan_site
from mkdocs_plan_plugin.hosts.mkdocs.stages.rendered_site import RenderedSite, render_site
from mkdocs_plan_plugin.hosts.mkdocs.stages.rendering_site import RenderingSite, start_rendering
from mkdocs_plan_plugin.hosts.mkdocs.stages.site_files import SiteFiles, collect_files

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
