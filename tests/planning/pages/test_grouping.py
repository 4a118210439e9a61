"""Which pages are one plan."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Role, Severity
from mkdocs_plan_plugin.planning.pages.grouping import group_pages
from mkdocs_plan_plugin.reading.pages import slug

_ROLES = {
    "plan": Role.PLAN,
    "roadmap": Role.PLAN,
    "spec": Role.SPEC,
    "design": Role.SPEC,
    "requirements": Role.SPEC,
    "research": Role.RESEARCH,
    "tasks": Role.TASKS,
    "quickstart": Role.QUICKSTART,
}


def role(path: str) -> Role:
    if "contracts/" in path:
        return Role.CONTRACT
    name = path.removesuffix(".md").rpartition("/")[2].rpartition("-")[2]
    return _ROLES.get(name, Role.PLAN)


def grouped(paths: str) -> dict[str, list[str]]:
    groups, _ = group_pages({path: role(path) for path in paths.split()})
    return {group.head: list(group.members) for group in groups}


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ("a/plan.md a/spec.md a/tasks.md", {"a/plan.md": ["a/spec.md", "a/tasks.md"]}),
        ("a/plan.md b/spec.md", {"a/plan.md": []}),
        ("a/plan.md a/contracts/api.md", {"a/plan.md": ["a/contracts/api.md"]}),
        ("a/tasks.md a/spec.md", {"a/tasks.md": ["a/spec.md"]}),
        ("a/spec.md", {}),
        ("x-plan.md y-plan.md x-spec.md", {"x-plan.md": ["x-spec.md"], "y-plan.md": []}),
        ("plan.md y-plan.md spec.md", {"plan.md": ["spec.md"], "y-plan.md": []}),
        ("x-plan.md y-plan.md z-spec.md", {"x-plan.md": [], "y-plan.md": []}),
        ("x-tasks.md y-tasks.md", {"x-tasks.md": [], "y-tasks.md": []}),
        ("plans/1-x.md specs/1-x-design.md", {"plans/1-x.md": ["specs/1-x-design.md"]}),
        ("plans/1-x.md specs/1-y-design.md", {"plans/1-x.md": []}),
        ("a/plans/x.md b/specs/x-design.md", {"a/plans/x.md": []}),
        (
            "plans/x.md plans/x-plan.md specs/x-design.md",
            {"plans/x-plan.md": [], "plans/x.md": []},
        ),
        ("roadmap.md quickstart.md contracts/a.md", {"roadmap.md": []}),
        ("roadmap.md plan.md quickstart.md", {"plan.md": ["quickstart.md"], "roadmap.md": []}),
        ("roadmap.md spec.md", {"roadmap.md": ["spec.md"]}),
        (
            "openspec/changes/a/x/tasks.md openspec/changes/a/y/tasks.md",
            {"openspec/changes/a/x/tasks.md": ["openspec/changes/a/y/tasks.md"]},
        ),
        (
            "openspec/changes/a/x/tasks.md openspec/changes/a/z-tasks.md"
            " openspec/changes/b/tasks.md",
            {
                "openspec/changes/a/z-tasks.md": ["openspec/changes/a/x/tasks.md"],
                "openspec/changes/b/tasks.md": [],
            },
        ),
        (
            "changes/2026/q1/plan.md changes/2026/q2/plan.md changes/2026/q1/tasks.md",
            {
                "changes/2026/q1/plan.md": ["changes/2026/q1/tasks.md"],
                "changes/2026/q2/plan.md": [],
            },
        ),
        (
            "openspec/changes/archive/a/tasks.md openspec/changes/archive/b/tasks.md",
            {"openspec/changes/archive/a/tasks.md": [], "openspec/changes/archive/b/tasks.md": []},
        ),
    ],
)
def test_groups(paths: str, expected: object) -> None:
    assert grouped(paths) == expected


def test_what_could_belong_to_several_plans_is_noted() -> None:
    paths = ("a/x-plan.md", "a/y-plan.md", "a/requirements.md", "a/quickstart.md")
    groups, (note,) = group_pages({path: role(path) for path in paths})
    assert not any(group.members for group in groups)
    assert (note.path, note.severity) == ("a/requirements.md", Severity.NOTE)
    assert "x-plan.md, y-plan.md" in note.problem


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("plans/2026-05-12-offline.md", "2026-05-12-offline"),
        ("specs/2026-05-12-offline-design.md", "2026-05-12-offline"),
        ("Offline_Implementation_Plan.md", "offline"),
        ("plan.md", "plan"),
        ("plano-leitor.md", "leitor"),
        ("plano-de-implementação-do-leitor.md", "leitor"),
        ("tarefas-do-leitor.md", "leitor"),
        ("plan-offline-spec.md", "offline"),
    ],
)
def test_slug(path: str, expected: str) -> None:
    assert slug(path) == expected


_NAMES = st.sampled_from(
    ["plan", "x-plan", "x-spec", "y-design", "roadmap", "tasks", "x-tasks", "quickstart"]
)
_PATHS = st.tuples(st.sampled_from(["a", "plans", "specs", "a/contracts"]), _NAMES).map("/".join)


@given(st.dictionaries(_PATHS | st.text(min_size=1), st.sampled_from(Role)))
def test_every_page_is_in_one_group_at_most(roles: dict[str, Role]) -> None:
    groups, _ = group_pages(roles)
    pages = [page for group in groups for page in (group.head, *group.members)]
    assert len(pages) == len(set(pages))
    assert set(pages) <= set(roles)
    assert all(
        roles[path] is Role.PLAN or roles[path] is Role.TASKS
        for path in (group.head for group in groups)
    )
