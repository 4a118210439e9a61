"""Pages that front matter names are part of the plan."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Role
from mkdocs_plan_plugin.planning.portfolio import Portfolio, build_portfolio
from mkdocs_plan_plugin.reading import RoleRules, read_document

PLAN = "# Implementation Plan: Ferries\n\n- [ ] T001 Paint the hull\n"
SPEC = "# Ferries\n\n- **FR-001**: Boats float\n"


def portfolio(**pages: str) -> Portfolio:
    documents = {
        path: read_document(path, text)
        for name, text in pages.items()
        if (path := name.replace("__", "/") + ".md")
    }
    return build_portfolio(documents, RoleRules())


def members(found: Portfolio, path: str) -> dict[str, Role]:
    plan = found.headed_by(path)
    assert plan is not None
    return {member.path: member.role for member in plan.members}


@pytest.mark.parametrize(
    "front",
    [
        "spec: ../notes/ferries.md",
        "spec: notes/ferries.md",
        "spec: docs/notes/ferries.md",
        "specification: ../notes/ferries.md",
        "plan:\n  spec: ../notes/ferries.md",
        "design: [../notes/ferries.md]",
    ],
)
def test_a_plan_names_its_spec(front: str) -> None:
    found = portfolio(boats__plan=f"---\n{front}\n---\n{PLAN}", notes__ferries=SPEC)
    assert members(found, "boats/plan.md") == {"notes/ferries.md": Role.SPEC}
    assert found.roles["notes/ferries.md"] is Role.SPEC


def test_what_is_named_comes_besides_what_is_beside_it() -> None:
    found = portfolio(
        boats__plan=f"---\nspec: ../notes/ferries.md\nresearch: findings.md\n---\n{PLAN}",
        boats__spec="# Spec\n",
        boats__findings="# What we found\n",
        notes__ferries=SPEC,
    )
    assert members(found, "boats/plan.md") == {
        "boats/spec.md": Role.SPEC,
        "notes/ferries.md": Role.SPEC,
        "boats/findings.md": Role.RESEARCH,
    }


def test_a_page_names_its_plan() -> None:
    found = portfolio(
        boats__plan=PLAN, notes__spec="---\nplan: ../boats/plan.md\n---\n# Feature Spec\n"
    )
    assert members(found, "boats/plan.md") == {"notes/spec.md": Role.SPEC}


def test_a_task_list_is_no_plan_of_its_own_then() -> None:
    found = portfolio(
        boats__plan=f"---\ntasks: ../build/tasks.md\n---\n{PLAN}",
        build__tasks="# Tasks: Ferries\n\n- [x] T002 Ring the bell\n",
    )
    assert [plan.path for plan in found.plans] == ["boats/plan.md"]
    assert str(found.plans[0].progress.total) == "2"


@pytest.mark.parametrize("front", ["spec: 3", "spec: done", "spec: https://example.org/a.md"])
def test_other_values_name_nothing(front: str) -> None:
    found = portfolio(boats__plan=f"---\n{front}\n---\n{PLAN}")
    assert members(found, "boats/plan.md") == {}
    assert found.diagnostics == ()


def test_a_name_without_a_page_is_reported() -> None:
    found = portfolio(boats__plan=f"---\ntitle: A\nspec: ../gone.md\n---\n{PLAN}")
    assert members(found, "boats/plan.md") == {}
    assert [(each.line, each.problem) for each in found.diagnostics] == [
        (3, "front matter key 'spec': no page '../gone.md'")
    ]


def test_decisions() -> None:
    found = portfolio(
        boats__plan=PLAN + "\nSee [why](../adr/0002-steel.md) and [why](../adr/0003-oak.md).\n",
        boats__decisions__hull="# Hull\n",
        adr__index="# Decisions\n",
        **{
            "adr__0001-sail": "# Sail\n",
            "adr__0002-steel": "# Steel\n",
            "adr__0003-oak": "# Oak\n",
        },
    )
    own = ("adr/0002-steel.md", "adr/0003-oak.md", "boats/decisions/hull.md")
    assert members(found, "boats/plan.md") == dict.fromkeys(own, Role.DECISION)
    assert "adr/index.md" not in found.roles


def test_a_decision_is_known_to_all_plans() -> None:
    found = portfolio(
        boats__plan=PLAN + "\nSee [why](../adr/0002-steel.md).\n",
        rails__plan="# Implementation Plan: Rails\n\n- [ ] T001 Lay them, by ADR-2\n",
        **{"adr__0002-steel": "# ADR-2: Steel\n"},
    )
    assert members(found, "rails/plan.md") == {}
    targets = found.ids["rails/plan.md"].links
    assert targets["ADR-2"].path == "adr/0002-steel.md"
