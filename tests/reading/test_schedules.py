"""When a page says that its phases are, whatever place it says it in."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_plan_plugin.model import Severity, Span
from mkdocs_plan_plugin.reading import read_document


def entries(text: str) -> list[tuple[str, Span]]:
    found = read_document("p.md", text).schedule.entries
    return [(entry.name, entry.span) for entry in found]


def test_front_matter_comes_first() -> None:
    text = "---\nplan:\n  timeline: {Build: 2 weeks}\n---\n## Timeline\n- Phase 1: 1 day\n"
    assert entries(text) == [("Build", Span(least=10, most=10))]


@pytest.mark.parametrize(
    "meta",
    [
        "plan: {start: 2026-01-05, end: 2026-02-06}",
        "start: 2026-01-05\nend: 2026-02-06",
        "start_date: 2026-01-05\ndeadline: 2026-02-06",
        "plan: {start: 2026-01-05}\nstart: 2025-01-01\ndue: Feb 6, 2026",
    ],
)
def test_start_and_end(meta: str) -> None:
    schedule = read_document("p.md", f"---\n{meta}\n---\n").schedule
    assert (schedule.start, schedule.end) == (date(2026, 1, 5), date(2026, 2, 6))
    assert schedule


@pytest.mark.parametrize(
    ("meta", "key"),
    [
        ("start: soon", "plan.start"),
        ("end: 03/04/2026", "plan.end"),
        ("timeline: {A: when ready}", "plan.timeline.A"),
    ],
)
def test_unreadable_front_matter_is_a_warning(meta: str, key: str) -> None:
    (wrong,) = read_document("p.md", f"---\nplan:\n  {meta}\n---\n").diagnostics
    assert key in wrong.problem
    assert wrong.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "## Timeline\n- Launch: 03/04/2026\n",
        "| Phase | Start |\n|---|---|\n| 1 | 03/04/2026 |\n",
    ],
)
def test_ambiguous_dates_are_noted_and_not_drawn(text: str) -> None:
    document = read_document("p.md", text)
    assert not document.schedule
    (note,) = document.diagnostics
    assert "two ways" in note.problem
    assert note.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("name", "is_total"),
    [
        ("Total", True),
        ("Total estimated time", True),
        ("Grand total", True),
        ("Overall", True),
        ("总计", True),
        ("Overall design", False),
        ("Totally new parts", False),
    ],
)
def test_totals(name: str, is_total: bool) -> None:
    text = f"## Timeline\n- Phase 1: 2 weeks\n- {name}: 3 weeks\n"
    schedule = read_document("p.md", text).schedule
    assert bool(schedule.total) is is_total
    assert len(schedule.entries) == (1 if is_total else 2)


def test_the_total_is_that_of_the_entries_that_are_taken() -> None:
    text = (
        "## Timeline\n- Phase 1: 2 weeks\n- Total: 2 weeks\n\n"
        "| Phase | Duration |\n|---|---|\n| Total | 9 days |\n"
    )
    total = read_document("p.md", text).schedule.total
    assert total
    assert total.written == "2 weeks"


def test_a_total_alone_is_no_schedule() -> None:
    assert not read_document("p.md", "## Timeline\n- Total: 3 weeks\n").schedule


def test_ranges_from_nought_are_times_since_the_start() -> None:
    text = "## Phase 1 (0-4 weeks)\n## Phase 2 (2-6 weeks)\n"
    assert [span for _, span in entries(text)] == [
        Span(first=0, last=20),
        Span(first=10, last=30),
    ]


def test_ranges_that_may_be_times_or_durations_are_not_drawn() -> None:
    text = "## Phase 1 (3-6 weeks)\n## Phase 2 (6-9 weeks)\n## Phase 3 (9-12 weeks)\n"
    assert entries(text) == []
