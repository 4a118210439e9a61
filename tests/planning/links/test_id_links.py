"""Which ids on which pages become links, and to what."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Category
from mkdocs_plan_plugin.planning.portfolio import Portfolio, build_portfolio
from mkdocs_plan_plugin.reading import RoleRules, read_document

PLAN = "# Implementation Plan: Pay\n"
SPEC = "# Feature Specification: Pay\n\n- **FR-001**: Riders can pay\n- **R1**: It rains\n"


def portfolio(**pages: str) -> Portfolio:
    texts = {f"{name.replace('__', '/')}.md": text for name, text in pages.items()}
    documents = {path: read_document(path, text) for path, text in texts.items()}
    return build_portfolio(documents, RoleRules())


def links(found: Portfolio, page: str) -> dict[str, str]:
    known = found.ids.get(page)
    return {
        key: f"{target.path}#{target.anchor}"
        for key, target in (known.links if known else {}).items()
    }


def test_ids_mean_those_of_their_own_plan() -> None:
    found = portfolio(
        a__plan=PLAN + "\nIt does FR-001.\n",
        a__spec=SPEC,
        b__plan=PLAN + "\nIt does FR-001, and R1.\n",
        b__spec=SPEC,
        c__plan=PLAN + "\nNothing has FR-001.\n",
        c__spec="# Feature Specification: Walk\n",
    )
    assert links(found, "a/plan.md") == {"FR-001": "a/spec.md#fr-001"}
    assert links(found, "b/plan.md") == {"FR-001": "b/spec.md#fr-001", "R1": "b/spec.md#r1"}
    assert links(found, "c/plan.md") == {}


def test_a_table_elsewhere_is_no_definition() -> None:
    table = "\n| Id | Done by |\n|----|---------|\n| FR-001 | T001 |\n"
    found = portfolio(a__plan=PLAN + table, a__spec=SPEC)
    assert links(found, "a/plan.md") == {"FR-001": "a/spec.md#fr-001"}


def test_two_specs_that_define_one_id_are_told() -> None:
    found = portfolio(a__plan=PLAN + "\nIt does FR-001.\n", a__spec=SPEC, a__design=SPEC)
    assert links(found, "a/plan.md") == {}
    (diagnostic,) = [each for each in found.diagnostics if each.category is Category.IDS]
    assert diagnostic.line == 3
    assert "a/design.md:3, a/spec.md:3" in diagnostic.problem


def test_tasks_are_what_their_boxes_are() -> None:
    found = portfolio(
        a__plan=PLAN + "\nT001 comes first, for T002.\n\n| T001 | 2 days |\n",
        a__tasks="# Tasks\n\n| Id | |\n|--|--|\n| T001 | x |\n\n- [ ] T001 Hold\n",
    )
    assert links(found, "a/plan.md") == {"T001": "a/tasks.md#t001"}
    assert links(found, "a/tasks.md") == {"T001": "a/tasks.md#t001"}


def test_decisions_mean_one_thing_in_the_whole_project() -> None:
    found = portfolio(
        a__plan=PLAN + "\nBy ADR-3, and by R9.\n\n- **ADR-4**: just a remark\n\nSee ADR-4.\n",
        decisions="# Decisions\n\n## ADR-3: Cards\n\n## R9: Rain\n",
    )
    assert links(found, "a/plan.md") == {"ADR-3": "decisions.md#adr-3"}


def test_pages_of_no_plan() -> None:
    found = portfolio(
        prd="# Needs\n\n- **FR-1**: Pay\n- **T2**: tier\n\nFR-1 is first, then T2.\n",
        a__plan=PLAN + "\n- [ ] T001 Hold\n",
        a__notes__day="# Day\n\nT001 was hard.\n",
    )
    assert links(found, "prd.md") == {"FR-1": "prd.md#fr-1"}
    assert links(found, "a/notes/day.md") == {"T001": "a/plan.md#t001"}


def test_a_story_list_of_the_project_comes_before_remarks() -> None:
    stories = "# User stories\n\n### US-005: Pay\n"
    found = portfolio(a__plan=PLAN + "\n- **US-005**: soon\n\nSee US-005.\n", stories=stories)
    assert links(found, "a/plan.md") == {"US5": "stories.md#us5"}
