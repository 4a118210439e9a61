"""Find the page role that a link placeholder such as `[Link to specification]` asks for."""

from __future__ import annotations

import re

from mkdocs_plan_plugin.model import Role

_PLACEHOLDER = re.compile(r"link to (?:the |a )?(?P<what>[a-z. -]+?)(?: (?:document|page|file)s?)?")
_NAMED_ROLES = {
    "spec": Role.SPEC,
    "specification": Role.SPEC,
    "feature spec": Role.SPEC,
    "feature specification": Role.SPEC,
    "requirements": Role.SPEC,
    "design": Role.SPEC,
    "research": Role.RESEARCH,
    "tasks": Role.TASKS,
    "task list": Role.TASKS,
    "spec.md": Role.SPEC,
    "data model": Role.DATA_MODEL,
    "quickstart": Role.QUICKSTART,
    "plan": Role.PLAN,
    "implementation plan": Role.PLAN,
}


def placeholder_role(text: str) -> Role | None:
    """Return the role that `Link to specification` asks for, or None."""
    if text.strip().lower() == "link":  # read only after "Spec:"
        return Role.SPEC
    match = _PLACEHOLDER.fullmatch(text.strip().lower())
    return _NAMED_ROLES.get(match["what"]) if match else None
