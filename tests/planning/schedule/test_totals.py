"""Whether phases add up to their total."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Diagnostic, ScheduleEntry, Span, WrittenSchedule
from mkdocs_plan_plugin.planning.schedule.schedule import schedule_of
from mkdocs_plan_plugin.reading.time.rules import DEFAULT_SPAN_RULES as RULES
from mkdocs_plan_plugin.reading.time.spans import read_span


def entry(
    name: str, written: str, line: int, section: int | None = 1, **links: object
) -> ScheduleEntry:
    span = read_span(written, RULES) or Span()
    return ScheduleEntry(name, span, written, line, section, **links)  # type: ignore[arg-type]


def notes(parts: str, total: str, line: int = 9, section: int | None = 1) -> list[Diagnostic]:
    """The diagnostics for phases with these durations, in lines 1, 2, 3 ..."""
    rows = [entry(f"Part {at}", part, at) for at, part in enumerate(parts.split(", "), 1)]
    written = WrittenSchedule(tuple(rows), entry("Total", total, line, section))
    return [note for note in schedule_of("p.md", written, ())[1] if "add up" in note.problem]


@pytest.mark.parametrize(
    ("parts", "total"),
    [
        ("2 weeks, 3 weeks", "5 weeks"),
        ("2-3 weeks, 1 week", "3-4 weeks"),
        ("2-3 weeks, 1 week", "4 weeks"),
        ("2-3 weeks, 1 week", "3 weeks"),
        ("2 weeks, 3 weeks", "4-6 weeks"),
        ("1.5 weeks, 3 weeks", "5 weeks"),
        ("1.5 weeks, 3 weeks", "4.5 weeks"),
        ("2 days, 7 days", "2 weeks"),
        ("14 days, 14 days", "4 weeks"),
        ("10 days, 10 days", "4 weeks"),
        ("4 weeks, 8 weeks", "3 months"),
        ("1 month, 1 month", "8 weeks"),
        ("3 months, 3 months", "24 weeks"),
        ("6 months, 6 months", "52 weeks"),
        ("7 days, 8 days", "2 weeks"),
        ("1 week, 1 week", "14 days"),
        ("1 week, 1 week", "10 days"),
        ("90 minutes, 1h", "2.5 hours"),
        ("30 min, 45 min", "1.5 hours"),
        ("20h, 20h", "3 weeks"),
        ("2 weeks, 4 weeks", "6 weeks"),
        ("2 weeks, 4 weeks", "about 7 weeks"),
        ("2 weeks, 4 weeks", "~7 weeks"),
        ("2 weeks, TBD", "9 weeks"),
        ("2 weeks, ongoing", "9 weeks"),
        ("Week 1, Weeks 2-4", "4 weeks"),
        ("Weeks 1-3, Weeks 2-4", "4 weeks"),
        ("2 weeks, 2026-01-05", "9 weeks"),
        ("9 weeks", "3 weeks"),
    ],
)
def test_it_may_be_right(parts: str, total: str) -> None:
    assert not notes(parts, total)


@pytest.mark.parametrize(
    ("parts", "total", "message"),
    [
        ("2 weeks, 3 weeks", "6 weeks", "25 working days, but 'Total' says '6 weeks', which is 30"),
        ("1 day, 2 days, 2 days", "4 days", "5 working days, but"),
        ("2-3 weeks, 1 week", "3-5 weeks", "15–20 working days, but"),
        ("2-3 weeks, 1 week", "5 weeks", "15–20 working days, but"),
        ("2 weeks, 3 weeks", "6-8 weeks", "25 working days, but"),
        ("2 days, 9 days", "4 weeks", "11 working days, but"),
        ("4 weeks, 4 weeks", "4 months", "40 working days, but"),
        ("2h, 3h", "6 hours", "5 hours, but 'Total' says '6 hours', which is 6 hours"),
        ("45 min, 45 min", "3 hours", "1.5 hours, but"),
        ("2 weeks, 4 weeks", "~9 weeks", "30 working days, but"),
        ("Week 1, Weeks 2-4", "6 weeks", "20 working days, but"),
    ],
)
def test_it_is_wrong(parts: str, total: str, message: str) -> None:
    (note,) = notes(parts, total)
    assert note.line == 9
    assert note.problem.startswith(f"the phases add up to {message}")


def test_the_time_that_passes_is_a_total_as_well() -> None:
    rows = (
        entry("A", "4 weeks", 1),
        entry("B", "3 weeks", 2, alongside=("A",)),
        entry("C", "1 week", 3),
    )

    def count(total: str) -> int:
        written = WrittenSchedule(rows, entry("Total", total, 4))
        return len(schedule_of("p.md", written, ())[1])

    assert [count(total) for total in ("8 weeks", "5 weeks", "6 weeks")] == [0, 0, 1]


def test_a_total_may_say_the_same_in_another_unit() -> None:
    assert not notes("20h, 25h", "2 weeks (45 hours)")
    assert not notes("2 weeks, 3 weeks", "6 weeks with a pause, 5 weeks without")


@pytest.mark.parametrize(
    ("line", "section", "is_told"),
    [(9, 1, True), (1, 1, True), (2, 1, False), (9, 4, False), (0, None, True), (9, None, False)],
)
def test_a_total_speaks_of_its_own_list(line: int, section: int | None, is_told: bool) -> None:
    assert bool(notes("1 week, 1 week, 1 week", "9 weeks", line, section)) is is_told


def test_a_total_of_nothing_we_know_is_not_compared() -> None:
    assert not notes("2 weeks, 3 weeks", "half a year")
    rows = (ScheduleEntry("A", Span(10, 10), "two weeks", 1, 1),) * 2
    total = ScheduleEntry("Total", Span(10, 10), "2 weeks", 9, 1)
    assert not schedule_of("p.md", WrittenSchedule(rows, total), ())[1]
