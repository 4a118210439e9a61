"""Tables that are schedules, and tables that are not."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_plan_plugin.model import ScheduleEntry, Span, Table
from mkdocs_plan_plugin.reading.schedule.rows.entries import entries_of
from mkdocs_plan_plugin.reading.schedule.tables import rows_of_table
from mkdocs_plan_plugin.reading.time.rules import DEFAULT_SPAN_RULES


def table(header: str, *rows: str) -> Table:
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in (header, *rows)]
    return Table(cells[0], tuple(cells[1:]), tuple(range(3, 3 + len(rows))), None)


def read_table(table: Table) -> list[ScheduleEntry]:
    return list(entries_of(rows_of_table(table, DEFAULT_SPAN_RULES), DEFAULT_SPAN_RULES))


FIVE_DAYS = Span(start=date(2026, 1, 5), end=date(2026, 1, 9))


@pytest.mark.parametrize(
    ("header", "row", "span"),
    [
        ("Phase | Duration", "Build | 2 weeks", Span(least=10, most=10)),
        ("Phase | Status | Time", "Build | Open | Week 2", Span(first=5, last=10)),
        ("Milestone | Date", "Build | 2026-01-05", Span(start=date(2026, 1, 5))),
        ("Task | Estimated time", "Build | 2h", Span(least=0.25, most=0.25)),
        ("Fase | Duración", "Build | 2 semanas", Span(least=10, most=10)),
        (
            "Phase | Start | End",
            "Build | 2026-01-05 | 2026-01-09",
            Span(start=date(2026, 1, 5), end=date(2026, 1, 9)),
        ),
        ("Phase | Start | End", "Build | Week 1 | Week 3", Span(first=0, last=15)),
        ("Phase | Start – End", "Build | 2026-01-05 – 2026-01-09", FIVE_DAYS),
        ("Phase | Start/End", "Build | 2026-01-05 - 2026-01-09", FIVE_DAYS),
        ("Phase | From | To", "Build | 2026-01-05 | 2026-01-09", FIVE_DAYS),
        ("Phase | Planned start | Planned end", "Build | 2026-01-05 | 2026-01-09", FIVE_DAYS),
        ("Fase | Fecha de inicio | Fecha de fin", "Build | 2026-01-05 | 2026-01-09", FIVE_DAYS),
        ("Phase | Duration | Dates", "Build | 1 week | 2026-01-05 – 2026-01-09", FIVE_DAYS),
        ("Phase | Dates", "Build | Start: 2026-01-05 End: 2026-01-09", FIVE_DAYS),
        ("Phase | ETA", "Build | 2026-01-09", Span(end=date(2026, 1, 9))),
        ("Phase | ETA", "Build | 2 weeks", Span(least=10, most=10)),
        ("Phase | Duration (weeks)", "Build | 2", Span(least=10, most=10)),
        ("Week | Phase", "2-3 | Build", Span(first=5, last=15)),
        ("Phase | Quarter", "Build | Q1 2026", Span(start=date(2026, 1, 1), end=date(2026, 3, 31))),
        ("Phase | Deadline", "Build | 2026-01-09", Span(end=date(2026, 1, 9))),
        (
            "Phase | Start | Duration",
            "Build | 2026-01-05 | 2 weeks",
            Span(least=10, most=10, start=date(2026, 1, 5)),
        ),
    ],
)
def test_schedules(header: str, row: str, span: Span) -> None:
    (entry,) = read_table(table(header, row))
    assert (entry.name, entry.span, entry.line) == ("Build", span, 3)


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Risk | Impact | Mitigation", "Delay | High | 2 weeks"),
        ("Phase | Status", "Build | 2 weeks"),
        ("Phase | Effort", "Build | M"),
        ("Step | Time", "Compile | 2 minutes"),
        ("Task | Schedule", "Backup | 24h"),
        ("Iterations | Time", "100 | 2 minutes"),
        ("Phase | Start | End", "Build | | "),
        ("Phase | Duration", "Build | TBD"),
        ("Phase | Duration", " | 2 weeks"),
        ("Phase", "Build"),
    ],
)
def test_no_schedules(header: str, row: str) -> None:
    assert all(entry.span == Span() for entry in read_table(table(header, row)))


@pytest.mark.parametrize(
    ("header", "row", "is_milestone"),
    [
        ("Milestone | Date", "Beta | 2026-03-01", True),
        ("Hito | Fin", "Beta | 2026-03-01", True),
        ("Phase | Date", "Milestone: Beta | 2026-03-01", True),
        ("Phase | Start | Duration", "Beta | 2026-03-01 | 0 days", True),
        ("Phase | Start", "Beta | 2026-03-01", False),
        ("Phase | Date", "Beta | 2026-03-01", True),
        ("Phase | Date", "Phase 2: Beta | 2026-03-01", False),
        ("Milestone | Duration", "Beta | 2 weeks", False),
        ("Milestone | Start | End", "Beta | 2026-03-01 | 2026-03-05", False),
        ("Milestone | Date", "Beta | TBD", False),
    ],
)
def test_milestones(header: str, row: str, is_milestone: bool) -> None:
    (entry,) = read_table(table(header, row))
    assert entry.is_milestone is is_milestone


@pytest.mark.parametrize(
    ("cell", "after"),
    [
        ("Phase 1", ("Phase 1",)),
        ("Phases 1, 3", ("Phase 1", "Phase 3")),
        ("after Phase 1", ("Phase 1",)),
        ("1", ("Phase 1",)),
        ("1, Paint", ("Phase 1", "Paint")),
        ("paint", ("Paint",)),
        ("None", ()),
        ("-", ()),
        ("", ()),
        ("9", ()),
        ("money", ()),
    ],
)
def test_dependencies(cell: str, after: tuple[str, ...]) -> None:
    rows = ("1 | 1 day | ", "Paint | 1 day | ", f"3 | 1 day | {cell}")
    *_, last = read_table(table("Phase | Duration | Depends on", *rows))
    assert last.after == after


def test_numbers_are_named_after_their_column() -> None:
    found = read_table(table("Phase | Duration", "1 | 1 day", "2a | 1 day", "Build | 1 day"))
    assert [entry.name for entry in found] == ["Phase 1", "Phase 2a", "Build"]


def spans(header: str, *rows: str) -> list[tuple[str, Span]]:
    return [(entry.name, entry.span) for entry in read_table(table(header, *rows))]


@pytest.mark.parametrize("again", ["", "Cut"])
def test_rows_that_continue(again: str) -> None:
    found = spans(
        "Phase | Step | Start | End",
        "Cut | saw | 2026-01-05 | 2026-01-06",
        f"{again} | sand | 2026-01-07 | 2026-01-09",
        "Glue | mix | 2026-01-12 | 2026-01-13",
    )
    glue = Span(start=date(2026, 1, 12), end=date(2026, 1, 13))
    assert found == [("Cut", FIVE_DAYS), ("Glue", glue)]


@pytest.mark.parametrize(
    ("first", "second", "span"),
    [
        ("2 days", "3 days", Span(least=5, most=5)),
        ("2 days", "", Span(least=2, most=2)),
        ("", "3 days", Span(least=3, most=3)),
        ("Week 1", "Week 2-3", Span(first=0, last=15)),
        ("2 days", "Week 3", Span()),
        ("2 days", "3 dayz", Span()),
    ],
)
def test_times_of_rows_that_continue(first: str, second: str, span: Span) -> None:
    rows = (f"Cut | saw | {first}", f" | sand | {second}")
    assert spans("Phase | Step | Time", *rows) == [("Cut", span)]


def test_the_total_of_steps_is_no_step() -> None:
    rows = ("Cut | saw | 2 days", " | **Total** | 9 days")
    assert [name for name, _ in spans("Phase | Step | Duration", *rows)] == ["Cut", "**Total**"]


def test_milestones_of_one_name_are_several() -> None:
    rows = ("Review | 2026-01-05", "Review | 2026-02-05")
    assert len(spans("Milestone | Date", *rows)) == 2


def test_a_row_without_a_time_keeps_its_position_but_a_heading_has_none() -> None:
    rows = ("Basics | | ", "Cut | 2 days | Ada", "Glue | | Bea", "Ship | 1 day | ")
    assert [name for name, _ in spans("Phase | Duration | Who", *rows)] == ["Cut", "Glue", "Ship"]


@pytest.mark.parametrize(
    ("header", "row", "names"),
    [
        ("# | Activity | Start | End", "1 | Dig | 2026-01-05 | 2026-01-09", ["Dig"]),
        ("Week | Focus", "1 | Dig", ["Dig"]),
        ("Component | Effort", "Pump | 2 days", []),
    ],
)
def test_tables_in_a_section_about_the_schedule(header: str, row: str, names: list[str]) -> None:
    rows = rows_of_table(table(header, row), DEFAULT_SPAN_RULES, is_own=True)
    assert [entry.name for entry in entries_of(rows, DEFAULT_SPAN_RULES)] == names
    assert read_table(table(header, row)) == []
