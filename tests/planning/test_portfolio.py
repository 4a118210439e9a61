"""The plans of a site: which pages are one plan, and what their names lead to."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Role
from mkdocs_plan_plugin.planning.pages.source_map import SourceMap
from mkdocs_plan_plugin.planning.portfolio import Portfolio, build_portfolio
from mkdocs_plan_plugin.reading import RoleRules, read_document
from tests.support.references import CODE, NAME, PLACEHOLDER, led_to

PLAN = "# Implementation Plan: A\n\n- [x] a\n- [ ] b\n"


def portfolio(docs_dir: str = "docs", **pages: str) -> Portfolio:
    """A portfolio of pages given as `folder__name="text"`."""
    paths = {name.replace("__", "/") + ".md": text for name, text in pages.items()}
    documents = {path: read_document(path, text) for path, text in paths.items()}
    return build_portfolio(documents, RoleRules(), SourceMap(docs_dir))


def members(found: Portfolio, number: int = 0) -> list[tuple[str, str]]:
    """The role and path of each page of a plan."""
    return [(member.role.value, member.path) for member in found.plans[number].members]


def problems(found: Portfolio) -> list[str]:
    return [f"{each.path}:{each.line}: {each.problem}" for each in found.diagnostics]


def test_siblings_are_one_plan() -> None:
    found = portfolio(
        a__plan=PLAN, a__spec="# S", a__research="# R", a__tasks="- [ ] t\n", a__other="# O"
    )
    assert members(found) == [
        ("spec", "a/spec.md"),
        ("research", "a/research.md"),
        ("tasks", "a/tasks.md"),
    ]
    assert (found.progress.done, found.progress.total) == (1, 3)
    assert "a/other.md" not in found.plans_of


def test_no_spec_of_its_own_but_a_link_to_one() -> None:
    found = portfolio(a__plan=PLAN + "\nSee [the spec](../b/spec.md).\n", b__spec="# S")
    assert members(found) == [("spec", "b/spec.md")]
    assert [plan.path for plan in found.plans_of["b/spec.md"]] == ["a/plan.md"]


def test_its_own_spec_comes_before_a_link() -> None:
    text = PLAN + "\nUnlike [that one](../b/spec.md).\n"
    assert members(portfolio(a__plan=text, a__spec="# S", b__spec="# S")) == [("spec", "a/spec.md")]


def test_a_link_comes_before_a_name() -> None:
    text = PLAN + "\nSee `b/spec.md` and [this](../c/spec.md).\n"
    assert members(portfolio(a__plan=text, b__spec="#", c__spec="#")) == [("spec", "c/spec.md")]


def test_several_plans_share_a_spec() -> None:
    text = PLAN + "\n[spec](../s/spec.md)\n"
    found = portfolio(a__plan=text, b__plan=text, s__spec="# S")
    assert [plan.path for plan in found.plans_of["s/spec.md"]] == ["a/plan.md", "b/plan.md"]


def test_a_task_list_elsewhere_belongs_to_the_plan_that_links_to_it() -> None:
    found = portfolio(a__plan=PLAN + "\n[tasks](../t/tasks.md)\n", t__tasks="- [ ] t\n")
    assert len(found.plans) == 1
    assert members(found) == [("tasks", "t/tasks.md")]
    assert found.progress.total == 3


def test_a_task_list_that_two_plans_link_to_stays_alone() -> None:
    text = PLAN + "\n[tasks](../t/tasks.md)\n"
    found = portfolio(a__plan=text, b__plan=text, t__tasks="- [ ] t\n")
    assert [plan.path for plan in found.plans] == ["a/plan.md", "b/plan.md", "t/tasks.md"]


def test_an_empty_page_called_tasks_is_no_plan() -> None:
    assert portfolio(a__tasks="# How we track tasks\n").plans == ()


def test_a_spec_alone_is_no_plan() -> None:
    found = portfolio(a__spec="# Feature Specification: A\n")
    assert found.plans == ()
    assert found.roles == {"a/spec.md": Role.SPEC}


def test_names_are_looked_for_beside_the_page_first() -> None:
    found = portfolio(a__plan=PLAN + "\n`spec.md`\n", a__spec="#", spec="#")
    assert led_to(found, "a/plan.md", CODE) == {"spec.md": "a/spec.md"}


def test_names_from_the_root_of_docs_and_of_the_repository() -> None:
    text = PLAN + "\n`b/notes.md`, `/b/notes.md`, `docs/b/notes.md`, `@docs/b/notes.md`\n"
    found = portfolio(a__plan=text, b__notes="#")
    assert set(led_to(found, "a/plan.md", CODE).values()) == {"b/notes.md"}
    assert len(led_to(found, "a/plan.md", CODE)) == 4


def test_the_end_of_a_single_path() -> None:
    found = portfolio(
        a__plan=PLAN + "\n`001-x/notes.md`\n", specs__001x="#", **{"s__001-x__notes": "#"}
    )
    assert led_to(found, "a/plan.md", CODE) == {"001-x/notes.md": "s/001-x/notes.md"}


def test_two_candidates_are_named_and_not_linked() -> None:
    found = portfolio(a__plan=PLAN + "\n`x/spec.md`\n", b__x__spec="#", c__x__spec="#")
    assert not found.references
    assert problems(found) == [
        "a/plan.md:6: `x/spec.md` matches several pages (b/x/spec.md, c/x/spec.md), "
        "so it is not linked"
    ]


def test_a_bare_name_elsewhere_is_no_guess() -> None:
    found = portfolio(a__plan=PLAN + "\n`spec.md` and `README.md`\n", b__spec="#")
    assert not found.references
    # A README is the repository's; a spec is what the reader misses.
    assert problems(found) == [
        "a/plan.md:6: `spec.md` matches no page of the site, so it is not linked"
    ]


def test_a_page_is_not_linked_to_itself() -> None:
    assert not portfolio(a__plan=PLAN + "\nThis `plan.md`.\n").references


def test_placeholders_are_filled_or_noted() -> None:
    text = PLAN + "\n- [Link to specification]\n- [Link to research document]\n- [Link to moon]\n"
    found = portfolio(a__plan=text, a__spec="#")
    assert led_to(found, "a/plan.md", PLACEHOLDER) == {"Link to specification": "a/spec.md"}
    assert problems(found) == [
        "a/plan.md:7: [Link to research document] matches no page of the site, so it is not linked"
    ]


def test_pages_outside_plans_name_pages_as_well() -> None:
    found = portfolio(index="See `a/plan.md`, a/plan.md and `plan.md`\n", a__plan=PLAN)
    assert led_to(found, "index.md", CODE) == {"a/plan.md": "a/plan.md"}
    assert led_to(found, "index.md", NAME) == {"a/plan.md": "a/plan.md"}
