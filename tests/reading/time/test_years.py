"""The year of dates without one, and when there is none."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_plan_plugin.model import ScheduleEntry, Span
from mkdocs_plan_plugin.reading.time.rules import DEFAULT_SPAN_RULES as RULES
from mkdocs_plan_plugin.reading.time.spans import UNKNOWN, read_span
from mkdocs_plan_plugin.reading.time.years import YearHints, lacks_year, with_years


def entries(*times: str) -> list[ScheduleEntry]:
    return [ScheduleEntry("A", read_span(time, RULES) or UNKNOWN, time, 1) for time in times]


def settled(*times: str, around: YearHints | None = None) -> list[str]:
    found, _ = with_years("p.md", entries(*times), around or YearHints())
    ends = ((entry.span.start, entry.span.end) for entry in found)
    return [" to ".join(str(day) for day in pair if day) for pair in ends]


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (("Jan 5, 2026", "Jan 15 - Feb 2"), ["2026-01-05", "2026-01-15 to 2026-02-02"]),
        (("Dec 1, 2025", "Dec 15", "Jan 15"), ["2025-12-01", "2025-12-15", "2026-01-15"]),
        (("Dec 1, 2025", "Dec 20 - Jan 5"), ["2025-12-01", "2025-12-20 to 2026-01-05"]),
        (("Jan 5, 2026", "Oct 1", "Jan 10"), ["2026-01-05", "2026-10-01", "2027-01-10"]),
        (("Feb 10, 2026", "Jan 20"), ["2026-02-10", "2026-01-20"]),
        (("Jan 15", "Feb 10, 2026"), ["2026-01-15", "2026-02-10"]),
        (("Dec 15", "Jan 10, 2026"), ["2025-12-15", "2026-01-10"]),
        (("2 weeks", "Jan 15", "2026-02-01"), ["", "2026-01-15", "2026-02-01"]),
        (("Feb 1, 2028", "Feb 29"), ["2028-02-01", "2028-02-29"]),
        (("2027-01-04", "in February"), ["2027-01-04", "2027-02-01 to 2027-02-28"]),
        (("2027-01-04", "end of February"), ["2027-01-04", "2027-02-28"]),
        (("Nov 2, 2026", "KW 50 – KW 3"), ["2026-11-02", "2026-12-07 to 2027-01-24"]),
        (("Nov 2, 2026", "KW 1"), ["2026-11-02", "2027-01-04 to 2027-01-10"]),
        (("KW 45", "2026-12-01"), ["2026-11-02 to 2026-11-08", "2026-12-01"]),
    ],
)
def test_years_from_the_schedule(times: tuple[str, ...], expected: list[str]) -> None:
    assert settled(*times) == expected


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        (YearHints(begins=date(2026, 1, 1)), "2026-01-15"),
        (YearHints(begins=date(2025, 12, 1)), "2026-01-15"),
        (YearHints(page=(date(2026, 1, 2),)), "2026-01-15"),
        (YearHints(page=(date(2025, 11, 2), date(2026, 2, 1))), "2026-01-15"),
        (YearHints(begins=date(2026, 1, 1), page=(date(2020, 1, 1),)), "2026-01-15"),
    ],
)
def test_years_from_the_page(around: YearHints, expected: str) -> None:
    assert settled("Jan 15", around=around) == [expected]


@pytest.mark.parametrize(
    ("times", "around"),
    [
        (("Jan 15",), YearHints()),
        (("Jan 15",), YearHints(page=(date(2025, 1, 2), date(2026, 1, 2)))),
        (("Jan 15",), YearHints(begins=date(2026, 6, 1))),
        (("Feb 29",), YearHints(begins=date(2026, 1, 1))),
        (("KW 53",), YearHints(begins=date(2027, 6, 1))),
    ],
)
def test_nobody_can_know(times: tuple[str, ...], around: YearHints) -> None:
    found, wrong = with_years("p.md", entries(*times), around)
    assert [entry.span for entry in found] == [UNKNOWN]
    assert all(time in note.problem for time, note in zip(times, wrong, strict=True))


def test_lacks_year() -> None:
    assert lacks_year(read_span("Dec 20 - Jan 5", RULES) or Span())
    assert not lacks_year(Span(start=date(2026, 1, 5), least=2, most=2))
    assert not lacks_year(UNKNOWN)
