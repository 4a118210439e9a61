"""The HTML of the widgets of a plan's own pages, compared with golden files.

To take a wanted change over, run the tests with UPDATE_GOLDEN=1 and read the difference in Git.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import mkdocs_plan_plugin
from mkdocs_plan_plugin.model import (
    Backlink,
    CountedTask,
    Document,
    Location,
    Phase,
    Plan,
    Progress,
    State,
    StatedStatus,
    StatusConflict,
    Task,
)
from mkdocs_plan_plugin.planning.portfolio import build_portfolio
from mkdocs_plan_plugin.reading import RoleRules, read_document
from mkdocs_plan_plugin.rendering import Dates, RenderContext, Templates, Words, make_environment
from mkdocs_plan_plugin.rendering.insertion import Spot
from mkdocs_plan_plugin.rendering.page_widgets import (
    inputs_of_widgets,
    links_of_widgets,
    render_widgets,
)
from mkdocs_plan_plugin.rendering.progress.phases import render_phases
from mkdocs_plan_plugin.rendering.progress.summary import plan_banner, summary
from mkdocs_plan_plugin.rendering.schedule.plan_timeline import plan_timeline
from tests.rendering.addresses import Addresses

DATES = Dates("en", date(2026, 11, 23))
WORDS = Words().with_dates(DATES)
GOLDEN = Path(__file__).parent / "golden"
TEMPLATES = Path(mkdocs_plan_plugin.__file__).parent / "templates"

PAGES = {
    "sync/plan.md": """\
# Implementation Plan: Sync & <merge>

## Phase 1: Queue

- [x] Write
- [x] Read

## Phase 2: Conflicts

- [x] Detect
- [ ] Show "both" sides

## Timeline

- Phase 1: 2026-11-02 to 2026-11-13
- Phase 2: 2-3 weeks
- Release: 2026-12-15
- Party: some day
- Total: 5 weeks
""",
    "sync/spec.md": "# Spec\n",
    "sync/tasks.md": "# Tasks: Sync\n\n## Polish\n\n- [ ] T001 Measure\n",
    "search/plan.md": "# Plan: Search\n\n## Phase 1: Index (1 week)\n\n- [x] All\n",
    "ideas/plan.md": "# Implementation Plan: Ideas\n\n[spec](../sync/spec.md)\n",
    "later/plan.md": "# Plan: Later\n\n- [ ] Something\n- [ ] More\n",
    "maps/plan.md": """\
# Plan: Maps

## Phase 1: Tiles

- [x] T001 Cache <tiles>
- [ ] The cache survives
- [ ] Purge
  - [x] By age
  - [ ] By size & use

## Phase 2: Voices

- [x] Works offline
""",
    "ready/plan.md": "# Plan: Ready\n\n- [x] Everything\n- [ ] Works offline\n",
    "ready/research.md": "# Research\n",
    "said/plan.md": "# Plan: Said\n",
    "said/spec.md": "# Spec: Said\n",
    "phases/plan.md": "# Plan: Phases\n\n## Phase 1: A\n\n## Phase 2: B & C\n",
}

# What the reader of pages makes of marks and words, by the task's text.
CHANGES: dict[str, dict[str, Any]] = {
    "The cache survives": {"is_check": True},
    "Works offline": {"is_check": True},
    "By age": {"outer": 2},
    "By size & use": {"outer": 2, "state": State.IN_PROGRESS},
}
CLAIMS = {
    "maps/plan.md": (
        StatedStatus(State.DONE, "All <done>", 1),
        StatedStatus(State.DONE, "✅ <now>", 3, 1),
    ),
    "said/plan.md": (StatedStatus(State.DONE, "Complete", 1),),
    "phases/plan.md": (StatedStatus(State.DONE, "✅", 3, 1),),
}


def read(path: str, text: str) -> Document:
    document = read_document(path, text)
    tasks = (task._replace(**CHANGES.get(task.text, {})) for task in document.tasks)
    return replace(document, tasks=tuple(tasks), stated_statuses=CLAIMS.get(path, ()))


@pytest.fixture
def context() -> RenderContext:
    documents = {path: read(path, text) for path, text in PAGES.items()}
    return RenderContext(
        Templates(make_environment([str(TEMPLATES)], WORDS, DATES)),
        WORDS,
        Addresses(),
        build_portfolio(documents, RoleRules()),
        DATES,
    )


def plan(context: RenderContext, path: str) -> Plan:
    found = context.portfolio.headed_by(path)
    assert found is not None
    return found


def charts(context: RenderContext, path: str) -> str:
    return plan_timeline(context, plan(context, path), path)


WIDGETS: dict[str, Callable[[RenderContext], str]] = {
    "summary": lambda context: summary(context, plan(context, "sync/plan.md")),
    "summary-without-tasks": lambda context: summary(context, plan(context, "ideas/plan.md")),
    "summary-one-section": lambda context: summary(context, plan(context, "later/plan.md")),
    "summary-checks": lambda context: summary(context, plan(context, "maps/plan.md")),
    "summary-stated-status": lambda context: summary(context, plan(context, "said/plan.md")),
    "summary-phases": lambda context: summary(context, plan(context, "phases/plan.md")),
    "banner-spec": lambda context: plan_banner(context, "sync/spec.md"),
    "banner-tasks": lambda context: plan_banner(context, "sync/tasks.md"),
    "banner-awaiting-checks": lambda context: plan_banner(context, "ready/research.md"),
    "banner-stated-status": lambda context: plan_banner(context, "said/spec.md"),
    "phase": lambda context: render_phases(context, "sync/plan.md", {2: 'Phase 2: "Conflicts"'})[2],
    "phase-checks": lambda context: render_phases(context, "maps/plan.md", {1: "Phase 1: Tiles"})[
        1
    ],
    "phase-checks-only": lambda context: render_phases(context, "maps/plan.md", {2: "Phase 2"})[2],
    "timeline-dates": lambda context: plan_timeline(
        context, plan(context, "sync/plan.md"), "sync/plan.md"
    ),
    "timeline-weeks": lambda context: plan_timeline(
        context, plan(context, "search/plan.md"), "search/plan.md"
    ),
}


@pytest.mark.parametrize("name", WIDGETS)
def test_html(context: RenderContext, name: str) -> None:
    found = WIDGETS[name](context) + "\n"
    golden = GOLDEN / f"{name}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_nothing_to_say_is_nothing(context: RenderContext) -> None:
    assert plan_banner(context, "sync/plan.md") == ""
    assert plan_banner(context, "unheard.md") == ""
    assert render_phases(context, "sync/plan.md", {3: "Timeline"}) == {}
    assert charts(context, "later/plan.md") == ""


def test_all_contradictions_are_in_one_message(context: RenderContext) -> None:
    claim, boxes = StatedStatus(State.DONE, "Complete", 1), Progress(1, 9)
    phases = [StatusConflict(claim, Location("p.md", at), f"Phase {at}", boxes) for at in (1, 2)]
    page = StatusConflict(claim, Location("p.md"), "", boxes)

    def said(*found: StatusConflict) -> str:
        return summary(context, Plan("p.md", "P", progress=boxes, status_conflicts=found))

    assert "> The stated status is “Complete”, but 1 of 9 tasks are done.</p>" in said(
        *phases, page
    )
    assert "> 2 phases are marked as done but have open tasks.</p>" in said(*phases)
    one = "> Phase 2: the stated status is “Complete”, but 1 of 9 tasks are done.</p>"
    assert one in said(phases[1])


def test_a_task_done_by_its_subtasks_is_not_in_progress(context: RenderContext) -> None:
    entries = tuple(
        CountedTask(Task(f"{is_done}", State.IN_PROGRESS, 1), "p.md", None, is_done)
        for is_done in (True, False, False)
    )
    phase = Phase("", Location("p.md"), None, Progress(1, 3), entries)
    html = summary(context, Plan("p.md", "P", progress=Progress(1, 3), phases=(phase,)))
    assert '<ul class="plan-facts plan-captions"><li>2 in progress</li></ul>' in html


def test_a_page_has_its_widgets_where_the_register_says(context: RenderContext) -> None:
    placed = render_widgets("sync/plan.md", context)
    assert placed[Spot.BELOW][None] == summary(context, plan(context, "sync/plan.md"))
    assert placed[Spot.BELOW][3] == charts(context, "sync/plan.md")
    assert sorted(number or 0 for number in placed[Spot.HEADING]) == [1, 2]


def test_everything_on_the_plans_page_is_compared_with_the_last_build(
    context: RenderContext,
) -> None:
    """A page that mentions another one changes what stands there: its title, its address."""
    portfolio = context.portfolio
    said = Backlink(Location("ready/research.md", 0), 3, "see the plan")
    mentioned = replace(portfolio, backlinks={"sync/plan.md": (said,)})
    before = [*inputs_of_widgets("sync/plan.md", portfolio)]
    assert before == [*inputs_of_widgets("sync/plan.md", portfolio)]
    assert before != [*inputs_of_widgets("sync/plan.md", mentioned)]
    renamed = dict(portfolio.documents)
    renamed["ready/research.md"] = read_document("ready/research.md", "# Findings\n")
    assert [*inputs_of_widgets("sync/plan.md", mentioned)] != [
        *inputs_of_widgets("sync/plan.md", replace(mentioned, documents=renamed))
    ]
    pages = {*links_of_widgets("sync/plan.md", mentioned)}
    assert pages == {"sync/plan.md", "sync/spec.md", "sync/tasks.md", "ready/research.md"}
