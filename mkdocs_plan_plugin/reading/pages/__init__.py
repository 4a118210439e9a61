"""Read a page's role, owners and `plan:` settings from its name and front matter."""

from mkdocs_plan_plugin.reading.pages.names import (
    has_role_suffix,
    is_canonical_plan,
    plain,
    slug,
)
from mkdocs_plan_plugin.reading.pages.ownership import read_ownership
from mkdocs_plan_plugin.reading.pages.plan_keys import unknown_plan_keys
from mkdocs_plan_plugin.reading.pages.roles import RoleRules, is_role_name, role_of

__all__ = [
    "RoleRules",
    "has_role_suffix",
    "is_canonical_plan",
    "is_role_name",
    "plain",
    "read_ownership",
    "role_of",
    "slug",
    "unknown_plan_keys",
]
