"""The files of a build: mounted sources, assets, navigation, languages, exports."""

from mkdocs_plan_plugin.hosts.mkdocs.files.assets import add_style, asset_path, write_assets
from mkdocs_plan_plugin.hosts.mkdocs.files.index import add_index, index_path
from mkdocs_plan_plugin.hosts.mkdocs.files.languages import (
    Languages,
    language_of,
    translations_among,
)
from mkdocs_plan_plugin.hosts.mkdocs.files.mounts import Mounts, watch
from mkdocs_plan_plugin.hosts.mkdocs.files.nav_status import (
    drop_foreign_status,
    set_nav_status,
    set_section_title,
)
from mkdocs_plan_plugin.hosts.mkdocs.files.navigation import PlanNavigation
from mkdocs_plan_plugin.hosts.mkdocs.files.outputs import write_exports
from mkdocs_plan_plugin.hosts.mkdocs.files.real_paths import repetitions

__all__ = [
    "Languages",
    "Mounts",
    "PlanNavigation",
    "add_index",
    "add_style",
    "asset_path",
    "drop_foreign_status",
    "index_path",
    "language_of",
    "repetitions",
    "set_nav_status",
    "set_section_title",
    "translations_among",
    "watch",
    "write_assets",
    "write_exports",
]
