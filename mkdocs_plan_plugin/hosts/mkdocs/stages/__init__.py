"""The stages of a build, each made from the one before."""

from mkdocs_plan_plugin.hosts.mkdocs.stages.planned_site import PlannedSite, plan_site
from mkdocs_plan_plugin.hosts.mkdocs.stages.rendered_site import RenderedSite, render_site
from mkdocs_plan_plugin.hosts.mkdocs.stages.rendering_site import RenderingSite, start_rendering
from mkdocs_plan_plugin.hosts.mkdocs.stages.site_files import SiteFiles, collect_files

__all__ = [
    "PlannedSite",
    "RenderedSite",
    "RenderingSite",
    "SiteFiles",
    "collect_files",
    "plan_site",
    "render_site",
    "start_rendering",
]
