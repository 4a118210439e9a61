"""Tasks that stand on two pages of a plan are reported."""

from __future__ import annotations

from mkdocs_plan_plugin.planning.portfolio import build_portfolio
from mkdocs_plan_plugin.reading import RoleRules, read_document

PLAN, TASKS = "# Plan: Kite\n\n", "# Tasks: Kite\n\n"
BOXES = "- [x] cut the spars\n- [ ] join them\n- [ ] sew the sail\n"


def said(plan: str, tasks: str) -> list[tuple[str, int, str]]:
    texts = {"kite/plan.md": PLAN + plan, "kite/tasks.md": TASKS + tasks}
    documents = {path: read_document(path, text) for path, text in texts.items()}
    found = build_portfolio(documents, RoleRules()).diagnostics
    return [(each.path, each.line, each.problem) for each in found]


def test_the_same_tasks_twice() -> None:
    (found,) = said(BOXES, BOXES.replace("[ ]", "[x]"))
    assert found == (
        "kite/tasks.md",
        3,
        "3 tasks are on kite/plan.md as well, so they count twice",
    )


def test_a_few_common_tasks_are_nothing_to_report() -> None:
    more = "".join(f"- [ ] step {number}\n" for number in range(9))
    assert said(BOXES, "- [ ] join them\n" + more) == []
