"""Stretches of time, and what only looks like one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Span
from mkdocs_plan_plugin.reading.time.dates import read_date
from mkdocs_plan_plugin.reading.time.moments import is_ambiguous_date
from mkdocs_plan_plugin.reading.time.rules import DEFAULT_SPAN_RULES as RULES
from mkdocs_plan_plugin.reading.time.rules import DateOrder, SpanRules
from mkdocs_plan_plugin.reading.time.spans import UNKNOWN, is_to_come, read_span
from tests.reading.wording import in_words

GOLDEN = Path(__file__).parent / "golden" / "spans.txt"


def shapes() -> list[tuple[str, str]]:
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" => ") for line in lines if " => " in line)
    return [("" if text == "(empty)" else text, expected) for text, expected in pairs]


@pytest.mark.parametrize(("text", "expected"), shapes())
def test_every_shape_in_every_language(text: str, expected: str) -> None:
    assert in_words(read_span(text, RULES)) == expected


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("2 weeks", 10, 10),
        ("1 week", 5, 5),
        ("~2 hours", 0.25, 0.25),
        ("3-5 days", 3, 5),
        ("5–3 days", 3, 5),
        ("2 weeks - 3 weeks", 10, 15),
        ("1 day to 2 weeks", 1, 10),
        ("1,5 days", 1.5, 1.5),
        ("1.5 mois", 31.5, 31.5),
        ("0.5d", 0.5, 0.5),
        ("30min", 0.0625, 0.0625),
        ("10 business days", 10, 10),
        ("2-week", 10, 10),
        ("2 weeks (with review)", 10, 10),
        ("2 weeks, then rest", 10, 10),
        ("2 weeks of work", 10, 10),
        ("2 weeks - design", 10, 10),
        ("**2 weeks** ✅", 10, 10),
        ("2 semanas de trabajo", 10, 10),
        ("3-5 дней", 3, 5),
        ("4-6 недель", 20, 30),
        ("约 10 周", 50, 50),
        ("2 Wochen", 10, 10),
    ],
)
def test_durations(text: str, least: float, most: float) -> None:
    assert read_span(text, RULES) == Span(least=least, most=most)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Week 1", 0, 5),
        ("Week 3", 10, 15),
        ("Weeks 1-2", 0, 10),
        ("Week 1 – Week 2", 0, 10),
        ("Weeks 1 & 2", 0, 10),
        ("W1-W2", 0, 10),
        ("Days 6-10 (late)", 5, 10),
        ("Week 1: Foundation", 0, 5),
        ("Week 1 - Kick-off", 0, 5),
        ("Week 7+", 30, 35),
        ("Month 2", 21, 42),
        ("Semaines 1-4", 0, 20),
        ("Day 0", 0, 1),
    ],
)
def test_places(text: str, first: float, last: float) -> None:
    assert read_span(text, RULES) == Span(first=first, last=last)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026-01-05", date(2026, 1, 5), None),
        ("2026/01/05", date(2026, 1, 5), None),
        ("2026-01-05T10:00:00Z", date(2026, 1, 5), None),
        ("2026-01-05 to 2026-02-01", date(2026, 1, 5), date(2026, 2, 1)),
        ("2026-12-28 – 2027-01-08", date(2026, 12, 28), date(2027, 1, 8)),
        ("Jan 5, 2026 – February 1st, 2026", date(2026, 1, 5), date(2026, 2, 1)),
        ("5 January 2026", date(2026, 1, 5), None),
        ("31.12.2026", date(2026, 12, 31), None),
        ("31/12/2026", date(2026, 12, 31), None),
        ("12/31/2026", date(2026, 12, 31), None),
        ("2026-01-05 - Kick-off", date(2026, 1, 5), None),
        ("2026-01-05 (Monday)", date(2026, 1, 5), None),
    ],
)
def test_dates(text: str, start: date, end: date | None) -> None:
    assert read_span(text, RULES) == Span(start=start, end=end)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[Duration]",
        "S",
        "M/L",
        "v2",
        "3 tasks",
        "5 points",
        "0 days",
        "100%",
        "Phase 2",
        "Depends on Phase 1",
        "H1",
        "D1",
        "Week 5 Example",
        "24h rate limit",
        "2 weeks before launch",
        "2 weeks after Phase 1",
        "2 hours per page",
        "3 days each",
        "5 minutes timeout",
        "16-week schedule",
        "2 weeks + 1 day",
        "2 days / 1 week",
        "1,000 hours",
        "2+ weeks",
        "5 dogs",
        "2026-01-05-offline.md",
        "2026-02-30",
        "03/04/2026",
        "03/04/26",
        "2026-01-05 to 03/04/2026",
        "2026-01-05 – TBD",
        "2026-01-05 until done",
        "Week " + "9" * 5000,
        "9" * 5000 + " days",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert read_span(text, RULES) is None


@pytest.mark.parametrize(
    ("text", "ambiguous"),
    [
        ("Launch: 03/04/2026", True),
        ("Launch: 3/4/26", True),
        ("Launch: 31/12/2026", False),
        ("Launch: 05/05/2026", False),
        ("2026-04-03", False),
        ("1/2 done", False),
        ("/a/1/2/2026/b", False),
    ],
)
def test_ambiguous_dates(text: str, ambiguous: bool) -> None:
    assert is_ambiguous_date(text, RULES) is ambiguous


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2026, 1, 5), date(2026, 1, 5)),
        (datetime(2026, 1, 5, 10, tzinfo=UTC), date(2026, 1, 5)),
        ("2026-01-05", date(2026, 1, 5)),
        ("soon", None),
        (True, None),
        (20260105, None),
        (None, None),
        ([], None),
    ],
)
def test_read_date(value: object, expected: date | None) -> None:
    assert read_date(value, RULES) == expected


_WORDS = st.sampled_from(
    [
        "1",
        "2",
        "0",
        "12",
        "week",
        "weeks",
        "day",
        "h",
        "-",
        "–",
        "to",
        "~",
        ".",
        ",",
        "/",
        ":",
        "(",
        "2026-01-05",
        "31/12/2026",
        "Jan",
        "5,",
        "2026",
        "周",
        "of",
        "TBD",
        "第",
        "十",
        "월",
        "Q1",
        "sprint",
        "до",
        "9" * 30,
        "Feb",
        "29",
    ]
)
_TEXTS = st.text() | st.lists(_WORDS).map(" ".join) | st.lists(_WORDS).map("".join)
_SHAPES = st.sampled_from([text for text, _ in shapes()])


@given(_TEXTS)
def test_never_raises_and_makes_sense(text: str) -> None:
    span = read_span(text, RULES)
    is_ambiguous_date(text, RULES)
    if span and span.most is not None:
        assert span.least is not None
        assert 0 <= span.least <= span.most
        assert span.most > 0
    if span and span.first is not None:
        assert span.last is not None
        assert 0 <= span.first < span.last


@given(
    _TEXTS | _SHAPES,
    st.sampled_from(["", " ", "  ", "\t", "\n"]),
    st.sampled_from(["{}", "**{}**", "*{}*", "_{}_", "`{}`", "**_{}_**", "({})", "[{}]"]),
)
def test_space_and_marks_around_change_nothing(text: str, space: str, marks: str) -> None:
    if text.strip("*_`([ \t\n") != text or text.rstrip(")]-–—") != text:
        return  # marks of its own, or an open end
    assert read_span(space + marks.format(space + text + space) + space, RULES) == read_span(
        text, RULES
    )


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("1 sprint", Span(least=15, most=15)),
        ("1-2 sprints", Span(least=15, most=30)),
        ("Sprint 2", Span(first=15, last=30)),
        ("Sprints 1-2", Span(first=0, last=30)),
        ("2 weeks", Span(least=10, most=10)),
    ],
)
def test_the_length_of_a_sprint_is_an_option(text: str, span: Span) -> None:
    assert read_span(text, SpanRules(sprint_days=15)) == span


@pytest.mark.parametrize(
    ("order", "start", "end"),
    [
        (DateOrder.DMY, date(2026, 4, 3), date(2026, 6, 5)),
        (DateOrder.MDY, date(2026, 3, 4), date(2026, 5, 6)),
    ],
)
def test_the_order_of_dates_is_an_option(order: DateOrder, start: date, end: date) -> None:
    rules = SpanRules(date_order=order)
    assert read_span("03/04/2026", rules) == Span(start=start)
    assert read_span("03/04/2026 - 05/06/2026", rules) == Span(start=start, end=end)
    assert not is_ambiguous_date("03/04/2026", rules)
    assert read_date("03/04/2026", rules) == start


def test_an_order_that_a_date_does_not_have_makes_no_date() -> None:
    rules = SpanRules(date_order=DateOrder.MDY)
    assert read_span("31/12/2026", rules) is None
    assert is_ambiguous_date("31/12/2026", rules)


def test_what_is_to_come_is_known_to_be_unknown() -> None:
    assert read_span("TBD", RULES) == UNKNOWN
    assert read_span("TBDs remain", RULES) is None
    assert is_to_come(" **tbd**")
    assert not is_to_come("2 weeks")


def test_a_date_without_a_year_is_no_date_by_itself() -> None:
    assert read_date("Jan 15", RULES) is None


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("5 augu\u017ft 2026", Span(start=date(2026, 8, 5))),
        ("5 Apr\u0130l 2026", None),
        ("jul\u0130 - agosto 2026", None),
    ],
)
def test_letters_that_patterns_take_for_others(text: str, span: Span | None) -> None:
    assert read_span(text, RULES) == span
