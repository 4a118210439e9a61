"""Pages without a role that stand among plans."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.planning.pages.folders import among_plans

PARTS = {"specs/a/plan.md", "specs/a/tasks.md", "specs/b/plan.md", "specs/b/spec.md"}


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ({"specs/notes.md"}, {"specs/notes.md"}),
        ({"specs/c/notes.md"}, {"specs/c/notes.md"}),
        ({"specs/a/notes.md"}, {"specs/a/notes.md"}),
        ({"specs/a/x.md", "specs/a/y.md"}, set()),
        ({"index.md"}, {"index.md"}),
        ({"index.md", "guide/a.md", "guide/b.md"}, set()),
        ({f"guide/{n}.md" for n in range(9)} | {"specs/n.md"}, {"specs/n.md"}),
    ],
)
def test_two_thirds_of_a_folder_are_parts_of_plans(others: set[str], found: set[str]) -> None:
    assert among_plans(PARTS | others, PARTS) == found


def test_a_site_without_plans() -> None:
    assert among_plans({"index.md"}, set()) == frozenset()
