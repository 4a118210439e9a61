"""Mermaid gantt charts: the days that Mermaid draws, and lines that it would not know."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Severity, State
from mkdocs_plan_plugin.reading.schedule.gantt.chart import read_gantt
from mkdocs_plan_plugin.reading.schedule.gantt.source import find_charts
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
        ("a1, 2026-01-05, 2026-01-05", "2026-01-05 to 2026-01-05"),
        ("a1, 2026-01-05, 12h", "2026-01-05 to 2026-01-05"),
        ("a1, 2026-01-05, 0.5d", "2026-01-05 to 2026-01-05"),
        ("a1, 2026-01-05, 2.4d", "2026-01-05 to 2026-01-06"),
        ("a1, 2026-01-05, 2.5d", "2026-01-05 to 2026-01-07"),
        ("a1, 2026-01-05, 0.5w", "2026-01-05 to 2026-01-08"),
        ("a1, 2026-01-31, 1M", "2026-01-31 to 2026-02-27"),
        ("a1, 2026-01-05, 14M", "2026-01-05 to 2027-03-04"),
        ("a1, 2026-01-05, 1y", "2026-01-05 to 2027-01-04"),
        ("vert, v1, 2026-03-01, 0d", "from 2026-03-01"),
        ("a1, 2026-01-05, 1d # a remark", "2026-01-05 to 2026-01-05"),
        ("a1, 2026-01-05, 1d;", "2026-01-05 to 2026-01-05"),
        ("a1, 2026-01-05, 2026-01-01", "2026-01-05 to 2026-01-01"),
        ("a1, 2026-01-05, 1d %% a remark", "2026-01-05 to 2026-01-05"),
        ("3d", "days 0 to 3 of the plan"),
        ("2w", "days 0 to 10 of the plan"),
        ("30m", "days 0 to 0.0625 of the plan"),
        ("milestone, 4d", "days 1 to 2 of the plan"),
    ],
)
def test_tasks(data: str, days: str) -> None:
    assert chart(f"Build :{data}") == {"Build": days}


def test_tasks_follow_one_another() -> None:
    assert chart("A :a, 2026-01-05, 2d", "section S", "B :3d", "C :2d") == {
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


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["A :after b, 2d", "B :b, 2026-01-05, 3d"], "2026-01-08 to 2026-01-09"),
        (["A :2026-01-05, until b", "B :b, 2026-01-09, 3d"], "2026-01-05 to 2026-01-08"),
        (["A :2026-01-05, until b c", "B :b, after c, 3d", "C :c, 2026-01-07, 1d"],
         "2026-01-05 to 2026-01-06"),
        (["A :2026-01-05, until s.1-a", "B :s.1-a, 2026-01-09, 3d"], "2026-01-05 to 2026-01-08"),
        (["A :after s.1 b-2 ü, 1d", "B :s.1, 2026-01-05, 1d", "C :b-2, 2026-01-05, 3d",
          "D :ü, 2026-01-05, 2d"], "2026-01-08 to 2026-01-08"),
        (["A :after task2, 1d", "B :2026-01-05, 3d"], "2026-01-08 to 2026-01-08"),
        (["A :after b, 1d", "B :b, 2026-01-05, 3d", "C :b, 2026-02-02, 3d"],
         "2026-02-05 to 2026-02-05"),
        (["A :until m", "M :milestone, m, 2026-01-09, 0d"], "unknown"),
    ],
)  # fmt: skip
def test_tasks_refer_to_any_task_of_the_chart(lines: list[str], days: str) -> None:
    assert chart(*lines)["A"] == days


def test_half_a_day_is_half_a_day() -> None:
    assert chart("A :a, 2026-01-05, 12h", "B :12h", "C :36h", "D :1d") == {
        "A": "2026-01-05 to 2026-01-05",
        "B": "2026-01-05 to 2026-01-05",
        "C": "2026-01-06 to 2026-01-07",
        "D": "2026-01-07 to 2026-01-08",
    }


def test_a_chart_without_dates_is_in_working_time() -> None:
    assert chart("A :1w", "B :b, after task1, 4h", "C :1M", "M :milestone, 0d") == {
        "A": "days 0 to 5 of the plan",
        "B": "days 5 to 5.5 of the plan",
        "C": "days 5.5 to 26.5 of the plan",
        "M": "days 26 to 27 of the plan",
    }


def test_times_of_day_count_from_the_first_one() -> None:
    lines = ["dateFormat HH:mm", "A :09:00, 2h", "B :11:00, 13:00", "C :90m"]
    assert chart(*lines) == {
        "A": "days 0 to 0.25 of the plan",
        "B": "days 0.25 to 0.5 of the plan",
        "C": "days 0.5 to 0.6875 of the plan",
    }


@pytest.mark.parametrize(
    ("tags", "state"),
    [
        ("done, ", State.DONE),
        ("active, ", State.IN_PROGRESS),
        ("crit, done, ", State.DONE),
        ("milestone, done, ", State.DONE),
        ("crit, ", None),
        ("", None),
    ],
)
def test_tags_are_states(tags: str, state: State | None) -> None:
    text = ["```mermaid", "gantt", f"A :{tags}a, 2026-01-05, 1d", "```"]
    (entry,), _ = read_gantt("p.md", text, (1, len(text)), None, RULES)
    assert entry.state is state


@pytest.mark.parametrize(
    ("form", "written", "days"),
    [
        ("YYYY-[Q]Q", "2026-Q4, 2027-Q1", "2026-10-01 to 2026-12-31"),
        ("[Q]Q YYYY", "Q4 2026, 1M", "2026-10-01 to 2026-10-31"),
        ("YYYY-Q", "2026-4, 2w", "2026-10-01 to 2026-10-14"),
        ("D MMM YYYY", "5 Jan 2026, 2d", "2026-01-05 to 2026-01-06"),
        ("MMMM Do, YY".replace(",", ""), "January 5th 26, 2d", "2026-01-05 to 2026-01-06"),
        ("YYYYMMDD", "20260105, 2d", "2026-01-05 to 2026-01-06"),
        ("YYYY-MM-DDTHH:mm", "2026-01-05T12:00, 24h", "2026-01-05 to 2026-01-06"),
        ("YYYY-MM-DD hh:mm A", "2026-01-05 01:00 PM, 12h", "2026-01-05 to 2026-01-06"),
        ("X", "1767571200, 2d", "2026-01-05 to 2026-01-06"),
        ("x", "1767571200000, 2d", "2026-01-05 to 2026-01-06"),
        ("DD.MM.YYYY", "2026-01-05, 2d", "2026-01-05 to 2026-01-06"),
        ("MM-DD", "01-05, 2d", "01-05 of some year to 01-06 of some year"),
    ],
)
def test_formats_of_dates(form: str, written: str, days: str) -> None:
    assert chart(f"dateFormat {form}", f"A :{written}") == {"A": days}


def test_settings_hold_for_the_whole_chart() -> None:
    assert chart("A :05.01.2026, 1d", "dateFormat DD.MM.YYYY # German") == {
        "A": "2026-01-05 to 2026-01-05"
    }


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
        (["excludes weekends", "includes 2026-01-10"], "2026-01-08 to 2026-01-12"),
        (["excludes 2026-01-09 2026-01-10"], "2026-01-08 to 2026-01-13"),
        (["excludes none that we know"], "2026-01-08 to 2026-01-11"),
    ],
)
def test_days_off_make_tasks_longer(settings: list[str], days: str) -> None:
    """8 January 2026 is a Thursday."""
    assert chart(*settings, "A :2026-01-08, 4d") == {"A": days}


def test_days_off_between_tasks_belong_to_neither() -> None:
    """9 January 2026 is a Friday."""
    lines = ["excludes weekends", "A :2026-01-09, 1d", "B :1d", "C :2026-01-09, 2026-01-11"]
    assert chart(*lines) == {
        "A": "2026-01-09 to 2026-01-09",
        "B": "2026-01-12 to 2026-01-12",
        "C": "2026-01-09 to 2026-01-10",
    }


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
        "A :a, 2d",
        "A :a, 2026-01-05, after b",
        "A :a, 2026-01-05, until nobody",
        "A :a, after a, 2d",
        "A :a, done, 2026-01-05, 2d",
        "A :done",
        "A :",
        ":2026-01-05, 2d",
        "nonsense",
    ],
)
def test_unknown_lines_are_noted(line: str) -> None:
    drawn = chart(line, "B :2026-01-05, 1d")
    assert drawn.pop("B") == "2026-01-05 to 2026-01-05"
    assert list(drawn.values()) == ["unknown"] * len(drawn)
    ((number, problem),) = problems(line, "B :2026-01-05, 1d")
    assert number == 3
    assert line in problem


def test_a_date_format_without_dates_is_noted() -> None:
    for form in ("ss", "DD", "YYYY YYYY", "dd.mm.jjjj", "nothing"):
        ((_, problem),) = problems(f"dateFormat {form}")
        assert repr(form) in problem


def test_a_chart_of_which_nothing_can_be_read_is_noted_once() -> None:
    assert problems("A :a, 2d", "B :soon", "C :b, 3d") == [
        (1, "no task of the gantt chart can be read")
    ]
    assert chart("A :a, 2d", "B :soon") == {}


def test_what_follows_an_unknown_task_is_not_drawn_and_not_noted() -> None:
    lines = [
        "A :a, 2026-01-05, 2d",
        "B :b, someday, 3d",
        "C :2d",
        "D :after b, 2d",
        "E :after a, 1d",
    ]
    assert chart(*lines) == {
        "A": "2026-01-05 to 2026-01-06",
        "B": "unknown",
        "C": "unknown",
        "D": "unknown",
        "E": "2026-01-07 to 2026-01-07",
    }
    assert [line for line, _ in problems(*lines)] == [4]


def test_a_circle_is_noted_once() -> None:
    lines = ["A :a, after b, 2d", "B :b, after a, 3d", "C :2d", "D :2026-01-05, 1d"]
    assert chart(*lines) == {
        "A": "unknown",
        "B": "unknown",
        "C": "unknown",
        "D": "2026-01-05 to 2026-01-05",
    }
    assert [line for line, _ in problems(*lines)] == [3]


def test_an_unknown_id_beside_a_known_one_is_ignored() -> None:
    lines = ["A :a, 2026-01-05, 2d", "B :after a z, 3d"]
    assert chart(*lines)["B"] == "2026-01-07 to 2026-01-09"
    ((line, problem),) = problems(*lines)
    assert (line, "'z'" in problem) == (4, True)


def test_settings_and_remarks_are_no_tasks() -> None:
    lines = ["title A: plan", "axisFormat %d:%m", "section One: two", "%% note: x", "",
             "todayMarker off", "click a href 'x:y'", "tickInterval 1week", "weekday monday",
             "accTitle: A title", "accDescr: A text", "accDescr {", "several: lines", "}",
             "%%{init: {", "gantt: {barHeight: 20}", "}}%%", "topAxis",
             "axisFormat %H:%M", "includes 2026-01-10"]  # fmt: skip
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
        (["```mermaid", "---", "config:", "  gantt:", "    x: 1", "---", "gantt"], True),
        (["```mermaid", "%%{init: {", "'a': 1", "}}%%", "gantt"], True),
        (["```mermaid", "---", "config: {gantt: {}}", "---", "flowchart LR"], False),
        (["```mermaid", "flowchart LR", "gantt"], False),
        (["```text", "gantt"], False),
        (["```mermaid"], False),
    ],
)
def test_find(head: list[str], is_chart: bool) -> None:
    text = [*head, "A :2026-01-05, 1d", "```"]
    assert bool(find_charts(text, [(1, len(text))])) is is_chart


def test_yaml_in_a_chart_is_not_part_of_it() -> None:
    settings = ["---", "title: A chart", "config:", "  gantt:", "    barHeight: 20", "---"]
    text = ["```mermaid", *settings, "gantt", "A :2026-01-05, 1d", "```"]
    entries, wrong = read_gantt("p.md", text, (1, len(text)), None, RULES)
    assert [(entry.name, entry.line) for entry in entries] == [("A", 9)]
    assert wrong == ()


def test_every_chart_of_a_page_is_read() -> None:
    fence = "```mermaid\ngantt\nsection {0}\n{0} :{0}, 2026-01-0{1}, 1d\n```\n"
    schedule, wrong = read_page(fence.format("A", 5) + "\nText\n\n" + fence.format("B", 7))
    assert [(entry.name, entry.group) for entry in schedule.entries] == [("A", "A"), ("B", "B")]
    assert wrong == ()


def test_names_that_tasks_share_are_no_dependencies() -> None:
    lines = ["A :a, 2026-01-05, 1d", "A :b, 2026-01-07, 1d", "C :after a b, 1d"]
    text = ["```mermaid", "gantt", *lines, "```"]
    *_, last = read_gantt("p.md", text, (1, len(text)), None, RULES)[0]
    assert (in_words(last.span), last.after) == ("2026-01-08 to 2026-01-08", ())


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
         "dateFormat", "YYYY", "99999w", "9999-12-31", "0d", "%%", "section", " ", "until",
         "99y", "HH:mm", "12:00", "includes", "---", "%%{", "accDescr {", "}"]
    )
).map("".join)  # fmt: skip


@given(st.lists(st.text(max_size=30) | _LINES, max_size=6))
def test_never_raises(lines: list[str]) -> None:
    text = ["```mermaid", "gantt", *lines, "```"]
    entries, wrong = read_gantt("p.md", text, (1, len(text)), None, RULES)
    assert max(len(entries), len(wrong)) <= len(lines)
