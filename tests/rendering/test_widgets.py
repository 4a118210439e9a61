"""The widgets' HTML, compared with golden files.

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
    Document,
    Entry,
    Phase,
    Place,
    Plan,
    Progress,
    State,
    StatedStatus,
    StatusConflict,
    Task,
)
from mkdocs_plan_plugin.portfolio import build_portfolio
from mkdocs_plan_plugin.reading import RoleRules, read_document
from mkdocs_plan_plugin.rendering import Renderer, Templates, Words, make_environment
from mkdocs_plan_plugin.rendering.words import shorten
from tests.rendering.addresses import Addresses

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
    "The cache survives": {"is_gate": True},
    "Works offline": {"is_gate": True},
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
    return replace(document, tasks=tuple(tasks), claims=CLAIMS.get(path, ()))


@pytest.fixture
def renderer() -> Renderer:
    documents = {path: read(path, text) for path, text in PAGES.items()}
    return Renderer(
        Templates(make_environment([str(TEMPLATES)], Words())),
        Words(),
        Addresses(),
        build_portfolio(documents, RoleRules()),
        date(2026, 11, 23),
    )


def plan(renderer: Renderer, path: str) -> Plan:
    found = renderer._portfolio.headed_by(path)
    assert found is not None
    return found


WIDGETS: dict[str, Callable[[Renderer], str]] = {
    "summary": lambda renderer: renderer.summary(plan(renderer, "sync/plan.md")),
    "summary-without-tasks": lambda renderer: renderer.summary(plan(renderer, "ideas/plan.md")),
    "summary-one-section": lambda renderer: renderer.summary(plan(renderer, "later/plan.md")),
    "summary-gates": lambda renderer: renderer.summary(plan(renderer, "maps/plan.md")),
    "summary-claim": lambda renderer: renderer.summary(plan(renderer, "said/plan.md")),
    "summary-phases": lambda renderer: renderer.summary(plan(renderer, "phases/plan.md")),
    "strip-spec": lambda renderer: renderer.member_strip("sync/spec.md"),
    "strip-tasks": lambda renderer: renderer.member_strip("sync/tasks.md"),
    "strip-awaiting-checks": lambda renderer: renderer.member_strip("ready/research.md"),
    "strip-claim": lambda renderer: renderer.member_strip("said/spec.md"),
    "phase": lambda renderer: renderer.phases("sync/plan.md", {2: 'Phase 2: "Conflicts"'})[2],
    "phase-gates": lambda renderer: renderer.phases("maps/plan.md", {1: "Phase 1: Tiles"})[1],
    "phase-gates-only": lambda renderer: renderer.phases("maps/plan.md", {2: "Phase 2"})[2],
    "timeline-dates": lambda renderer: renderer.timeline(plan(renderer, "sync/plan.md")),
    "timeline-weeks": lambda renderer: renderer.timeline(plan(renderer, "search/plan.md")),
}


@pytest.mark.parametrize("name", WIDGETS)
def test_html(renderer: Renderer, name: str) -> None:
    found = WIDGETS[name](renderer) + "\n"
    golden = GOLDEN / f"{name}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_nothing_to_say_is_nothing(renderer: Renderer) -> None:
    assert renderer.member_strip("sync/plan.md") == ""
    assert renderer.member_strip("unheard.md") == ""
    assert renderer.phases("sync/plan.md", {3: "Timeline"}) == {}
    assert renderer.timeline(plan(renderer, "later/plan.md")) == ""


def test_one_line_tells_of_all_contradictions(renderer: Renderer) -> None:
    claim, boxes = StatedStatus(State.DONE, "Complete", 1), Progress(1, 9)
    phases = [StatusConflict(claim, Place("p.md", at), f"Phase {at}", boxes) for at in (1, 2)]
    page = StatusConflict(claim, Place("p.md"), "", boxes)

    def said(*found: StatusConflict) -> str:
        return renderer.summary(Plan("p.md", "P", progress=boxes, contradictions=found))

    assert "<p>The page says “Complete”; its boxes say 1 of 9.</p>" in said(*phases, page)
    assert "<p>2 phases say that they are done, and their boxes do not.</p>" in said(*phases)
    assert "<p>Phase 2 says “Complete”; its boxes say 1 of 9.</p>" in said(phases[1])


def test_what_is_done_by_its_parts_is_not_told_as_in_hand(renderer: Renderer) -> None:
    entries = tuple(
        Entry(Task(f"{is_done}", State.IN_PROGRESS, 1), "p.md", None, is_done)
        for is_done in (True, False, False)
    )
    phase = Phase("", Place("p.md"), None, Progress(1, 3), entries)
    summary = renderer.summary(Plan("p.md", "P", progress=Progress(1, 3), phases=(phase,)))
    assert '<ul class="plan-links plan-facts"><li>2 in progress</li></ul>' in summary


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Short", "Short"),
        ("word " * 17 + "word", "word " * 17 + "word"),
        ("word " * 30, ("word " * 18).strip() + " …"),
        ("x" * 100, "x" * 90 + " …"),
    ],
)
def test_shorten(text: str, short: str) -> None:
    assert shorten(text) == short
