"""The layouts of tools: what is a plan, what belongs to it, and what its phases are."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Role, State, Unit
from mkdocs_plan_plugin.planning.pages.source_map import SourceMap
from mkdocs_plan_plugin.planning.portfolio import Portfolio, build_portfolio
from mkdocs_plan_plugin.reading import RoleRules, read_document
from mkdocs_plan_plugin.reading.tools import DIALECTS

TASKS = "# Tasks\n\n## 1. Begin\n\n- [x] 1.1 A\n- [ ] 1.2 B\n\n## 2. End\n\n- [ ] 2.1 C\n"
BOXES = "\n- [x] A\n- [ ] B\n"


def portfolio_of(mounted: bool, **pages: str) -> Portfolio:
    """A portfolio of pages by their paths in the repository.

    They are on the site as they are, or without the first folder, as a source is mounted.
    """
    if not mounted:
        documents = {path: read_document(path, text) for path, text in pages.items()}
        return build_portfolio(documents, RoleRules(), SourceMap("."))
    places = {f"plans/{path.partition('/')[2]}": path for path in pages}
    documents = {place: read_document(place, pages[path]) for place, path in places.items()}
    return build_portfolio(documents, RoleRules(), SourceMap("docs", places))


def members(portfolio: Portfolio) -> dict[str, list[str]]:
    """The names of each plan's other pages, by its title."""
    return {
        plan.title: sorted(member.path.rpartition("/")[2] for member in plan.members)
        for plan in portfolio.plans
    }


@pytest.mark.parametrize("mounted", [False, True])
def test_openspec_changes_with_their_specs(mounted: bool) -> None:
    found = portfolio_of(
        mounted,
        **{
            "openspec/changes/add-search/proposal.md": "# Add search\n",
            "openspec/changes/add-search/tasks.md": TASKS,
            "openspec/changes/add-search/specs/search/spec.md": "# Spec: Delta\n",
            "openspec/changes/archive/2026-01-02-old/tasks.md": TASKS,
            "openspec/changes/archive/2026-01-02-old/specs/old/spec.md": "# Spec: Old delta\n",
            "openspec/specs/search/spec.md": "# Spec: Search\n",
        },
    )
    assert members(found) == {"Add search": ["proposal.md", "spec.md"], "Old delta": ["spec.md"]}
    assert [plan.is_archived for plan in found.plans] == [False, True]
    assert [phase.title for phase in found.plans[0].phases] == ["1. Begin", "2. End"]


@pytest.mark.parametrize("mounted", [False, True])
def test_kiro_numbers_its_phases(mounted: bool) -> None:
    tasks = (
        "# Implementation Plan\n\n- [x] 1. Store\n  - [x] 1.1 Write\n  - [x] 1.2 Read\n"
        "- [ ] 2. Show\n  - [ ] 2.1 List\n    - _Requirements: 1.1_\n- [ ] 3. Ship\n"
    )
    requirements = (
        "# Requirements Document\n\n### Requirement 1\n\n#### Acceptance Criteria\n\n1. WHEN a\n"
    )
    found = portfolio_of(
        mounted, **{".kiro/specs/a/tasks.md": tasks, ".kiro/specs/a/requirements.md": requirements}
    )
    (plan,) = found.plans
    assert [(each.title, each.progress.done, each.progress.total) for each in plan.phases] == [
        ("1. Store", 2, 2),
        ("2. Show", 0, 1),
        ("3. Ship", 0, 1),
    ]
    assert [phase.location.line for phase in plan.phases] == [3, 6, 9]
    assert (plan.progress.done, plan.progress.total) == (2, 4)
    assert [each.target.definition.key for each in plan.coverage.requirements]


@pytest.mark.parametrize(
    "tasks",
    [
        "- [ ] 1. A\n- [ ] 2. B\n",  # nothing is in them
        "- [ ] 1. A\n  - [ ] x\n- [ ] 2. B\n",  # what is in them has other names
        "- [ ] 1. A\n  - [ ] 1.1 B\n- [ ] And C\n",  # not all have numbers
        "- [ ] 1. A\n  - [ ] 1.1 B\n",  # a single one
        "## Phase 1: P\n\n- [ ] 1. A\n  - [ ] 1.1 B\n- [ ] 2. C\n",  # the text has phases
        "## P\n\n- [ ] 1. A\n  - [ ] 1.1 B\n\n## Q\n\n- [ ] 2. C\n",  # or sections
    ],
)
def test_other_numbered_tasks_are_no_phases(tasks: str) -> None:
    (plan,) = portfolio_of(False, **{"a/tasks.md": f"# Tasks\n\n{tasks}"}).plans
    assert all(phase.location.line is None for phase in plan.phases)


@pytest.mark.parametrize("mounted", [False, True])
def test_spec_kitty_has_pages_of_work(mounted: bool) -> None:
    pages = {
        "kitty-specs/001-a/plan.md": "# Implementation Plan: A\n",
        "kitty-specs/001-a/tasks.md": f"# Tasks\n\n## Work Package WP01: Do\n{BOXES}",
        "kitty-specs/001-a/tasks/WP01-do.md": f"---\nlane: done\n---\n# WP01: Do\n{BOXES}",
        "kitty-specs/001-a/tasks/README.md": "# About\n",
    }
    found = portfolio_of(mounted, **pages)
    assert members(found) == {"A": ["WP01-do.md", "tasks.md"]}
    assert (found.plans[0].progress.done, found.plans[0].progress.total) == (1, 2)
    # Where the list holds no tasks, the pages of work do.
    pages["kitty-specs/001-a/tasks.md"] = "# Tasks\n\nSee the packages.\n"
    assert portfolio_of(mounted, **pages).plans[0].progress.total == 2
    # Where these hold none either, they are phases, with the status of their lane.
    pages["kitty-specs/001-a/tasks/WP01-do.md"] = "---\nlane: done\n---\n# WP01: Do\n"
    pages["kitty-specs/001-a/tasks/WP02-so.md"] = "---\nlane: doing\n---\n# WP02: So\n"
    pages["kitty-specs/001-a/tasks/WP03-on.md"] = "---\nlane: canceled\n---\n# WP03: On\n"
    (plan,) = portfolio_of(mounted, **pages).plans
    assert (plan.progress.done, plan.progress.total, plan.progress.unit) == (1, 2, Unit.PHASES)
    assert [phase.title for phase in plan.phases] == ["WP01: Do", "WP02: So"]


@pytest.mark.parametrize("mounted", [False, True])
def test_backlog_md_has_a_plan_for_each_task(mounted: bool) -> None:
    head = "---\nid: task-{n}\ntitle: {title}\nstatus: {status}\n---\n"
    criteria = "\n## Acceptance Criteria\n<!-- AC:BEGIN -->\n- [x] #1 It works\n<!-- AC:END -->\n"
    found = portfolio_of(
        mounted,
        **{
            "backlog/tasks/task-1 - A.md": head.format(n=1, title="A", status="In Progress")
            + criteria,
            "backlog/tasks/task-2 - B.md": head.format(n=2, title="B", status="To Do") + criteria,
            "backlog/completed/task-3 - C.md": head.format(n=3, title="C", status="Done")
            + criteria,
            "backlog/archive/tasks/task-4 - D.md": head.format(n=4, title="D", status="To Do"),
            "backlog/docs/doc-1 - Notes.md": "---\nid: doc-1\ntitle: Notes\n---\n# Notes\n",
        },
    )
    states = {plan.title: (plan.status, plan.checks.done, plan.is_archived) for plan in found.plans}
    assert states == {
        "A": ("in-progress", 1, False),
        "B": ("not-started", 1, False),
        "C": ("done", 1, False),
        "D": ("not-started", 0, True),
    }


@pytest.mark.parametrize("mounted", [False, True])
def test_backlog_md_names_pages_by_their_ids(mounted: bool) -> None:
    head = "---\nid: {id}\ntitle: {title}\nstatus: To Do\n---\n"
    pages = {
        "backlog/tasks/back-1 - A.md": head.format(id="BACK-1", title="A") + "Follows BACK-2.\n",
        "backlog/tasks/back-2 - B.md": head.format(id="BACK-2", title="B")
        + "See BACK-2, BACK-9.\n",
        "backlog/docs/doc-1 - Notes.md": "# Notes\n\nOf BACK-1.\n",
    }
    found = portfolio_of(mounted, **pages)
    links = {
        (path.rpartition("/")[2], key): target.path.rpartition("/")[2]
        for path, ids in found.ids.items()
        for key, target in ids.links.items()
    }
    assert links == {
        ("back-1 - A.md", "BACK-2"): "back-2 - B.md",
        ("back-2 - B.md", "BACK-2"): "back-2 - B.md",  # which is no link on the page itself
        ("doc-1 - Notes.md", "BACK-1"): "back-1 - A.md",
    }
    # An id that two pages have is none.
    pages["backlog/tasks/back-2 - C.md"] = head.format(id="BACK-2", title="C")
    found = portfolio_of(mounted, **pages)
    of_a = (
        next(ids for path, ids in found.ids.items() if path.endswith("A.md"))
        if any(path.endswith("A.md") for path in found.ids)
        else None
    )
    assert not of_a or "BACK-2" not in of_a.links


@pytest.mark.parametrize("mounted", [False, True])
def test_spec_kit_has_stories_and_contracts(mounted: bool) -> None:
    found = portfolio_of(
        mounted,
        **{
            "specs/001-a/plan.md": "# Implementation Plan: A\n",
            "specs/001-a/spec.md": "# Feature Specification: A\n\n- **FR-001**: It goes\n",
            "specs/001-a/tasks.md": "# Tasks\n\n## Phase 1: Setup\n\n- [x] T001 [P] Go, FR-001\n",
            "specs/001-a/contracts/api.md": "# API\n",
            "specs/001-a/checklists/requirements.md": "# Checklist\n\n- [ ] CHK001 Clear?\n",
        },
    )
    assert members(found) == {"A": ["api.md", "requirements.md", "spec.md", "tasks.md"]}
    (plan,) = found.plans
    assert (plan.progress.done, plan.progress.total, plan.checks.total) == (1, 1, 1)
    assert [each.target.definition.key for each in plan.coverage.requirements] == ["FR-001"]


@pytest.mark.parametrize("mounted", [False, True])
def test_spec_workflow_has_tasks_with_requirements(mounted: bool) -> None:
    tasks = "# Tasks Document\n\n- [x] 1. A\n  - _Requirements: 1.1_\n- [-] 2. B\n"
    requirements = (
        "# Requirements Document\n\n### Requirement 1\n\n#### Acceptance Criteria\n\n1. WHEN a\n"
    )
    found = portfolio_of(
        mounted,
        **{
            ".spec-workflow/specs/a/tasks.md": tasks,
            ".spec-workflow/specs/a/requirements.md": requirements,
            ".spec-workflow/specs/a/design.md": "# Design Document\n",
        },
    )
    assert [sorted(each.role for each in plan.members) for plan in found.plans] == [
        [Role.SPEC, Role.SPEC]
    ]
    (plan,) = found.plans
    assert (plan.progress.done, plan.progress.total) == (1, 2)
    keys = [each.target.definition.key for each in plan.coverage.requirements]
    assert keys == ["Requirement 1", "Requirement 1.1"]


def test_bmad_stories_are_plans() -> None:
    story = (
        "# Story 1.4: Routes\n\n## Status\n\nIn Progress\n\n## Acceptance Criteria\n\n"
        "1. It goes\n2. It stops\n3. It waits\n4. It hums\n5. It ends\n\n"
        "## Tasks / Subtasks\n\n- [x] Task 1: A (AC: 1)\n  - [x] B\n- [ ] Task 2: C (AC: 2-4)\n\n"
        "## QA Results\n\n- [ ] Later: more tests\n"
    )
    found = portfolio_of(
        False, **{"docs/stories/1.4.story.md": story, "docs/stories/x.md": "# X\n"}
    )
    (plan,) = found.plans
    assert plan.title == "Story 1.4: Routes"
    assert (plan.progress.done, plan.progress.total, plan.checks.total) == (1, 2, 1)
    assert [phase.title for phase in plan.phases] == ["Task 1: A (AC: 1)", "Task 2: C (AC: 2-4)"]
    assert plan.stated_status
    assert plan.stated_status.state is State.IN_PROGRESS
    assert {
        each.target.definition.key: len(each.entries) for each in plan.coverage.requirements
    } == {
        "AC1": 1,
        "AC2": 1,
        "AC3": 1,
        "AC4": 1,
        "AC5": 0,
    }


@pytest.mark.parametrize("mounted", [False, True])
def test_gsd_has_a_roadmap(mounted: bool) -> None:
    found = portfolio_of(
        mounted,
        **{
            ".planning/ROADMAP.md": "# Roadmap: App\n\n- [x] Phase 1: A\n- [ ] Phase 2: B\n",
            ".planning/REQUIREMENTS.md": "# Requirements\n",
            ".planning/phases/01-a/01-01-PLAN.md": "---\nphase: 01-a\nplan: 01\n---\n- [ ] check\n",
            ".planning/phases/01-a/01-RESEARCH.md": "# Phase 1: Research\n",
            ".planning/phases/01-a/01-01-SUMMARY.md": "# Summary\n",
            ".planning/milestones/v1.0-ROADMAP.md": "# Milestone v1.0\n\n- [x] Phase 0: Z\n",
        },
    )
    assert [(plan.title, plan.is_archived) for plan in found.plans] == [
        ("Roadmap: App", False),
        ("Milestone v1.0", True),
    ]
    assert members(found)["Roadmap: App"] == ["01-01-PLAN.md", "01-RESEARCH.md", "REQUIREMENTS.md"]
    assert (found.progress.done, found.progress.total) == (1, 2)


def test_superpowers_has_tasks_of_steps() -> None:
    text = (
        "# Search Implementation Plan\n\n### Task 1: Index\n\n- [x] **Step 1: Write**\n"
        "- [ ] **Step 2: Run**\n\n### Task 2: Query\n\n- [ ] **Step 1: Write**\n"
    )
    found = portfolio_of(
        False,
        **{
            "docs/superpowers/plans/2026-01-02-search.md": text,
            "docs/superpowers/specs/2026-01-02-search-design.md": "# Search Design\n",
        },
    )
    (plan,) = found.plans
    assert [phase.title for phase in plan.phases] == ["Task 1: Index", "Task 2: Query"]
    assert [member.role for member in plan.members] == [Role.SPEC]


@pytest.mark.parametrize("folder", ["conductor/tracks/a", ".agent-os/specs/2026-01-02-a"])
def test_plan_or_tasks_beside_a_spec(folder: str) -> None:
    name = "plan" if "conductor" in folder else "tasks"
    text = f"# Plan: A\n\n## Phase 1: B\n{BOXES}"
    found = portfolio_of(
        True,
        **{
            f"{folder}/{name}.md": text,
            f"{folder}/spec.md": "# Spec\n",
            f"{folder}/sub-specs/api-spec.md": "# API\n",
            f"{folder}/planning/requirements.md": "# Requirements\n",
        },
    )
    more = [] if name == "plan" else ["api-spec.md", "requirements.md"]
    assert members(found)["A"] == sorted([*more, "spec.md"])


def test_marks_of_a_tool_are_those_of_its_folder_in_the_repository() -> None:
    text = "# Tasks\n\n- [~] 1. A\n"
    there = read_document("a/tasks.md", text, source=".spec-workflow/specs/a/tasks.md")
    assert [task.state for task in there.tasks] == [State.BLOCKED]
    assert [task.state for task in read_document("a/tasks.md", text).tasks] == [State.IN_PROGRESS]


def test_every_tool_names_its_folders() -> None:
    names = [dialect.name for dialect in DIALECTS]
    assert len(set(names)) == len(names) == 11
    assert all(dialect.folders for dialect in DIALECTS)


def test_backlog_decisions_are_no_plans() -> None:
    front = "---\nid: decision-1\ntitle: Sums\nstatus: accepted\n---\n"
    found = portfolio_of(
        False,
        **{
            "backlog/decisions/decision-1 - Sums.md": f"{front}## Context\n",
            "backlog/tasks/task-1 - Do it.md": f"{front}\n- [ ] A\n",
        },
    )
    assert [plan.path for plan in found.plans] == ["backlog/tasks/task-1 - Do it.md"]


def test_what_agent_os_planned_before_is_no_title() -> None:
    folder = ".agent-os/specs/2026-01-01-ferry"
    found = portfolio_of(
        False,
        **{
            f"{folder}/tasks.md": f"# Tasks\n{BOXES}",
            f"{folder}/spec.md": "# Spec: Ferry tickets\n",
            f"{folder}/planning/requirements.md": "# Spec Requirements: Ferry\n",
            f"{folder}/planning/initial-research.md": "# Research\n",
        },
    )
    assert members(found) == {
        "Ferry tickets": ["initial-research.md", "requirements.md", "spec.md"]
    }
