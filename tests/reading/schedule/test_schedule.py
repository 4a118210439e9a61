"""When a page says that its phases are, whatever place it says it in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Severity, Span
from mkdocs_plan_plugin.reading import read_document
from mkdocs_plan_plugin.reading.time.moments import FIRST_YEAR
from mkdocs_plan_plugin.reading.time.rules import DateOrder, SpanRules
from tests.reading.schedule.read_page import read_page
from tests.reading.wording import in_words, schedule_in_words

GOLDEN = Path(__file__).parent / "golden"


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
        "start_date: 2026-01-05\nend_date: 2026-02-06",
        "plan: {start: 2026-01-05}\nstart: 2025-01-01\nend: Feb 6, 2026",
    ],
)
def test_start_and_end(meta: str) -> None:
    schedule = read_document("p.md", f"---\n{meta}\n---\n").schedule
    assert (schedule.start, schedule.end) == (date(2026, 1, 5), date(2026, 2, 6))
    assert schedule


@pytest.mark.parametrize(
    "meta",
    [
        "deadline: 2026-02-06",
        "due: Feb 6, 2026",
        "due_date: 2026-02-06",
        "plan: {deadline: 2026-02-06}\ndeadline: 2025-01-01",
        "plan: {due: 2026-02-06}",
        "due: Fri, Feb 6, 2026",
    ],
)
def test_deadlines_in_front_matter(meta: str) -> None:
    schedule = read_document("p.md", f"---\n{meta}\n---\n").schedule
    assert (schedule.deadline, schedule.end) == (date(2026, 2, 6), None)


@pytest.mark.parametrize(
    "timeline",
    [
        "\n    - Phase 1: 2 weeks\n    - Phase 2: 1 week",
        "\n    - Phase 1: 2 weeks\n      Phase 2: 1 week",
        " ['Phase 1: 2 weeks', Phase 2 (1 week)]",
        "\n    - {name: Phase 1, duration: 2 weeks}\n    - {phase: Phase 2, duration: 1 week}",
        " {Phase 1: {duration: 2 weeks}, Phase 2: 1 week}",
    ],
)
def test_a_timeline_in_any_form(timeline: str) -> None:
    document = read_document("p.md", f"---\nplan:\n  timeline:{timeline}\n---\n")
    found = [(entry.name, entry.span) for entry in document.schedule.entries]
    assert found == [
        ("Phase 1", Span(least=10, most=10)),
        ("Phase 2", Span(least=5, most=5)),
    ]
    assert document.diagnostics == ()


def test_a_timeline_with_dates_and_dependencies() -> None:
    text = "{name: B, start: 2026-01-05, end: 2026-01-09, depends_on: [Phase 1, Phase 2]}"
    (entry,) = read_document("p.md", f"---\nplan: {{timeline: [{text}]}}\n---\n").schedule.entries
    assert entry.span == Span(start=date(2026, 1, 5), end=date(2026, 1, 9))
    assert entry.after == ("Phase 1", "Phase 2")


@pytest.mark.parametrize("timeline", ["soon", "5", "2026-01-05"])
def test_a_timeline_that_is_neither_is_a_warning(timeline: str) -> None:
    (wrong,) = read_document("p.md", f"---\nplan:\n  timeline: {timeline}\n---\n").diagnostics
    assert "neither a mapping nor a list" in wrong.problem
    assert (wrong.line, wrong.severity) == (3, Severity.WARNING)


def test_a_time_in_front_matter_that_is_not_understood_keeps_its_position() -> None:
    meta = "plan:\n  timeline:\n    - A: 2 weeks\n    - B: 3 weks\n    - C: 1 day"
    document = read_document("p.md", f"---\n{meta}\n---\n")
    assert [in_words(entry.span) for entry in document.schedule.entries] == [
        "10 days",
        "unknown",
        "1 days",
    ]
    assert [wrong.line for wrong in document.diagnostics] == [5]


@pytest.mark.parametrize("page", sorted(GOLDEN.glob("*.md")), ids=lambda page: page.stem)
def test_whole_pages(page: Path) -> None:
    schedule, wrong = read_page(page.read_text(encoding="utf-8"))
    notes = "".join(f"note on line {each.line}: {each.problem}\n" for each in wrong)
    expected = page.with_suffix(".txt").read_text(encoding="utf-8")
    assert f"{schedule_in_words(schedule)}\n{notes}" == expected


def test_rules_reach_every_source() -> None:
    rules = SpanRules(sprint_days=5, date_order=DateOrder.DMY)
    pages = {
        "## Timeline\n- A: 1 sprint\n- B: 03/04/2026\n": ["5 days", "from 2026-04-03"],
        "| Phase | Duration |\n|---|---|\n| A | 2 sprints |\n": ["10 days"],
        "## Phase 1 (Sprint 2)\n## Phase 2 (1 sprint)\n": ["days 5 to 10 of the plan", "5 days"],
        "## Phase 1\n**Duration**: 3 sprints\n": ["15 days"],
        "---\nplan: {timeline: {A: 2 sprints}}\n---\n": ["10 days"],
    }
    for page, spans in pages.items():
        schedule, wrong = read_page(page, rules)
        assert [in_words(entry.span) for entry in schedule.entries] == spans
        assert wrong == ()


def test_a_time_to_come_keeps_its_place_without_a_word() -> None:
    schedule, wrong = read_page("## Timeline\n- A: 1 day\n- B: TBD\n- C: 1 day\n")
    assert [in_words(entry.span) for entry in schedule.entries] == ["1 days", "unknown", "1 days"]
    assert wrong == ()


def test_times_to_come_alone_are_no_schedule() -> None:
    assert not read_page("## Timeline\n- A: TBD\n- B: TBD\n")[0]


@pytest.mark.parametrize(
    ("meta", "text", "start"),
    [
        ("created: 2026-01-10", "", "2026-01-15"),
        ("", "**Date**: 2025-12-20\n", "2026-01-15"),
        ("", "Last updated: 2026-02-01\n", "2026-01-15"),
        ("plan: {start: 2026-01-01}", "**Date**: 2024-05-05\n", "2026-01-15"),
    ],
)
def test_the_page_gives_the_year(meta: str, text: str, start: str) -> None:
    page = f"---\n{meta}\n---\n# P\n\n{text}\n## Timeline\n- A: Jan 15 - Feb 2\n"
    schedule, wrong = read_page(page)
    assert str(schedule.entries[0].span.start) == start
    assert wrong == ()


def test_the_year_follows_the_date_order_of_the_site() -> None:
    page = "# P\n\n**Date**: 05/01/2026\n\n## Timeline\n- A: Jan 15 - Feb 2\n"
    schedule, wrong = read_page(page, SpanRules(date_order=DateOrder.DMY))
    assert [in_words(entry.span) for entry in schedule.entries] == ["2026-01-15 to 2026-02-02"]
    assert wrong == ()


def test_a_deadline_in_the_timeline_is_no_row() -> None:
    schedule, _ = read_page("## Timeline\n- A: 1 day\n- **Deadline**: 2026-03-01\n")
    assert [entry.name for entry in schedule.entries] == ["A"]
    assert schedule.deadline == date(2026, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "## Risks\n**Deadline**: 2026-03-01\n",
        "**Deadline**: soon\n",
        "```\nDeadline: 2026-03-01\n```\n",
        "<!--\nDeadline: 2026-03-01\n-->\n",
        "- A\n  - Deadline: 2026-03-01\n",
        "The deadline: 2026-03-01\n",
    ],
)
def test_what_is_no_deadline_of_the_plan(text: str) -> None:
    assert read_page(f"# P\n\n{text}")[0].deadline is None


def test_a_number_that_two_phases_have_links_neither() -> None:
    text = "**Depends on**: Phase 9\n**Duration**: 1 day\n"
    schedule, _ = read_page(f"## Phase 1: A\n{text}## Phase 1: B\n{text}")
    assert [entry.after for entry in schedule.entries] == [(), ()]


@pytest.mark.parametrize(
    ("meta", "key"),
    [
        ("due_date: soonish", "plan.due_date"),
        ("start: soon", "plan.start"),
        ("end: 03/04/2026", "plan.end"),
        ("deadline: one day", "plan.deadline"),
        ("timeline: {A: when ready}", "plan.timeline.A"),
    ],
)
def test_unreadable_front_matter_is_a_warning(meta: str, key: str) -> None:
    (wrong,) = read_document("p.md", f"---\nplan:\n  {meta}\n---\n").diagnostics
    assert key in wrong.problem
    assert (wrong.line, wrong.severity) == (3, Severity.WARNING)


@pytest.mark.parametrize(
    ("meta", "problem"),
    [
        ("deadline: soonish", "front matter key 'deadline': 'soonish' is not a date"),
        ("start: '2026-02-30'", "front matter key 'start': no such date '2026-02-30'"),
        ("end-date: 03/04/2026", "front matter key 'end-date': ambiguous date '03/04/2026'"),
        ("created: '2026-13-40'", "front matter key 'created': no such date '2026-13-40'"),
    ],
)
def test_an_unreadable_date_at_the_top_level_is_a_note(meta: str, problem: str) -> None:
    (note,) = read_document("p.md", f"---\ntitle: A\n{meta}\n---\n").diagnostics
    assert note.problem == problem
    assert (note.line, note.severity) == (3, Severity.NOTE)


@pytest.mark.parametrize(
    "meta",
    [
        "deadline: 2026-01-31",
        "deadline: TBD",
        "deadline: '[DATE]'",
        "deadline:",
        "start: 10:30",
        "start: {line: 3}",
        "created: last week",
        "dedline: soonish",
        "deadline: soonish\nplan: {due: 2026-01-31}",
    ],
)
def test_what_other_tools_have_there_is_no_problem(meta: str) -> None:
    assert read_document("p.md", f"---\n{meta}\n---\n").diagnostics == ()


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
    assert "ambiguous date" in note.problem
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
    assert entries(f"{text}## Phase 4 (12+ weeks)\n") == []


_PARTS = st.sampled_from(
    ["## Timeline\n", "## Phase 1 (2 weeks)\n", "### Phase 2: Q1 2026\n",
     "- Phase 3: Jan 15 - Feb 2\n",
     "  - Duration: 1 sprint\n", "**Deadline**: Feb 29\n", "**Duration**: 3-5 days\n", "\n",
     "| Phase | Start | Depends on |\n|---|---|---|\n", "| 2 | 2026-01-05 | 1, 2 |\n", "- B: TBD\n",
     "```mermaid\ngantt\n", "A :a, 2026-01-05, 3d\n", "B :after a, 0d\n", "```\n",
     "Date: 03/04/2026\n",
     "- Phase 2 depends on Phases 1-3\n", "Start: Dec 20\n", "- Total: 9 weeks\n", "<!--\n"]
)  # fmt: skip


@given(st.lists(_PARTS | st.text(max_size=20)).map("".join))
def test_never_raises_and_leaves_no_date_without_a_year(text: str) -> None:
    schedule, _ = read_page(text)
    days = [schedule.start, schedule.end, schedule.deadline]
    for entry in schedule.entries:
        days += [entry.span.start, entry.span.end]
    assert all(day.year >= FIRST_YEAR for day in days if day)


@pytest.mark.parametrize(
    ("deadline", "day"),
    [
        ("March 2026", date(2026, 3, 31)),
        ("end of Q1 2026", date(2026, 3, 31)),
        ("2026-W10", date(2026, 3, 8)),
    ],
)
def test_a_deadline_is_the_last_day_of_its_month(deadline: str, day: date) -> None:
    assert read_document("p.md", f"---\ndeadline: {deadline}\n---\n").schedule.deadline == day
