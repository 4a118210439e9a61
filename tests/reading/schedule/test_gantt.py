"""Mermaid gantt charts: the days that Mermaid draws, and lines that it would not know."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Severity
from mkdocs_plan_plugin.reading.schedule.gantt import find_gantt, read_gantt
from mkdocs_plan_plugin.reading.time.rules import DEFAULT_SPAN_RULES as RULES
from tests.reading.schedule.read_page import read_page
from tests.reading.wording import in_words


def chart(*lines: str) -> dict[str, str]:
    """The tasks of a chart and their days."""
    text = ["```mermaid", "gantt", *lines, "```"]
    entries, _ = read_gantt("p.md", text, (1, len(text)), None, RULES)
    return {entry.name: in_words(entry.span) for entry in entries}


def problems(*lines: str) -> list[tuple[int, str]]:
    text = ["```mermaid", "gantt", *lines, "```"]
    _, wrong = read_gantt("p.md", text, (1, len(text)), None, RULES)
    assert all(each.severity is Severity.NOTE for each in wrong)
    return [(each.line, each.problem) for each in wrong]


@pytest.mark.parametrize(
    ("data", "days"),
    [
        ("a1, 2026-01-05, 5d", "2026-01-05 to 2026-01-09"),
        ("2026-01-05, 5d", "2026-01-05 to 2026-01-09"),
        ("a1, 2026-01-05, 2w", "2026-01-05 to 2026-01-18"),
        ("a1, 2026-01-05, 24h", "2026-01-05 to 2026-01-05"),
        ("a1, 2026-01-05, 36h", "2026-01-05 to 2026-01-06"),
        ("a1, 2026-01-05, 1.5d", "2026-01-05 to 2026-01-06"),
        ("a1, 2026-01-05, 2026-01-09", "2026-01-05 to 2026-01-08"),
        ("done, a1, 2026-01-05, 1d", "2026-01-05 to 2026-01-05"),
        ("crit, active, a1, 2026-01-05, 1d", "2026-01-05 to 2026-01-05"),
        ("done, 2026-01-05, 1d", "2026-01-05 to 2026-01-05"),
        ("milestone, m1, 2026-03-01, 0d", "from 2026-03-01"),
        ("milestone, 2026-03-01, 4d", "from 2026-03-03"),
        ("a1, 2026-01-05, 2026-01-05", "from 2026-01-05"),
        ("a1, 2026-01-05, 2026-01-01", "2026-01-05 to 2026-01-01"),
        ("a1, 2026-01-05, 1d %% a remark", "2026-01-05 to 2026-01-05"),
        ("3d", "3 days"),
        ("a1, 3d", "3 days"),
        ("a1, 30m", "0.0625 days"),
    ],
)
def test_tasks(data: str, days: str) -> None:
    assert chart(f"Build :{data}") == {"Build": days}


def test_tasks_follow_one_another() -> None:
    assert chart("A :a, 2026-01-05, 2d", "section S", "B :b, 3d", "C :2d") == {
        "A": "2026-01-05 to 2026-01-06",
        "B": "2026-01-07 to 2026-01-09",
        "C": "2026-01-10 to 2026-01-11",
    }


def test_tasks_start_after_the_last_of_others() -> None:
    lines = ["A :a, 2026-01-05, 2d", "B :b, 2026-01-05, 5d", "C :c, after a b, 2d"]
    text = ["```mermaid", "gantt", *lines, "```"]
    *_, last = read_gantt("p.md", text, (1, len(text)), None, RULES)[0]
    assert in_words(last.span) == "2026-01-10 to 2026-01-11"
    assert last.after == ("A", "B")


def test_the_date_format_is_the_charts() -> None:
    assert chart("dateFormat DD.MM.YYYY", "A :05.01.2026, 1d") == {"A": "2026-01-05 to 2026-01-05"}
    assert chart("dateFormat YYYY-MM", "A :2026-01, 2026-03") == {"A": "2026-01-01 to 2026-02-28"}
    assert chart("dateFormat YYYY-MM-DD HH:mm", "A :2026-01-05 09:00, 2h") == {
        "A": "2026-01-05 to 2026-01-05"
    }


@pytest.mark.parametrize(
    ("settings", "days"),
    [
        (["excludes weekends"], "2026-01-08 to 2026-01-13"),
        (["excludes saturday"], "2026-01-08 to 2026-01-12"),
        (["excludes weekends, 2026-01-12"], "2026-01-08 to 2026-01-14"),
        (["weekend friday", "excludes weekends"], "2026-01-08 to 2026-01-13"),
        (["inclusiveEndDates"], "2026-01-08 to 2026-01-11"),
        (["excludes none that we know"], "2026-01-08 to 2026-01-11"),
    ],
)
def test_days_off_make_tasks_longer(settings: list[str], days: str) -> None:
    """8 January 2026 is a Thursday."""
    assert chart(*settings, "A :2026-01-08, 4d") == {"A": days}


def test_inclusive_end_dates() -> None:
    assert chart("inclusiveEndDates", "A :2026-01-05, 2026-01-09") == {
        "A": "2026-01-05 to 2026-01-09"
    }


def test_a_chart_that_excludes_every_day_ends() -> None:
    every = "monday tuesday wednesday thursday friday saturday sunday"
    assert chart(f"excludes {every}", "A :2026-01-05, 1d") == {"A": "2026-01-05 to 2026-01-05"}


@pytest.mark.parametrize(
    "line",
    [
        "A :a, after nobody, 2d",
        "A :a, 2026-99-01, 2d",
        "A :a, 2026-01-05, soon",
        "A :a, 2026-01-05, 99999w",
        "A :a, 2026-01-05, 2d, more",
        "A :",
        ":2026-01-05, 2d",
        "nonsense",
    ],
)
def test_unknown_lines_are_noted(line: str) -> None:
    assert chart(line, "B :2026-01-05, 1d") == {"B": "2026-01-05 to 2026-01-05"}
    ((number, problem),) = problems(line)
    assert number == 3
    assert line in problem


def test_a_date_format_without_dates_is_noted() -> None:
    ((_, problem),) = problems("dateFormat X")
    assert "'X'" in problem


def test_settings_and_remarks_are_no_tasks() -> None:
    lines = ["title A: plan", "axisFormat %d:%m", "section One: two", "%% note: x", "",
             "todayMarker off", "click a href 'x:y'"]  # fmt: skip
    assert chart(*lines) == {}
    assert problems(*lines) == []


@pytest.mark.parametrize(
    ("head", "is_chart"),
    [
        (["```mermaid", "gantt"], True),
        (["~~~ mermaid", "", "%% remark", "gantt"], True),
        (["```{.mermaid}", "gantt"], True),
        (["> ```mermaid", "> gantt"], True),
        (["```mermaid", "---", "title: gantt", "---", "gantt"], True),
        (["```mermaid", "flowchart LR", "gantt"], False),
        (["```text", "gantt"], False),
        (["```mermaid"], False),
    ],
)
def test_find(head: list[str], is_chart: bool) -> None:
    text = [*head, "A :2026-01-05, 1d", "```"]
    assert (find_gantt(text, [(1, len(text))]) is not None) is is_chart


def test_a_page_shows_its_chart() -> None:
    page = "# P\n\n```mermaid\ngantt\n  A :2026-01-05, 1d\n  M :milestone, 2026-01-07, 0d\n```\n"
    schedule, wrong = read_page(page)
    first, last = schedule.entries
    assert (first.name, first.line, first.section) == ("A", 5, 0)
    assert (last.span.start, last.is_milestone) == (date(2026, 1, 7), True)
    assert wrong == ()


def test_a_chart_comes_after_tables_and_before_headings() -> None:
    fence = "```mermaid\ngantt\nA :2026-01-05, 1d\nnonsense\n```\n"
    heading, table = "## Phase 1 (2 days)\n", "| Phase | Duration |\n|---|---|\n| X | 1 day |\n"
    schedule, wrong = read_page(heading + fence)
    assert [entry.name for entry in schedule.entries] == ["A"]
    assert len(wrong) == 1
    schedule, wrong = read_page(heading + table + "\n" + fence)
    assert [entry.name for entry in schedule.entries] == ["X"]
    assert wrong == ()


_LINES = st.lists(
    st.sampled_from(
        ["A", ":", "a", ",", "2026-01-05", "after", "3d", "milestone", "excludes", "weekends",
         "dateFormat", "YYYY", "99999w", "9999-12-31", "0d", "%%", "section", " "]
    )
).map("".join)  # fmt: skip


@given(st.lists(st.text(max_size=30) | _LINES, max_size=6))
def test_never_raises(lines: list[str]) -> None:
    text = ["```mermaid", "gantt", *lines, "```"]
    entries, wrong = read_gantt("p.md", text, (1, len(text)), None, RULES)
    assert len(entries) + len(wrong) <= len(lines)
