"""The widgets' HTML, compared with golden files.

To take a wanted change over, run the tests with UPDATE_GOLDEN=1 and read the difference in Git.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import mkdocs_plan_plugin
from mkdocs_plan_plugin.model import Place
from mkdocs_plan_plugin.portfolio import build_portfolio
from mkdocs_plan_plugin.reading import RoleRules, read_document
from mkdocs_plan_plugin.rendering import Renderer, Words, make_environment
from mkdocs_plan_plugin.rendering.widgets import shorten

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
}


class Addresses:
    """Addresses that show what they were made of."""

    def url(self, place: Place, page: str) -> str:
        own = "" if place.path == page else f"/{place.path}"
        return own if place.section is None else f"{own}#{place.section}"


@pytest.fixture
def renderer() -> Renderer:
    documents = {path: read_document(path, text) for path, text in PAGES.items()}
    return Renderer(
        make_environment([str(TEMPLATES)], Words()),
        Words(),
        Addresses(),
        build_portfolio(documents, RoleRules()),
        date(2026, 11, 23),
    )


def plan(renderer: Renderer, path: str) -> mkdocs_plan_plugin.model.Plan:
    found = renderer._portfolio.headed_by(path)
    assert found is not None
    return found


WIDGETS: dict[str, Callable[[Renderer], str]] = {
    "summary": lambda renderer: renderer.summary(plan(renderer, "sync/plan.md")),
    "summary-without-tasks": lambda renderer: renderer.summary(plan(renderer, "ideas/plan.md")),
    "summary-one-section": lambda renderer: renderer.summary(plan(renderer, "later/plan.md")),
    "strip-spec": lambda renderer: renderer.member_strip("sync/spec.md"),
    "strip-tasks": lambda renderer: renderer.member_strip("sync/tasks.md"),
    "phase": lambda renderer: renderer.phase(Place("sync/plan.md", 2), 'Phase 2: "Conflicts"'),
    "timeline-dates": lambda renderer: renderer.timeline(plan(renderer, "sync/plan.md")),
    "timeline-weeks": lambda renderer: renderer.timeline(plan(renderer, "search/plan.md")),
    "overview": lambda renderer: renderer.overview("index.md"),
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
    assert renderer.phase(Place("sync/plan.md", 3), "Timeline") == ""
    assert renderer.timeline(plan(renderer, "later/plan.md")) == ""


def test_overview_without_plans() -> None:
    empty = Renderer(
        make_environment([str(TEMPLATES)], Words()),
        Words(),
        Addresses(),
        build_portfolio({}, RoleRules()),
        date(2026, 11, 23),
    )
    assert "No plans found yet." in empty.overview("index.md")


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
