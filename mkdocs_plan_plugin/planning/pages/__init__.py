"""Group pages into plans, and look up pages by name."""

from mkdocs_plan_plugin.planning.pages.folders import among_plans
from mkdocs_plan_plugin.planning.pages.grouping import PlanPages, roles_in
from mkdocs_plan_plugin.planning.pages.joining import find_plan_pages
from mkdocs_plan_plugin.planning.pages.link_paths import (
    fragment_of,
    is_of_machine,
    is_relative,
    line_of,
    path_of,
    plain_name,
    relative,
    split_line,
)
from mkdocs_plan_plugin.planning.pages.ownership import is_archived, ownership_of
from mkdocs_plan_plugin.planning.pages.page_index import PageIndex
from mkdocs_plan_plugin.planning.pages.page_roles import decide_roles
from mkdocs_plan_plugin.planning.pages.selection import Selection, Selector
from mkdocs_plan_plugin.planning.pages.slugs import slugs_of
from mkdocs_plan_plugin.planning.pages.source_map import DOCS, SourceMap
from mkdocs_plan_plugin.planning.pages.titles import from_path, page_title, plan_title

__all__ = [
    "DOCS",
    "PageIndex",
    "PlanPages",
    "Selection",
    "Selector",
    "SourceMap",
    "among_plans",
    "decide_roles",
    "find_plan_pages",
    "fragment_of",
    "from_path",
    "is_archived",
    "is_of_machine",
    "is_relative",
    "line_of",
    "ownership_of",
    "page_title",
    "path_of",
    "plain_name",
    "plan_title",
    "relative",
    "roles_in",
    "slugs_of",
    "split_line",
]
