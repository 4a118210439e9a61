"""A plan worked out from its pages."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Place, Progress, Role
from mkdocs_plan_plugin.planning.grouping import Group
from mkdocs_plan_plugin.planning.plans import UPCOMING, make_plan
from mkdocs_plan_plugin.reading import read_document

PLAN = "# Implementation Plan: Maps\n\n## Phase 1: Setup\n\n## Timeline\n- Phase 1: 2 weeks\n"
TASKS = "# Tasks: Maps\n\n## Phase 1: Setup\n- [x] a\n- [ ]\n- [ ] b\n- [ ] c\n- [ ] d\n- [ ] e\n"


def test_a_plan_of_three_pages() -> None:
    texts = {"plan.md": PLAN, "tasks.md": TASKS, "spec.md": "# Spec\n- [ ] not a task of ours\n"}
    documents = {path: read_document(path, text) for path, text in texts.items()}
    members = {"tasks.md": Role.TASKS, "spec.md": Role.SPEC}
    plan, wrong = make_plan(Group("plan.md", members), documents)
    assert wrong == []
    assert plan.title == "Maps"
    assert [member.path for member in plan.members] == ["spec.md", "tasks.md"]
    assert plan.progress == Progress(1, 5)
    assert plan.sources == ("tasks.md",)
    assert [(phase.place.path, phase.progress.total) for phase in plan.phases] == [("tasks.md", 5)]
    assert [task.text for task in plan.upcoming] == ["b", "c", "d"][:UPCOMING]
    assert plan.timeline == Place("plan.md", 2)
    assert plan.schedule
    assert plan.schedule.bars[0].progress == Progress(1, 5)
