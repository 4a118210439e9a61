"""Times in lists and headings."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_plan_plugin.model import Section, Span
from mkdocs_plan_plugin.reading import read_document
from mkdocs_plan_plugin.reading.schedule.section import find_timeline


def entries(text: str) -> list[tuple[str, Span]]:
    found = read_document("p.md", text).schedule.entries
    return [(entry.name, entry.span) for entry in found]


def days(least: float, most: float | None = None) -> Span:
    return Span(least=least, most=least if most is None else most)


@pytest.mark.parametrize(
    "title",
    [
        "Timeline",
        "📅 Timeline",
        "5. Timeline",
        "Implementation Timeline",
        "Project Timeline Overview",
        "Timeline & Milestones",
        "Timeline (tentative)",
        "Schedule",
        "Project schedule",
        "Estimated effort",
        "Time estimates",
        "Milestones",
        "Cronograma de ejecución",
        "4. 实施时间线",
    ],
)
def test_timeline_titles(title: str) -> None:
    assert find_timeline([Section(1, "Plan", 1), Section(2, title, 3)]) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Timeline risks",
        "Maintenance schedule behaviour",
        "Backup schedule",
        "Scheduler",
        "Overview",
        "Estimated cost",
    ],
)
def test_other_titles(title: str) -> None:
    assert find_timeline([Section(2, title, 1)]) is None


def test_the_title_of_the_page_is_no_timeline() -> None:
    assert find_timeline([Section(1, "Timeline", 1)]) is None


FIVE_DAYS = Span(start=date(2026, 1, 5), end=date(2026, 1, 9))


@pytest.mark.parametrize(
    ("line", "name", "span"),
    [
        ("- Phase 1: 2 weeks", "Phase 1", days(10)),
        ("- **Phase 1**: 2-3 weeks", "Phase 1", days(10, 15)),
        ("- [ ] Phase 1: 2 weeks", "Phase 1", days(10)),
        ("- Phase 1 — 2 weeks", "Phase 1", days(10)),
        ("- Phase 1: Setup: 2 weeks", "Phase 1: Setup", days(10)),
        ("- Phase 1 - Setup: 2 weeks", "Phase 1 - Setup", days(10)),
        ("- Phase 1: Setup (2 weeks)", "Phase 1: Setup", days(10)),
        ("- Week 1-2: Foundation", "Foundation", Span(first=0, last=10)),
        ("- Week 1: Phase 2 - Core (45 min)", "Phase 2 - Core (45 min)", Span(first=0, last=5)),
        ("- 2026-01-05: Kick-off", "Kick-off", Span(start=date(2026, 1, 5))),
        ("- Launch: 2026-01-05", "Launch", Span(start=date(2026, 1, 5))),
        ("- Launch (2026-01-05 – 2026-01-09)", "Launch", FIVE_DAYS),
        ("- Launch (2026-01-05 (Mon) - 2026-01-09 (Fri))", "Launch", FIVE_DAYS),
        ("- Launch: 2026-01-05 (Mon) - 2026-01-09 (Fri)", "Launch", FIVE_DAYS),
        ("- Phase 1 - Hull - 2026-01-05 - 2026-01-09", "Phase 1 - Hull", FIVE_DAYS),
        ("- Sprint 12 (2026-01-05 - 2026-01-09): Survey", "Survey", FIVE_DAYS),
        ("- Phase 1 (2026-01-05 - 2026-01-09): Hull", "Phase 1: Hull", FIVE_DAYS),
        ("- Phase 1 (1 week): 2026-01-05 - 2026-01-09", "Phase 1", FIVE_DAYS),
        ("- **Phase 1: Hull** (2 weeks) - with care", "Phase 1: Hull: with care", days(10)),
        ("- Launch: ~~2026-01-02~~ 2026-01-05", "Launch", Span(start=date(2026, 1, 5))),
        ("- end of March 2026: Launch", "Launch", Span(end=date(2026, 3, 31))),
        ("- Update the docs (2 days)", "Update the docs", days(2)),
    ],
)
def test_items(line: str, name: str, span: Span) -> None:
    assert entries(f"# P\n\n## Timeline\n\n{line}\n") == [(name, span)]


@pytest.mark.parametrize(
    "line",
    [
        "- Phase 2: Depends on Phase 1",
        "- Phase 3: 3 tasks",
        "- Phase 1: [Duration]",
        "- Slack: we wait (2 weeks) - see below",
        "- Last updated: 2026-01-05",
        "- ~~Phase 1: 2 weeks~~",
        "- API: 24h rate limit",
        "- 2 weeks later: rest",
        "- Version: v2",
        "- Effort: M",
        "2 weeks",
        "```\n- Phase 1: 2 weeks\n```",
    ],
)
def test_what_says_no_time(line: str) -> None:
    assert entries(f"# P\n\n## Timeline\n\n{line}\n") == []


def test_items_elsewhere_say_no_time() -> None:
    assert entries("## Notes\n- Phase 1: 2 weeks\n## Timeline\n") == []


def test_parts_are_not_counted_again() -> None:
    text = "## Timeline\n- Phase 1: 2 weeks\n  - Design: 1 week\n  - Build: 1 week\n- B: 1 day\n"
    assert entries(text) == [("Phase 1", days(10)), ("B", days(1))]


def test_starts_and_ends_nested_in_an_item() -> None:
    text = "## Timeline\n- Phase 1\n  - Start: 2026-01-05\n  - End: 2026-01-09\n- Phase 2: 1 day\n"
    assert entries(text) == [("Phase 1", FIVE_DAYS), ("Phase 2", days(1))]


def test_days_of_a_week_count_from_its_start() -> None:
    text = "## Timeline\n### Week 1\n- Day 2: A\n### Week 2: More\n- Day 1: B\n- Days 4-5: C\n"
    assert entries(text) == [
        ("A", Span(first=1, last=2)),
        ("B", Span(first=5, last=6)),
        ("C", Span(first=8, last=10)),
    ]


@pytest.mark.parametrize(
    ("title", "span"),
    [
        ("Phase 1: Setup (Week 1-2)", Span(first=0, last=10)),
        ("Phase 1 (3 days)", days(3)),
        ("Phase 1: 3 days", days(3)),
        ("Phase 1 — Week 1: Base", Span(first=0, last=5)),
        ("Week 3: Polish", Span(first=10, last=15)),
        ("Phase 1 (2026-01-05 – 2026-01-09)", FIVE_DAYS),
        ("Phase 1: Hull — 2026-01-05 to 2026-01-09", FIVE_DAYS),
        ("Phase 1: Hull, 2026-01-05 to 2026-01-09", FIVE_DAYS),
        ("Phase 1 (2026-01-05 (Mon) – 2026-01-09 (Fri))", FIVE_DAYS),
    ],
)
def test_headings(title: str, span: Span) -> None:
    assert entries(f"# P\n\n## {title}\n") == [(title, span)]


@pytest.mark.parametrize(
    "title",
    [
        "Phase 1: Setup (MVP)",
        "Phase 1 (2 of 3)",
        "Overview (2 weeks)",
        "Task 1 (v2)",
        "Phase 1: Hull ⏱️ 45 min - 1 hour",
        "~~Phase 1 (2 weeks)~~",
    ],
)
def test_headings_without_times(title: str) -> None:
    assert entries(f"# P\n\n## {title}\n") == []


def test_tasks_of_a_phase_do_not_follow_it() -> None:
    text = "## Phase 1 (2 days)\n### Task 1.1 (1 day)\n### Task 1.2 (1 day)\n## Phase 2 (1 day)\n"
    assert [name for name, _ in entries(text)] == ["Phase 1 (2 days)", "Phase 2 (1 day)"]


def test_sprints_of_a_phase_keep_their_weeks() -> None:
    text = "## Phase 1 (Months 1-3)\n### Sprint 1 (Weeks 1-2)\n### Sprint 2 (Weeks 3-4)\n"
    assert [span for _, span in entries(text)] == [
        Span(first=0, last=63),
        Span(first=0, last=10),
        Span(first=10, last=20),
    ]


def test_other_weeks_of_the_page_are_another_story() -> None:
    text = (
        "# P\n## Plan\n### Phase 1 (Week 1)\n### Phase 2 (Week 2)\n"
        "## After launch\n### Week 1: Watch\n### Week 2: Mend\n"
    )
    assert [name for name, _ in entries(text)] == ["Phase 1 (Week 1)", "Phase 2 (Week 2)"]


def test_weeks_that_go_on_are_one_schedule() -> None:
    text = (
        "# P\n## Phase 1 (Months 1-3)\n### Sprint 1 (Weeks 1-2)\n## Sprint 2 (Weeks 3-4)\n"
        "### Sprint 3 (Weeks 5-6)\n## Phase 2 (Months 4-6)\n"
    )
    assert len(entries(text)) == 5


def test_dates_are_all_taken() -> None:
    text = "# P\n## A\n### Phase 1 (2026-01-05)\n### Phase 2 (2026-01-06)\n## B\n"
    assert len(entries(f"{text}### Phase 3 (2026-01-07)\n")) == 3
