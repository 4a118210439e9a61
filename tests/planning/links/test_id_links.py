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


def test_an_id_defined_by_two_specs_is_reported() -> None:
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


def test_items_that_count_on_a_page_of_no_plan() -> None:
    found = portfolio(
        trial="# Trial\n\n- **V1** (short): cut\n- **V2**: glue\n- **Q7**: why\n\nV2 won, by Q7.\n"
    )
    assert links(found, "trial.md") == {"V2": "trial.md#v2"}


def test_items_that_something_else_defines_too_do_not_count() -> None:
    text = "# Trial\n\n**V1**: cut\n\n- V1 (short): 40%\n- V2 (long): 60%\n\nV1 won, not V2.\n"
    assert links(portfolio(trial=text), "trial.md") == {"V2": "trial.md#v2"}


def test_a_number_that_two_tasks_have_is_no_link() -> None:
    text = "\n- **T2.9**: Cut four legs\n\n## Again\n\n- **T2.9**: Paint it white\n\nAfter T2.9.\n"
    assert links(portfolio(a__plan=PLAN + text), "a/plan.md") == {}
    same = "\n- **T2.9**: Cut four legs\n\n## Again\n\n- **T2.9**: Cut legs (done)\n"
    assert "T2.9" in links(portfolio(a__plan=PLAN + same), "a/plan.md")


def test_numeronyms_are_no_ids() -> None:
    text = "\nIt is A11y.\n\n- **A11y**: labels\n- **I18n**: words\n- **K8s**: none\n"
    assert links(portfolio(a__plan=PLAN + text), "a/plan.md") == {}


def test_a_story_list_of_the_project_comes_before_remarks() -> None:
    stories = "# User stories\n\n### US-005: Pay\n"
    found = portfolio(a__plan=PLAN + "\n- **US-005**: soon\n\nSee US-005.\n", stories=stories)
    assert links(found, "a/plan.md") == {"US5": "stories.md#us5"}


def test_requirements_in_boxes_of_a_spec_define() -> None:
    found = portfolio(
        a__plan=PLAN + "\n- FR-1: in blink.c\n- See FR-1 and FR-2.\n",
        a__spec="# Spec: Pay\n\n- [ ] FR-1: It blinks\n- [ ] **FR-2**: It sleeps\n",
    )
    assert links(found, "a/plan.md") == {"FR-1": "a/spec.md#fr-1", "FR-2": "a/spec.md#fr-2"}


def test_work_in_boxes_does_not_come_before_a_definition() -> None:
    page = PLAN + "\n- [ ] NFR1 - measure it\n\n- NFR1: It is fast\n\nSee NFR1.\n"
    found = portfolio(a__plan=page)
    (target,) = found.ids["a/plan.md"].links.values()
    assert target.definition.line == 5


def test_restarted_numbering_makes_no_links() -> None:
    table = "| Id | Goal |\n|----|------|\n| O1 | {} |\n| O2 | {} |\n\n"
    page = PLAN + "\n" + table.format("Ride", "Walk") + table.format("Sail", "Fly") + "Then O1.\n"
    assert links(portfolio(a__plan=page), "a/plan.md") == {}


def test_a_row_and_a_task_of_different_things_are_no_links() -> None:
    page = PLAN + "\nG9.2 is next.\n\n- **G9.2**: Move suppliers\n- [ ] G9.2 - Paint houses\n"
    assert links(portfolio(a__plan=page), "a/plan.md") == {}


def test_tasks_called_by_number() -> None:
    tasks = "# Tasks\n\n- [ ] 9. Read it\n- [ ] 10. Write it\n  - continue from task 9\n"
    found = portfolio(a__plan=PLAN, a__tasks=tasks)
    assert links(found, "a/tasks.md") == {"Task 9": "a/tasks.md#9"}


def test_tasks_called_by_a_number_with_parts() -> None:
    found = portfolio(
        a__plan=PLAN + "\nAfter Task 1.2 and Task 2.1, but Task 3.1 is twice there.\n",
        a__tasks="# Tasks\n\n- [ ] 1. Cut\n  - [ ] 1.1 Saw\n  - [ ] 1.2 File\n- [ ] 2.1 Glue\n"
        "\n## More\n\n- [ ] 3.1 Dry\n\n## Again\n\n- [ ] 3.1 Wax\n",
    )
    assert links(found, "a/plan.md") == {
        "Task 1.2": "a/tasks.md#1-2",
        "Task 2.1": "a/tasks.md#2-1",
    }


def test_tasks_that_headings_number() -> None:
    found = portfolio(
        a__plan=PLAN + "\n## Tasks\n\n### 1. Cut\n\n### 2. Glue\n\nAfter Task 1, before task 3.\n"
        "\n### 3. Dry\n\n## Notes\n\n### 4. On Task 4\n",
        b__plan=PLAN
        + "\n## Task list\n\n### A\n\n#### 1. Cut\n\n### B\n\n#### 1. Glue\n\nTask 1\n",
    )
    assert links(found, "a/plan.md") == {
        "Task 1": "a/plan.md#task-1",
        "Task 3": "a/plan.md#task-3",
    }
    assert links(found, "b/plan.md") == {}


def test_a_heading_that_begins_with_an_id_comes_before_one_that_names_it_later() -> None:
    text = "\nIt needs G6.\n\n## G6: Print the page\n\n## G7: Bind\n\n## 后来 - G6: 完成\n"
    found = portfolio(a__plan=PLAN + text)
    assert found.ids["a/plan.md"].links["G6"].definition.text == "G6: Print the page"


def test_quarters_are_no_ids() -> None:
    text = "\nMoved to Q2, or H2.\n\n## Q1 2027: Cut\n\n## Q2 2027: Glue\n\n- **H2/2027**: Dry\n"
    assert links(portfolio(a__plan=PLAN + text), "a/plan.md") == {}
    asked = "\nBy Q2.\n\n### Q1: How long?\n\n### Q2: Until 2027?\n"
    assert links(portfolio(a__plan=PLAN + asked), "a/plan.md") == {"Q2": "a/plan.md#q2"}
    dated = "\nBy S2.\n\n## S1 2027-03-01: Cut\n\n## S2 2027-04-01: Glue\n"
    assert links(portfolio(a__plan=PLAN + dated), "a/plan.md") == {"S2": "a/plan.md#s2"}


def test_a_heading_in_the_same_folder_defines_for_pages_without_a_plan() -> None:
    found = portfolio(
        a__index="# Phase\n\nSee M6 and M7.\n",
        a__findings="# Findings\n\n### M6 — It grows\n\n### M7 — It blocks\n",
        b__notes="# Notes\n\nSee M6.\n",
    )
    assert links(found, "a/index.md") == {"M6": "a/findings.md#m6", "M7": "a/findings.md#m7"}
    assert links(found, "b/notes.md") == {}


def test_a_review_does_not_define_what_it_speaks_of() -> None:
    text = PLAN + "\n- **P2.1**: Detailed, good\n\nBegin P2.1.\n"
    assert links(portfolio(reviews__x_plan=text), "reviews/x_plan.md") == {}
    assert links(portfolio(previews__x_plan=text), "previews/x_plan.md") != {}
    table = PLAN + "\n| Id | Issue |\n|--|--|\n| C1 | Slow |\n| C2 | Wrong |\n\nThen C1.\n"
    assert links(portfolio(reviews__x_plan=table), "reviews/x_plan.md") != {}


def test_the_head_of_a_column_is_no_mention_outside_plans() -> None:
    text = "# Course\n\n**HW1: Cut the sail**\n\n**HW2: Fly it**\n\nHand in HW2.\n\n"
    table = "| Goal | HW1 | HW2 |\n|:-----|-----|----:|\n| Fly  |     | x   |\n"
    assert links(portfolio(course=text + table), "course.md") == {"HW2": "course.md#hw2"}
    plan = PLAN + "\n- **C1**: Cut\n- **C2**: Glue\n\n" + table.replace("HW", "C")
    assert list(links(portfolio(a__plan=plan), "a/plan.md")) == ["C1", "C2"]


def test_items_that_begin_with_an_id_do_not_contradict_its_only_heading() -> None:
    text = PLAN + "\nAfter M0.4.\n\n- **M0.4:** paint, then varnish\n\n## M0.4 — Kite tail glued\n"
    found = portfolio(a__plan=text)
    assert found.ids["a/plan.md"].links["M0.4"].definition.text == "M0.4 — Kite tail glued"
    later = portfolio(a__plan=text + "\n## Afterwards - M0.4: another story\n")
    assert later.ids["a/plan.md"].links["M0.4"].definition.text == "M0.4 — Kite tail glued"
    twice = text + "\n## M0.4 — Something else entirely\n"
    assert links(portfolio(a__plan=twice), "a/plan.md") == {}


def test_of_several_definitions_that_in_the_same_folder_is_meant() -> None:
    research = "# Research\n\n- **D-04**: Sew it\n"
    found = portfolio(
        **{
            ".planning__ROADMAP": "# Roadmap\n\n### Phase 1: Cut\n\nD-04.\n\n### Phase 2: Fly\n",
            ".planning__phases__01-cut__01-RESEARCH": research,
            ".planning__phases__01-cut__01-01-PLAN": "# Plan\n\nAs in D-04.\n\n- [ ] Cut\n",
            ".planning__phases__02-fly__02-RESEARCH": research,
            ".planning__phases__03-land__03-01-PLAN": "# Plan\n\nAs in D-04.\n\n- [ ] Land\n",
        }
    )
    target = ".planning/phases/01-cut/01-RESEARCH.md#d-04"
    assert links(found, ".planning/phases/01-cut/01-01-PLAN.md") == {"D-04": target}
    assert links(found, ".planning/ROADMAP.md") == {}
    assert links(found, ".planning/phases/03-land/03-01-PLAN.md") == {}
