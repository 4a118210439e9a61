"""The widgets about many plans, compared with golden files; see test_widgets for these."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from mkdocs_plan_plugin.model import (
    Activity,
    Diagnostic,
    Health,
    Place,
    Plan,
    Ticked,
    Verdict,
)
from mkdocs_plan_plugin.portfolio import Portfolio, build_portfolio
from mkdocs_plan_plugin.reading import RoleRules
from mkdocs_plan_plugin.rendering import SiteRenderer, Templates, Words, make_environment
from mkdocs_plan_plugin.rendering.index_page import index_page
from mkdocs_plan_plugin.rendering.link_bars import add_bars
from tests.rendering.addresses import Addresses
from tests.rendering.test_widgets import GOLDEN, PAGES, TEMPLATES, read

TODAY = date(2026, 11, 23)
TICKED = tuple(
    Ticked(date(2026, 11, day), f"Task {day} <b>", Place("sync/plan.md", 2), day)
    for day in (22, 22, 1)
)


def told(plan: Plan) -> Plan:
    """A plan with what only a history and labels tell."""
    if plan.path == "sync/plan.md":
        activity = Activity(last_change=date(2026, 11, 22), week=2, month=3, recent=TICKED)
        verdict = Verdict(Health.ON_TRACK, "", {})
        return replace(
            plan, owners=("Ana <a>", "Bo"), tags=("x|y",), activity=activity, verdict=verdict
        )
    if plan.path == "maps/plan.md":
        reason = {"date": date(2026, 1, 1)}
        return replace(plan, verdict=Verdict(Health.STALLED, "health.stalled.since", reason))
    return replace(plan, is_archived=plan.path == "later/plan.md")


@pytest.fixture
def portfolio() -> Portfolio:
    documents = {path: read(path, text) for path, text in PAGES.items()}
    found = build_portfolio(documents, RoleRules())
    return replace(found, plans=tuple(map(told, found.plans)))


@pytest.fixture
def renderer(portfolio: Portfolio) -> SiteRenderer:
    templates = Templates(make_environment([str(TEMPLATES)], Words()))
    return SiteRenderer(templates, Words(), Addresses("https://example.org"), portfolio, TODAY)


NOTES = [
    Diagnostic("a.md", 3, "a <problem> is there", "mend it"),
    Diagnostic("a.md", 9, "another one", "mend that"),
    Diagnostic("b.md", 1, "a third", "look"),
]
WIDGETS: dict[str, Callable[[SiteRenderer, Portfolio], str]] = {
    "overview": lambda site, all_: site.overview(all_.plans, "index.md"),
    "board": lambda site, all_: site.board(all_.active, "index.md"),
    "totals": lambda site, all_: site.totals(all_.active),
    "progress": lambda site, all_: site.progress(all_.active[:2], "index.md"),
    "pages": lambda site, all_: site.pages(all_.active[-1:], "index.md"),
    "ready": lambda site, all_: site.ready(all_.active, "index.md"),
    "open": lambda site, all_: site.open_tasks(all_.active, "index.md"),
    "ticked": lambda site, all_: site.ticked(all_.active, "index.md"),
    "mend": lambda site, _: site.to_mend(NOTES),
    "inline": lambda site, all_: site.inline(all_.active[0]),
}


@pytest.mark.parametrize("name", WIDGETS)
def test_html(renderer: SiteRenderer, portfolio: Portfolio, name: str) -> None:
    found = WIDGETS[name](renderer, portfolio) + "\n"
    golden = GOLDEN / f"site-{name}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_nothing_to_show_is_said(renderer: SiteRenderer) -> None:
    assert "No plans found yet." in renderer.overview([], "index.md")
    assert "No plans found yet." in renderer.board([], "index.md")
    assert "No plans found yet." in renderer.roadmap([], "index.md")
    assert "No task is open." in renderer.ready([], "index.md")
    assert "No task was ticked" in renderer.ticked([], "index.md")
    assert "Nothing to mend." in renderer.to_mend([])


def test_the_last_week_alone(renderer: SiteRenderer, portfolio: Portfolio) -> None:
    week = renderer.ticked(portfolio.active, "index.md", week=True)
    assert "2026-11-22" in week
    assert "2026-11-01" not in week


def test_the_page_of_all_plans_leaves_out_what_there_is_not(portfolio: Portfolio) -> None:
    page = index_page(portfolio, Words({"index.title": "All [of] them"}))
    assert page.startswith(
        "# All \\[of\\] them\n\n<!-- plan:totals -->\n\n<!-- plan:overview -->\n"
    )
    assert "<!-- plan:ticked -->" in page
    empty = index_page(Portfolio(), Words())
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
