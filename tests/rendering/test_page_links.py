"""What links to a plan's pages are called."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Member, Role
from mkdocs_plan_plugin.rendering.localization import Words
from mkdocs_plan_plugin.rendering.page_links import Linker
from tests.rendering.addresses import Addresses


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ({"a/spec.md": "A"}, ["Spec"]),
        ({"a/spec.md": "A", "a/more-spec.md": "B"}, ["Spec: A", "Spec: B"]),
        (
            {"a/requirements.md": "A", "a/design.md": "A", "a/old_design.md": "B"},
            ["Spec: Requirements", "Spec: Design", "Spec: B"],
        ),
        (
            {"a/specs/fast-search/spec.md": "Delta", "a/specs/login/spec.md": "Delta"},
            ["Spec: Fast search", "Spec: Login"],
        ),
        (
            {"a/x/spec.md": "D", "b/x/spec.md": "D"},
            ["Spec: a/x/spec.md", "Spec: b/x/spec.md"],
        ),
    ],
)
def test_pages_of_one_role_have_different_names(pages: dict[str, str], expected: list[str]) -> None:
    members = [Member(Role.SPEC, path, title) for path, title in pages.items()]
    linker = Linker(Words(), Addresses())
    assert [linker.name(member, members) for member in members] == expected
