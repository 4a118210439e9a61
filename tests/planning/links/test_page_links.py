"""Which names and links lead to which pages, and who mentions whom."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Category, Location
from mkdocs_plan_plugin.planning.links.resolved import ReferenceState
from mkdocs_plan_plugin.planning.portfolio import Portfolio, build_portfolio
from mkdocs_plan_plugin.reading import RoleRules, read_document
from tests.support.references import CODE, LINK, NAME, led_to

PLAN = "# Implementation Plan: Pay\n\n"
SPEC = "# Feature Specification: Pay\n\n## Goal and aim\n"


def portfolio(files: tuple[str, ...] = (), **pages: str) -> Portfolio:
    texts = {f"{name.replace('__', '/')}.md": text for name, text in pages.items()}
    documents = {path: read_document(path, text) for path, text in texts.items()}
    return build_portfolio(documents, RoleRules(), exists=set(files).__contains__)


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("spec.md", "s/a/spec.md"),
        ("spec.md#goal-and-aim", "s/a/spec.md#goal-and-aim"),
        ("spec.md#goal", "s/a/spec.md#goal"),
        ("spec.md#nothing", "s/a/spec.md"),
        ("spec.md:12", "s/a/spec.md"),
        ("@docs/s/a/spec.md", "s/a/spec.md"),
        ("/s/a/spec.md", "s/a/spec.md"),
        ("lonely.md", "notes/lonely.md"),
        ("notes/lonely.md", "notes/lonely.md"),
        ("s/b/", "s/b/plan.md"),
    ],
)
def test_names(written: str, target: str) -> None:
    found = portfolio(
        s__a__plan=f"{PLAN}`{written}`\n",
        s__a__spec=SPEC,
        s__b__plan=PLAN,
        s__b__tasks="# Tasks\n\n- [ ] x\n",
        notes__lonely="# Lonely\n",
    )
    assert led_to(found, "s/a/plan.md", CODE) == {written: target}


@pytest.mark.parametrize("written", ["readme.md", "plan.md", "nothing.md", "s/c/", "/", "./"])
def test_names_that_mean_no_page(written: str) -> None:
    found = portfolio(s__a__plan=f"{PLAN}`{written}`\n", notes__readme="# Notes\n")
    assert not led_to(found, "s/a/plan.md", CODE)


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("/s/a/spec.md", "s/a/spec.md"),
        ("/docs/s/a/spec.md#goal", "s/a/spec.md#goal"),
        ("docs/s/a/spec.md", "s/a/spec.md"),
        ("spec.md:12", "s/a/spec.md"),
        ("../b/", "s/b/plan.md"),
        ("../b", "s/b/plan.md"),
        ("file:///Users/ada/kestrel/docs/s/a/spec.md", "s/a/spec.md"),
        ("C:%5Cada%5Cdocs%5Cs%5Ca%5Cspec.md", "s/a/spec.md"),
    ],
)
def test_links_that_lead_nowhere_are_repaired(written: str, target: str) -> None:
    found = portfolio(
        s__a__plan=f"{PLAN}[x]({written})\n",
        s__a__spec=SPEC,
        s__b__plan=PLAN,
        s__b__tasks="# Tasks\n\n- [ ] x\n",
    )
    assert led_to(found, "s/a/plan.md", LINK, ReferenceState.REPAIRED) == {written: target}


def test_a_folder_without_a_front_page_or_plan_is_no_link() -> None:
    found = portfolio(s__a__plan=f"{PLAN}`/docs/notes/`\n", notes__lonely="# Lonely\n")
    assert led_to(found, "s/a/plan.md", CODE) == {}


@pytest.mark.parametrize(
    "written", ["spec.md", "spec.md#goal", "missing.md", "https://example.org/spec.md", "#goal"]
)
def test_other_links_stay(written: str) -> None:
    found = portfolio(s__a__plan=f"{PLAN}[x]({written})\n", s__a__spec=SPEC)
    assert not led_to(found, "s/a/plan.md", LINK)


def test_links_to_the_source() -> None:
    links = "[a](../../../src/a.py#L12) [b](/src/a.py) [c](../../../src/a.py:7) [d](../../x.py)"
    found = portfolio(("src/a.py",), s__a__plan=f"{PLAN}{links}\n")
    assert led_to(found, "s/a/plan.md", LINK, ReferenceState.SOURCE) == {
        "../../../src/a.py#L12": "src/a.py#L12",
        "/src/a.py": "src/a.py",
        "../../../src/a.py:7": "src/a.py#L7",
    }


def test_a_name_for_any_such_file_is_no_link_in_the_plan() -> None:
    found = portfolio(
        s__a__plan=f"{PLAN}`tasks.md`, `tasks.md:12`, see `spec.md` and `tasks.md#first-kite`.\n",
        s__a__spec=f"{SPEC}\nWe read every `tasks.md` of a kite.\n",
        s__a__tasks="# Tasks\n\n## First kite\n\n- [ ] Cut\n",
        s__b__plan=f"{PLAN}The steps are in `tasks.md`.\n",
        s__b__tasks="# Tasks\n\n- [ ] Cut\n",
    )
    assert led_to(found, "s/a/plan.md", CODE) == {
        "spec.md": "s/a/spec.md",
        "tasks.md#first-kite": "s/a/tasks.md#first-kite",
    }
    assert led_to(found, "s/b/plan.md", CODE) == {"tasks.md": "s/b/tasks.md"}


def test_a_name_for_any_such_file_is_a_link_behind_a_label() -> None:
    found = portfolio(
        s__a__plan=f"{PLAN}**Prerequisites**: spec.md, tasks.md\n\nIt reads every `tasks.md`.\n",
        s__a__spec=f"{SPEC}\n**Spec**: a folder with a plan.md and tasks.md\n",
        s__a__tasks="# Tasks\n\n- [ ] Cut\n",
    )
    assert led_to(found, "s/a/plan.md", NAME) == {
        "spec.md": "s/a/spec.md",
        "tasks.md": "s/a/tasks.md",
    }
    assert led_to(found, "s/a/plan.md", CODE) == {}
    assert "tasks.md" not in led_to(found, "s/a/spec.md", NAME)


def test_dots_name_no_folder_of_the_plan() -> None:
    found = portfolio(
        s__a__plan=PLAN, s__a__tasks="# Tasks\n\nRun it in `./`, not `../`.\n\n- [ ] Cut\n"
    )
    assert led_to(found, "s/a/tasks.md", CODE) == {}


def test_a_name_for_any_such_file_is_no_link_outside_plans() -> None:
    found = portfolio(
        s__a__plan=PLAN,
        s__a__spec=SPEC,
        s__a__notes="# Notes\n\nFor each kite we write `spec.md`.\n",
        s__a__more="# More\n\nWe wrote `spec.md`.\n",
    )
    assert led_to(found, "s/a/notes.md", CODE) == {}
    assert led_to(found, "s/a/more.md", CODE) == {"spec.md": "s/a/spec.md"}


def test_other_plans_that_mention_a_page() -> None:
    found = portfolio(
        a__plan=f"{PLAN}## Risks\n\n- Waits for **b/plan.md**, which is late\n- see `b/plan.md`\n",
        a__tasks="# Tasks\n\n- [ ] x\n\n[plan](plan.md)\n",
        b__plan=PLAN,
        b__tasks="# Tasks\n\n- [ ] x\n",
        notes="# Notes\n\n[b](b/plan.md) is a plan\n",
    )
    assert set(found.backlinks) == {"b/plan.md"}
    first, second = found.backlinks["b/plan.md"]
    assert (first.location, first.line) == (Location("a/plan.md", 1), 6)
    assert first.text == "see b/plan.md"
    assert (second.location, second.text) == (Location("notes.md", 0), "b is a plan")


def test_ambiguous_names_are_reported() -> None:
    found = portfolio(a__plan=f"{PLAN}`n/x.md`\n", b__n__x="# X\n", c__n__x="# X\n")
    (diagnostic,) = [each for each in found.diagnostics if each.category is Category.PAGES]
    assert "b/n/x.md, c/n/x.md" in diagnostic.problem


def test_the_nearest_page_is_meant() -> None:
    found = portfolio(
        changes__a__plan=PLAN,
        changes__a__implementation="# Notes\n",
        changes__a__deep__x="# X\n\nSee `implementation.md` and `kit/how.md`.\n",
        changes__b__implementation="# Notes\n",
        changes__a__kit__how="# How\n",
        kit__how="# How\n",
        c__x="# X\n\nSee `implementation.md`.\n",
    )
    assert led_to(found, "changes/a/deep/x.md", CODE) == {
        "implementation.md": "changes/a/implementation.md",
        "kit/how.md": "changes/a/kit/how.md",
    }
    assert led_to(found, "c/x.md", CODE) == {}


KITES = {f"t__k{number}": "# Kite\n\nWe read every `tasks.md`.\n" for number in range(5)}


def test_on_a_site_about_such_files_a_name_needs_words_that_single_one_out() -> None:
    pages = {
        "s__a__plan": f"{PLAN}Boxes of `tasks.md` are read. See `research.md`, as in `spec.md`.\n",
        "s__a__spec": f"{SPEC}\n**Input**: plan.md\n\nRecorded in research.md, per [`plan.md`].\n",
        "s__a__research": "# Research\n\nSee `sail-design.md`, and `spec.md#goal-and-aim`.\n",
        "s__a__sail-design": "# Sail design\n",
        "s__a__tasks": "# Tasks\n\n**Input**: plan.md\n\n- [ ] Rows of plan.md, too\n",
    }
    about = portfolio((), **pages, **KITES)
    assert led_to(about, "s/a/plan.md", CODE) == {"research.md": "s/a/research.md"}
    assert led_to(about, "s/a/spec.md", CODE) == {"plan.md": "s/a/plan.md"}
    assert set(led_to(about, "s/a/spec.md", NAME)) == {"plan.md", "research.md"}
    assert set(led_to(about, "s/a/research.md", CODE)) == {"sail-design.md", "spec.md#goal-and-aim"}
    assert led_to(about, "s/a/tasks.md", NAME) == {}
    few = portfolio((), **pages, t__k1=KITES["t__k1"])
    assert set(led_to(few, "s/a/plan.md", CODE)) == {"research.md", "spec.md", "tasks.md"}
    assert led_to(few, "s/a/tasks.md", NAME) == {"plan.md": "s/a/plan.md"}


def test_in_a_plan_about_such_files_all_their_names_mean_any() -> None:
    found = portfolio(
        s__a__plan=f"{PLAN}Explain each file: spec.md, `plan.md`, and tasks.md.\n",
        s__a__spec=f"{SPEC}\nThey write `research.md` first. See `tasks.md`.\n",
        s__a__research="# Research\n",
        s__a__tasks="# Tasks\n\n- [ ] Cut\n",
    )
    assert led_to(found, "s/a/spec.md", CODE) == {"tasks.md": "s/a/tasks.md"}
    assert led_to(found, "s/a/plan.md", NAME) == {}


def test_to_a_file_is_not_any_file() -> None:
    found = portfolio(
        s__a__plan=f"{PLAN}El caso se añadió a `spec.md`. It needs a `tasks.md`, `tasks.md`.\n",
        s__a__spec=SPEC,
        s__a__tasks="# Tasks\n\n- [ ] Cut\n\nVai a spec.md, pois o prazo é curto.\n",
    )
    assert set(led_to(found, "s/a/plan.md", CODE)) == {"spec.md", "tasks.md"}
