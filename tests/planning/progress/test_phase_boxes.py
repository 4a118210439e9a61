"""A list of phases is no work of its own."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Exclusion, Plan, Progress
from mkdocs_plan_plugin.planning.portfolio import build_portfolio
from mkdocs_plan_plugin.reading import RoleRules, read_document

LIST = "- [x] **Phase 1: Frame** - cut and join\n- [ ] **Phase 2: Sail**\n- [ ] **Phase 3: Fly**\n"
FRAME = "### Phase 1: Frame\n\n- [x] cut\n- [x] join\n\n"
SAIL = "### Phase 2: Sail\n\n- [x] pattern\n- [ ] hem\n\n"
FLY = "### Phase 3: Fly\n\nTBD\n"


def plan_of(**pages: str) -> tuple[Plan, list[str]]:
    texts = {f"kite/{name}.md": text for name, text in pages.items()}
    documents = {path: read_document(path, text) for path, text in texts.items()}
    portfolio = build_portfolio(documents, RoleRules())
    (plan,) = portfolio.plans
    return plan, [f"{found.line}: {found.problem}" for found in portfolio.diagnostics]


def test_the_boxes_of_phases_do_not_count_beside_their_tasks() -> None:
    plan, said = plan_of(plan=f"# Plan: Kite\n\n## Phases\n\n{LIST}\n{FRAME}{SAIL}")
    assert plan.progress == Progress(3, 5)
    excluded = [entry.task.text for entry in plan.excluded if entry.exclusion is Exclusion.PHASE]
    assert excluded == ["Phase 1: Frame - cut and join", "Phase 2: Sail"]
    assert said == []


def test_a_phase_without_tasks_is_counted_by_its_box() -> None:
    plan, _ = plan_of(plan=f"# Plan: Kite\n\n## Phases\n\n{LIST}\n{FRAME}{SAIL}{FLY}")
    found = [(phase.title, phase.progress.done, phase.progress.total) for phase in plan.phases]
    assert found == [("Phase 1: Frame", 2, 2), ("Phase 2: Sail", 1, 2), ("Phase 3: Fly", 0, 1)]


def test_phases_on_another_page_of_the_plan() -> None:
    plan, _ = plan_of(plan=f"# Plan: Kite\n\n{LIST}", tasks=f"# Tasks: Kite\n\n{FRAME}{SAIL}{FLY}")
    assert plan.progress == Progress(3, 5)  # the third phase has only its box


def test_a_ticked_box_of_a_phase_with_open_tasks_is_reported() -> None:
    ticked = LIST.replace("- [ ] **Phase 2", "- [x] **Phase 2")
    _, said = plan_of(plan=f"# Plan: Kite\n\n## Phases\n\n{ticked}\n{FRAME}{SAIL}")
    assert said == ["6: the phase says '[x]', but 1 of 2 tasks are ticked"]


def test_items_that_name_sections_by_id_or_name() -> None:
    text = "- [ ] 1.1 Cut the spars\n- [ ] Sew the sail\n\n"
    sections = "## 1.1 Cut the spars\n\n- [x] saw\n- [x] sand\n\n## Sew the sail\n\n- [ ] hem\n"
    plan, _ = plan_of(plan=f"# Plan: Kite\n\n{text}{sections}")
    assert plan.progress == Progress(2, 3)


@pytest.mark.parametrize("box", ["Phase 1: Paint the tail", "Phase 9: Frame", "cut", "fly"])
def test_other_boxes_count(box: str) -> None:
    plan, _ = plan_of(plan=f"# Plan: Kite\n\n- [ ] {box}\n\n{FRAME}### fly\n\n- [x] go\n")
    assert plan.progress == Progress(3, 4)
