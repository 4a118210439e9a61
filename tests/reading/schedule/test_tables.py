"""Tables that are schedules, and tables that are not."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_plan_plugin.model import ScheduleEntry, Span, Table
from mkdocs_plan_plugin.reading.schedule.rows import entries_of
from mkdocs_plan_plugin.reading.schedule.tables import rows_of_table
from mkdocs_plan_plugin.reading.time.rules import DEFAULT_SPAN_RULES


def table(header: str, *rows: str) -> Table:
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in (header, *rows)]
    return Table(cells[0], tuple(cells[1:]), tuple(range(3, 3 + len(rows))), None)


def read_table(table: Table) -> list[ScheduleEntry]:
    return list(entries_of(rows_of_table(table), DEFAULT_SPAN_RULES))


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
