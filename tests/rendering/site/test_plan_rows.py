"""What the list of plans says of a plan besides its numbers."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_plan_plugin.model import Health, HealthAssessment, Plan, Progress
from mkdocs_plan_plugin.planning import Portfolio
from mkdocs_plan_plugin.rendering import RenderContext, Templates, make_environment
from mkdocs_plan_plugin.rendering.site.plan_rows import lacking, row_of
from tests.rendering.addresses import Addresses
from tests.rendering.test_page_widgets import DATES, TEMPLATES, WORDS

DUE = date(2026, 10, 30)


@pytest.fixture
def context() -> RenderContext:
    templates = Templates(make_environment([str(TEMPLATES)], WORDS, DATES))
    return RenderContext(templates, WORDS, Addresses(), Portfolio(), DATES)


def test_a_reason_marks_the_phase_and_is_escaped(context: RenderContext) -> None:
    values = {"phase": "A <b> & {c}", "days": 24, "date": DUE}
    assessment = HealthAssessment(Health.AT_RISK, "health.at-risk.phase", values)
    row = row_of(context, Plan("p.md", "P", progress=Progress(1, 2), assessment=assessment), "p.md")
    assert row.reason == (
        '<b>A &lt;b&gt; &amp; {c}</b> was due on <time datetime="2026-10-30">Oct\u00a030</time>'
    )
    assert row.healths == "at-risk|attention"
    assert row.pill == row.health


@pytest.mark.parametrize(
    ("health", "done", "reason", "has_pill"),
    [
        (Health.ON_TRACK, 1, "", True),
        (Health.ON_TRACK, 0, "", False),
        (
            Health.DONE,
            2,
            '1 day early, due on <time datetime="2026-10-30">Oct\u00a030</time>',
            False,
        ),
    ],
)
def test_a_reason_that_the_dates_tell_is_left_out(
    health: Health, done: int, reason: str, has_pill: bool, context: RenderContext
) -> None:
    key = "health.done.early" if health is Health.DONE else "health.on-track.end"
    assessment = HealthAssessment(health, key, {"days": 1, "date": DUE})
    plan = Plan("p.md", "P", progress=Progress(done, 2), assessment=assessment)
    row = row_of(context, plan, "p.md")
    assert row.reason == reason
    assert bool(row.pill) is has_pill
    assert row.healths == health


def test_columns_that_no_plan_fills(context: RenderContext) -> None:
    rows = [
        row_of(context, Plan("p.md", "P", progress=progress), "p.md")
        for progress in (Progress(), Progress(1, 2))
    ]
    assert lacking(rows) == "dates"
    assert lacking(rows[:1]) == "bars dates"
