"""The account of a number: every task, whether it counts and why not, with links."""

from __future__ import annotations

import re
from dataclasses import replace

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import (
    Document,
    Nesting,
    PhaseHeading,
    Plan,
    Role,
    Section,
    State,
    StatedStatus,
    Task,
)
from mkdocs_plan_plugin.planning.pages.grouping import PlanPages
from mkdocs_plan_plugin.planning.plan import make_plan
from mkdocs_plan_plugin.planning.progress.counting import CountRules
from mkdocs_plan_plugin.planning.rules import PlanRules
from mkdocs_plan_plugin.rendering import Words
from mkdocs_plan_plugin.rendering.progress.breakdown import breakdown
from tests.rendering.addresses import Addresses

DONE = State.DONE
SECTIONS = (Section(1, "T", 1), Section(2, "Phase 1: A", 2, 0), Section(2, "Phase 2: B", 9, 0))
PHASES = {1: PhaseHeading("phase", "1", "A"), 2: PhaseHeading("phase", "2", "B")}
TASKS = (
    Task("T001 Cut", DONE, 3, 1),
    Task("Paste", State.BLOCKED, 4, 1),
    Task("All", State.OPEN, 5, 1),
    Task("Some", State.OPEN, 6, 1, outer=2),
    Task("Tests pass", DONE, 7, 1, is_check=True),
    Task("Shine", State.OPEN, 8, 1, is_optional=True),
    Task("Polish", State.CANCELLED, 10, 2),
    Task("Ship", State.IN_PROGRESS, 11, 2),
)


def made(tasks: tuple[Task, ...] = TASKS, nesting: Nesting = Nesting.LEAVES) -> Plan:
    page = Document("p.md", sections=SECTIONS, phases=PHASES, tasks=tasks)
    return make_plan(PlanPages("p.md", {}), {"p.md": page}, PlanRules(CountRules(nesting)))[0]


def rows(html: str) -> list[tuple[str, list[str]]]:
    """The account as it is read: each label, and the tasks beside it."""
    soup = BeautifulSoup(html, "html.parser")
    return [
        (label.get_text(), [item.get_text() for item in told.select("li")])
        for label, told in zip(soup.select("dt"), soup.select("dd"), strict=True)
    ]


def test_it_lists_what_counts_by_phase_and_the_rest_by_reason() -> None:
    html = breakdown(made(), Words(), Addresses())
    assert rows(html) == [
        ("1 done", ["T001"]),
        ("1 open", ["Some"]),
        ("1 blocked", ["Paste"]),
        ("1 in progress", ["Ship"]),
        ("1 check passed", ["Tests pass"]),
        ("1 optional, open", ["Shine"]),
        ("1 cancelled", ["Polish"]),
        ("1 with subtasks", ["All"]),
    ]
    soup = BeautifulSoup(html, "html.parser")
    assert [label.get_text() for label in soup.select(".plan-label")] == [
        "Phase 1: A (1 of 3)",
        "Phase 2: B (0 of 1)",
        "Not counted",
    ]


def test_it_says_which_rule_counted() -> None:
    def said(nesting: Nesting) -> str:
        return breakdown(made(nesting=nesting), Words(), Addresses())

    assert "only the innermost" in said(Nesting.LEAVES)
    assert "only the outermost" in said(Nesting.TOP)
    assert ("1 subtask", ["Some"]) in rows(said(Nesting.TOP))
    assert "nested tasks too" in said(Nesting.ALL)
    assert ("2 open", ["All", "Some"]) in rows(said(Nesting.ALL))


def test_a_task_completed_by_its_subtasks_is_done() -> None:
    tasks = (Task("All", State.OPEN, 3, 1), Task("Part", DONE, 4, 1, outer=0))
    html = breakdown(made(tasks, Nesting.TOP), Words(), Addresses())
    assert rows(html)[0] == ("1 done", ["All"])


def test_links_lead_to_the_task_and_to_its_line() -> None:
    html = breakdown(made(TASKS[:1]), Words(), Addresses("https://git.example"))
    assert '<li><a href="#line-3">T001</a> <a href="https://git.example/p.md#L3">3</a></li>' in html
    assert "The numbers are line numbers in the source." in html
    assert "The numbers" not in breakdown(made(TASKS[:1]), Words(), Addresses())


class Unsure(Addresses):
    """A host that has no anchors for tasks."""

    def task_url(self, path: str, line: int, page: str) -> str:
        return ""


def test_where_a_task_has_no_place_its_heading_is_linked() -> None:
    html = breakdown(made(TASKS[:1]), Words(), Unsure())
    assert '<li><a href="#1">T001</a></li>' in html
    homeless = Task("Cut", DONE, 3)
    assert "<li>Cut</li>" in breakdown(made((homeless,)), Words(), Unsure())


def test_a_single_part_needs_no_title() -> None:
    html = breakdown(made((Task("Cut", DONE, 3),)), Words(), Addresses())
    assert "plan-label" not in html


def test_a_plan_of_checks_alone_left_nothing_out() -> None:
    html = breakdown(made(TASKS[4:5]), Words(), Addresses())
    assert rows(html) == [("1 check passed", ["Tests pass"])]
    assert "Not counted" not in html
    assert "counts once" not in html


def test_checks_of_checklists_link_to_their_page() -> None:
    checklist = Document("c.md", tasks=(Task("Safe", State.OPEN, 2),))
    pages = {"p.md": Document("p.md"), "c.md": checklist}
    plan, _ = make_plan(PlanPages("p.md", {"c.md": Role.CHECKLIST}), pages)
    html = breakdown(plan, Words(), Addresses())
    item = '<li><a href="/c.md#line-2">Safe</a></li>'
    assert f'<dt data-excluded="check.open">1 check open</dt><dd><ul>{item}' in html


def test_phases_that_the_text_calls_done() -> None:
    stated_statuses = StatedStatus(DONE, "✅", 2, 1), StatedStatus(State.IN_PROGRESS, "🚧", 9, 2)
    page = Document("p.md", sections=SECTIONS, phases=PHASES, stated_statuses=stated_statuses)
    plan, _ = make_plan(PlanPages("p.md", {}), {"p.md": page})
    html = breakdown(plan, Words(), Addresses("/git"))
    assert rows(html) == [("1 done", ["Phase 1: A 2"]), ("1 in progress", ["Phase 2: B 9"])]
    assert "phases that the text marks as done" in html
    first = replace(page, stated_statuses=stated_statuses[:1])
    plan, _ = make_plan(PlanPages("p.md", {}), {"p.md": first})
    assert rows(breakdown(plan, Words(), Addresses("/git")))[1] == ("1 open", ["Phase 2: B"])


def test_nothing_counted_is_nothing_explained() -> None:
    assert breakdown(made(()), Words(), Addresses()) == ""


@given(st.lists(st.text(), max_size=5))
def test_whatever_a_text_holds_it_stays_text(texts: list[str]) -> None:
    tasks = tuple(Task(text, DONE, at + 3, 1) for at, text in enumerate(texts))
    html = breakdown(made(tasks), Words(), Addresses())
    known = r"</?(?:p|a|dl|dt|dd|ul|li)(?: (?:class|href|data-state|data-excluded)=\"[^\"<>]*\")*>"
    assert re.search("[<>]", re.sub(known, "", html)) is None
    assert html.count("<li>") == len(texts)


def test_own_words_are_escaped_as_well() -> None:
    words = Words({"state.done": "<b>{count}</b>", "breakdown.leaves": "a < b"})
    html = breakdown(made(), words, Addresses("/<git>"))
    assert "&lt;b&gt;1&lt;/b&gt;" in html
    assert "a &lt; b" in html
    assert "<git>" not in html
