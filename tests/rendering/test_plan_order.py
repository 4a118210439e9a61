"""Plans in order and in groups."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Health, HealthAssessment, Plan, Progress
from mkdocs_plan_plugin.rendering import Words
from mkdocs_plan_plugin.rendering.plan_order import by_attention


def plan(title: str, progress: Progress, health: Health | None = None) -> Plan:
    assessment = HealthAssessment(health, "", {}) if health else None
    return Plan(f"{title}.md", title, progress=progress, assessment=assessment)


def test_what_needs_attention_comes_first_whatever_its_status() -> None:
    begun, new, done = Progress(1, 2), Progress(0, 2), Progress(2, 2)
    plans = [
        plan("a", done, Health.DONE),
        plan("b", begun, Health.ON_TRACK),
        plan("c", begun, Health.STALLED),
        plan("d", new, Health.LATE),
        plan("e", begun, Health.AT_RISK),
        plan("f", new),
    ]
    groups = by_attention(plans, Words())
    assert [(name, "".join(one.title for one in found)) for name, found in groups] == [
        ("Needs attention", "cde"),
        ("In progress", "b"),
        ("Not started", "f"),
        ("Done", "a"),
    ]
    assert [name for name, _ in by_attention(plans[:1], Words())] == ["Done"]
