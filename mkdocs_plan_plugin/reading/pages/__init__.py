"""What a page is by its name and front matter: its role, its owners."""

from mkdocs_plan_plugin.reading.pages.ownership import read_ownership
from mkdocs_plan_plugin.reading.pages.roles import RoleRules, is_role_name, role_of

__all__ = [
    "RoleRules",
    "is_role_name",
    "read_ownership",
    "role_of",
]
