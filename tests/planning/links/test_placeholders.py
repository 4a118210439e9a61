"""What a placeholder for a link asks for."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Role
from mkdocs_plan_plugin.planning.links.placeholders import placeholder_role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Link to specification", Role.SPEC),
        ("link to the research document", Role.RESEARCH),
        ("Link to data model page", Role.DATA_MODEL),
        ("Link to design docs", None),
        ("Link to the moon", None),
        ("specification", None),
    ],
)
def test_placeholders(text: str, role: Role | None) -> None:
    assert placeholder_role(text) is role
