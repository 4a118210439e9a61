"""List items and bold paragraphs name phases, where no heading does."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.planning.portfolio import build_portfolio
from mkdocs_plan_plugin.reading import RoleRules, read_document

ITEMS = "- **Phase 1: Frame**\n  - [x] cut\n  - [ ] join\n- **Phase 2: Sail**\n  - [ ] sew\n"
BOXES = ITEMS.replace("- **", "- [ ] **")
BOLD = "**Phase 1: Frame**\n\n- [x] cut\n- [ ] join\n\n__Phase 2: Sail__:\n\nText.\n\n1. [ ] sew\n"


def phases(text: str) -> list[tuple[str, int, int]]:
    """The phases of a plan, with what is done of them."""
    page = read_document("plan.md", f"# Implementation Plan: Kite\n\n{text}")
    (plan,) = build_portfolio({"plan.md": page}, RoleRules()).plans
    return [(each.title, each.progress.done, each.progress.total) for each in plan.phases]


@pytest.mark.parametrize("text", [ITEMS, BOXES, BOLD])
def test_phases_without_headings(text: str) -> None:
    assert phases(text) == [("Phase 1: Frame", 1, 2), ("Phase 2: Sail", 0, 1)]


def test_a_heading_that_names_a_phase_takes_precedence() -> None:
    assert phases(f"## Phase 7: All\n\n{ITEMS}") == [("Phase 7: All", 1, 3)]


def test_tasks_before_the_first_phase_are_apart() -> None:
    assert phases(f"- [x] plan\n\n{BOLD}")[0] == ("", 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "- [x] Phase 1: Frame\n- [ ] Phase 2: Sail\n",  # a list of tasks
        "```\n**Phase 1: Frame**\n```\n\n- [x] cut\n- [ ] sew\n",
        "**Phase 1: Frame** is first.\n\n- [x] cut\n- [ ] sew\n",
        "- **Frames**\n  - [x] cut\n- **Sails**\n  - [ ] sew\n",
    ],
)
def test_no_phases(text: str) -> None:
    assert phases(text) == [("", 1, 2)]
