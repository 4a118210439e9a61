"""One build of a MkDocs site, event by event."""

from mkdocs_plan_plugin.build.collector import release
from mkdocs_plan_plugin.build.memory import Memory
from mkdocs_plan_plugin.build.mounts import watch
from mkdocs_plan_plugin.build.setup import prepare_config
from mkdocs_plan_plugin.build.site import Site

__all__ = ["Memory", "Site", "prepare_config", "release", "watch"]
