"""The widgets about many plans, compared with golden files; see test_page_widgets for these."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from mkdocs_plan_plugin.model import (
    Activity,
    CompletedTask,
    Diagnostic,
    Health,
    HealthAssessment,
    Location,
    Plan,
)
from mkdocs_plan_plugin.planning.portfolio import Portfolio, build_portfolio
from mkdocs_plan_plugin.reading import RoleRules
from mkdocs_plan_plugin.rendering import RenderContext, Templates, Words, make_environment
from mkdocs_plan_plugin.rendering.context import Request
from mkdocs_plan_plugin.rendering.links.link_bars import add_bars
from mkdocs_plan_plugin.rendering.progress.plan_bars import inline, progress
from mkdocs_plan_plugin.rendering.register import WIDGETS, Render
from mkdocs_plan_plugin.rendering.schedule.roadmap import roadmap
from mkdocs_plan_plugin.rendering.site.board import board
from mkdocs_plan_plugin.rendering.site.index_page import index_page
from mkdocs_plan_plugin.rendering.site.issues import issues
from mkdocs_plan_plugin.rendering.site.overview import overview
from mkdocs_plan_plugin.rendering.site.plan_pages import pages
from mkdocs_plan_plugin.rendering.site.tasks import (
    completed,
    completed_this_week,
    open_tasks,
    ready,
)
from mkdocs_plan_plugin.rendering.site.totals import totals
from tests.rendering.addresses import Addresses
from tests.rendering.test_page_widgets import DATES, GOLDEN, PAGES, TEMPLATES, WORDS, read

TICKED = tuple(
    CompletedTask(date(2026, 11, day), f"Task {day} <b>", Location("sync/plan.md", 2), day)
    for day in (22, 22, 1)
)


def told(plan: Plan) -> Plan:
    """A plan with what only a history and labels tell."""
    if plan.path == "sync/plan.md":
        activity = Activity(last_change=date(2026, 11, 22), week=2, month=3, recent=TICKED)
        verdict = HealthAssessment(Health.ON_TRACK, "", {})
        return replace(
            plan, owners=("Ana <a>", "Bo"), tags=("x|y",), activity=activity, assessment=verdict
        )
    if plan.path == "maps/plan.md":
        reason = {"date": date(2026, 1, 1)}
        return replace(
            plan, assessment=HealthAssessment(Health.STALLED, "health.stalled.since", reason)
        )
    return replace(plan, is_archived=plan.path == "later/plan.md")


@pytest.fixture
def portfolio() -> Portfolio:
    documents = {path: read(path, text) for path, text in PAGES.items()}
    found = build_portfolio(documents, RoleRules())
    return replace(found, plans=tuple(map(told, found.plans)))


NOTES = [
    Diagnostic("a.md", 3, "a <problem> is there", "rename it"),
    Diagnostic("a.md", 9, "another one", "remove it"),
    Diagnostic("b.md", 1, "a third", "check the link"),
]


@pytest.fixture
def context(portfolio: Portfolio) -> RenderContext:
    templates = Templates(make_environment([str(TEMPLATES)], WORDS, DATES))
    locator = Addresses("https://example.org")
    return RenderContext(templates, WORDS, locator, portfolio, DATES, NOTES)


def shown(render: Render, context: RenderContext, plans: Sequence[Plan]) -> str:
    return render(context, Request(plans, "index.md"))


HTML: dict[str, Callable[[RenderContext, Portfolio], str]] = {
    "overview": lambda given, all_: shown(overview, given, all_.plans),
    "board": lambda given, all_: shown(board, given, all_.active),
    "totals": lambda given, all_: shown(totals, given, all_.active),
    "progress": lambda given, all_: shown(progress, given, all_.active[:2]),
    "pages": lambda given, all_: shown(pages, given, all_.active[-1:]),
    "ready": lambda given, all_: shown(ready, given, all_.active),
    "open": lambda given, all_: shown(open_tasks, given, all_.active),
    "completed": lambda given, all_: shown(completed, given, all_.active),
    "issues": lambda given, all_: shown(issues, given, all_.active),
    "inline": lambda given, all_: inline(given, all_.active[0]),
}


@pytest.mark.parametrize("name", HTML)
def test_html(context: RenderContext, portfolio: Portfolio, name: str) -> None:
    found = HTML[name](context, portfolio) + "\n"
    golden = GOLDEN / f"site-{name}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", WIDGETS)
def test_nothing_to_show_is_said(context: RenderContext, name: str) -> None:
    assert shown(WIDGETS[name].render, replace(context, notes=()), [])


def test_texts_of_empty_widgets(context: RenderContext) -> None:
    assert "No plans yet." in shown(overview, context, [])
    assert "No plans yet." in shown(board, context, [])
    assert "No plans yet." in shown(roadmap, context, [])
    assert "No open tasks." in shown(ready, context, [])
    assert "No tasks completed" in shown(completed, context, [])
    assert "No issues." in shown(issues, replace(context, notes=()), [])


def test_the_last_week_alone(context: RenderContext, portfolio: Portfolio) -> None:
    week = shown(completed_this_week, context, portfolio.active)
    assert "2026-11-22" in week
    assert "2026-11-01" not in week


def test_a_week_is_called_by_the_days_that_are_looked_at(
    context: RenderContext, portfolio: Portfolio
) -> None:
    """Its count must not be less than the strip's for a whole week of the same name."""
    week = shown(completed_this_week, context, portfolio.active)
    assert '<time datetime="2026-11-17">' in week
    assert "2026-11-16" not in week


def test_the_page_of_all_plans_leaves_out_what_there_is_not(portfolio: Portfolio) -> None:
    page = index_page(portfolio, Words(), "All [of] them")
    assert page.startswith(
        "---\nhide:\n  - toc\n---\n\n"
        "# All \\[of\\] them\n\n<!-- plan:totals -->\n\n<!-- plan:overview -->\n"
    )
    assert "<!-- plan:completed -->" in page
    empty = index_page(Portfolio(), Words(), "Plans")
    assert "plan:" not in empty
    assert "\\- \\[ \\] Write the parser" in empty


def test_bars_behind_links() -> None:
    bars = {"../x/plan/": "BAR", "": "OWN"}  # the address of a plan from its own page is empty
    link = '<a class="c" href="../x/plan/">x</a>'
    assert add_bars(f"<p>{link}, and {link}.</p>", bars) == f"<p>{link} BAR, and {link} BAR.</p>"
    for other in (
        f"<h2>{link}</h2>",
        '<a href="../x/plan/#part">x</a>',
        '<a href="../x/plan/" data-plan-link="">x</a>',
        '<a href="../y/">x</a>',
    ):
        assert add_bars(other, bars) == other
