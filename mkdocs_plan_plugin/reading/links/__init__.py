"""Read the ids, page names and placeholders of a page."""

from mkdocs_plan_plugin.reading.links.general_names import read_general_names, singles_out
from mkdocs_plan_plugin.reading.links.ids import (
    DEFAULT_ID_RULES,
    STORY,
    IdRules,
    is_requirement,
    key_of,
    own_key,
)
from mkdocs_plan_plugin.reading.links.page_names import (
    announces_pages,
    find_names,
    find_placeholders,
    is_any,
    labels_part,
    plain_line,
    read_names,
    read_placeholders,
)
from mkdocs_plan_plugin.reading.links.references import read_page_ids

__all__ = [
    "DEFAULT_ID_RULES",
    "STORY",
    "IdRules",
    "announces_pages",
    "find_names",
    "find_placeholders",
    "is_any",
    "is_requirement",
    "key_of",
    "labels_part",
    "own_key",
    "plain_line",
    "read_general_names",
    "read_names",
    "read_page_ids",
    "read_placeholders",
    "singles_out",
]
