"""Stretches of time, and what only looks like one."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Span
from mkdocs_plan_plugin.reading.spans import is_ambiguous_date, read_date, read_span


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
    assert read_span(text) == Span(least=least, most=most)


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
    assert read_span(text) == Span(first=first, last=last)


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
    assert read_span(text) == Span(start=start, end=end)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TBD",
        "[Duration]",
        "S",
        "M/L",
        "v2",
        "3 tasks",
        "5 points",
        "0 days",
        "100%",
        "Phase 2",
        "Sprint 1",
        "Depends on Phase 1",
        "Q1 2026",
        "H1 2026",
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
        "2h 30m",
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
    assert read_span(text) is None


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
    assert is_ambiguous_date(text) is ambiguous


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
    assert read_date(value) == expected


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
    ]
)


@given(st.text() | st.lists(_WORDS).map(" ".join) | st.lists(_WORDS).map("".join))
def test_never_raises_and_makes_sense(text: str) -> None:
    span = read_span(text)
    is_ambiguous_date(text)
    if span and span.most is not None:
        assert span.least is not None
        assert 0 <= span.least <= span.most
        assert span.most > 0
    if span and span.first is not None:
        assert span.last is not None
        assert 0 <= span.first < span.last
