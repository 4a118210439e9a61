"""Links of ids and plans as HTML, with requirement coverage and progress bars."""

from mkdocs_plan_plugin.rendering.links.coverage import covered
from mkdocs_plan_plugin.rendering.links.definitions import title_of
from mkdocs_plan_plugin.rendering.links.id_links import IdLink, link_ids
from mkdocs_plan_plugin.rendering.links.link_bars import add_bars
from mkdocs_plan_plugin.rendering.links.matrix import matrix
from mkdocs_plan_plugin.rendering.links.source_lines import file_url, line_url, with_quoted_path

__all__ = [
    "IdLink",
    "add_bars",
    "covered",
    "file_url",
    "line_url",
    "link_ids",
    "matrix",
    "title_of",
    "with_quoted_path",
]
