"""Which pages are part of a plan by what they are about, and by what the plan says of them."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.planning.portfolio import Portfolio, build_portfolio
from mkdocs_plan_plugin.reading import RoleRules, read_document

OTHERS = {f"manual-{number}.md": f"# Manual {number}\n" for number in range(4)}
TASKS = "\n- [x] Lend\n- [ ] Return\n"


def portfolio(pages: dict[str, str]) -> Portfolio:
    return build_portfolio(
        {path: read_document(path, text) for path, text in pages.items()}, RoleRules()
    )


def plans(pages: dict[str, str]) -> dict[str, tuple[int, int]]:
    found = portfolio(pages).plans
    return {plan.path: (plan.progress.done, plan.progress.total) for plan in found}


@pytest.mark.parametrize(
    ("head", "title", "tasks", "is_part"),
    [
        ("mfa.md", "Two-Factor Login Implementation Plan", "Town Library - Tasks", False),
        ("mfa.md", "Two-Factor Login Implementation Plan", "Tasks: Login", True),
        ("mfa.md", "Two-Factor Login Implementation Plan", "Tasks", False),
        ("plan.md", "Implementation Plan: Login", "Tasks: Town Library", False),
        ("plan.md", "Implementation Plan: Login", "Tasks", True),
        ("plan.md", "Implementation Plan", "Tasks: Town Library", True),
        ("plan.md", "图书馆 实施计划", "Tasks: 图书馆", True),
        ("plan.md", "图书馆 实施计划", "Tasks: 登录", False),
    ],
)
def test_a_task_list_in_a_folder_of_a_whole_site(
    head: str, title: str, tasks: str, is_part: bool
) -> None:
    pages = {head: f"# {title}\n", "tasks.md": f"# {tasks}\n{TASKS}"}
    expected = {head: (1, 2)} if is_part else {head: (0, 0), "tasks.md": (1, 2)}
    assert plans(pages | OTHERS) == expected
    assert plans(pages) == {head: (1, 2)}  # a folder of its own


def test_a_quick_start_of_a_whole_site_is_no_part_of_a_plan() -> None:
    pages = {
        "plan.md": "# Implementation Plan: Login\n",
        "quickstart.md": "# Quick start\n",
        "research.md": "# Keys\n",
    }
    assert [*portfolio(pages | OTHERS).plans_of] == ["plan.md", "research.md"]
    assert [*portfolio(pages).plans_of] == ["plan.md", "research.md", "quickstart.md"]


def test_a_page_that_a_plan_only_names_is_no_part_of_it() -> None:
    found = portfolio(
        {
            "plans/x.md": "# Implementation Plan: X\n\n- [ ] Change `docs/QUICK-START.md`"
            " and `guide/requirements.md`, see [start](../QUICK-START.md)\n",
            "QUICK-START.md": "# Quick start\n",
            "guide/requirements.md": "# Requirements\n",
        }
    )
    assert list(found.plans_of) == ["plans/x.md"]


def test_a_page_with_a_label_is_a_part_of_the_plan() -> None:
    found = portfolio(
        {
            "plans/x.md": "# Implementation Plan: X\n\n**Spec:** `specs/y.md`\n\n- [ ] A\n",
            "specs/y-design.md": "# Y\n",
            "specs/y.md": "---\nplan: {role: spec}\n---\n# Y\n",
        }
    )
    assert [member.path for member in found.plans[0].members] == ["specs/y.md"]


def test_the_total_of_items_counts_plans() -> None:
    def item(number: int, status: str) -> str:
        meta = f"---\nid: task-{number}\ntitle: T{number}\nstatus: {status}\n---\n"
        return meta + "\n## Acceptance Criteria\n\n- [ ] #1 It shines\n"

    states = ("Done", "To Do", "In Progress", "Done", "Blocked")
    pages = {f"backlog/tasks/task-{n} - T.md": item(n, state) for n, state in enumerate(states)}
    first, total = portfolio(pages).plans[0], portfolio(pages).progress
    assert (first.status, first.checks.total) == ("done", 1)
    assert (total.done, total.total, total.unit) == (2, 5, "plans")
    with_steps = pages | {"backlog/tasks/task-9 - T.md": item(9, "Done") + "\n## Plan\n\n- [ ] x\n"}
    total = portfolio(with_steps).progress
    assert (total.done, total.total, total.unit) == (3, 6, "plans")
    tasks = {f"{name}/plan.md": f"# Implementation Plan: {name}\n{TASKS}" for name in "abcdefg"}
    total = portfolio(pages | tasks).progress
    assert (total.done, total.total, total.unit) == (7, 14, "tasks")
