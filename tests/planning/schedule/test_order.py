"""What rows wait for."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Location, Phase, Progress, ScheduleEntry, Span
from mkdocs_plan_plugin.planning.schedule.order import Order, order_of
from mkdocs_plan_plugin.reading.tasks.phases import read_phase_heading
from tests.planning.schedule.schedules import days, row

A, B, C, D = "Phase 1: Ground", "Phase 2: Walls", "Phase 3: Roof", "Phase 4: Paint"


def order(*rows: ScheduleEntry, phases: tuple[Phase, ...] = ()) -> Order:
    found: list[Phase | None] = [None] * len(rows)
    return order_of("p.md", rows, found, phases)


def waits(found: Order) -> dict[int, tuple[tuple[int, ...], tuple[int, ...]]]:
    return {each: (start.after, start.alongside) for start in found.starts for each in start.rows}


def test_rows_that_say_nothing_follow_one_another() -> None:
    found = order(row(A, days(1)), row(B, days(1)), row(C, days(1)))
    assert waits(found) == {0: ((), ()), 1: ((0,), ()), 2: ((1,), ())}
    assert found.after == ((), (), ())


def test_words_come_before_the_order_of_the_text() -> None:
    found = order(
        row(A, days(1)),
        row(B, days(1), after=("Phase 1",)),
        row(C, days(1), alongside=("Phase 2",)),
        row(D, days(1), after=("Phase 1", "phase 3")),
    )
    assert waits(found) == {0: ((), ()), 1: ((0,), ()), 2: ((), (1,)), 3: ((0, 2), ())}
    assert found.after == ((), (0,), (), (0, 2))
    assert not found.diagnostics


def test_a_row_that_says_nothing_follows_all_that_run_at_one_time() -> None:
    found = order(
        row(A, days(1)),
        row(B, days(9), after=("Phase 1",)),
        row(C, days(1), alongside=("Phase 2",)),
        row(D, days(1)),
    )
    assert waits(found)[3] == ((0, 1, 2), ())


def test_a_row_follows_none_that_waits_for_it() -> None:
    found = order(row(A, days(1)), row(B, days(1), after=("Phase 3",)), row(C, days(1)))
    assert waits(found) == {0: ((), ()), 2: ((0,), ()), 1: ((2,), ())}
    assert [start.rows for start in found.starts] == [(0,), (2,), (1,)]


def test_rows_that_name_each_other_as_parallel_start_together() -> None:
    found = order(
        row(A, days(1)),
        row(B, days(1), alongside=("Phase 3",)),
        row(C, days(1), alongside=("Phase 2",)),
        row(D, days(1)),
    )
    assert [start.rows for start in found.starts] == [(0,), (1, 2), (3,)]
    assert waits(found)[1] == ((0,), ())
    assert waits(found)[3] == ((1, 2), ())
    assert not found.diagnostics


@pytest.mark.parametrize(
    "name",
    ["Phase 1", "phase 01", "PHASE 1: ground", "Ground", "1", "#1", "  Phase   1 ", "**Phase 1**"],
)
def test_names_of_a_row(name: str) -> None:
    found = order(row(A, days(1)), row(B, days(1), after=(name,)))
    assert found.after[1] == (0,)
    assert not found.diagnostics


@pytest.mark.parametrize(
    ("names", "asked", "row_of_it"),
    [
        (("T014: Digging", "T015: Pouring"), "T014", 0),
        (("WP01 - Digging", "WP02 - Pouring"), "WP2", 1),
        (("1.1 Digging", "1.2 Pouring"), "1.2", 1),
        (("1. Digging", "2. Pouring"), "2", 1),
        (("Week 1", "Phase 1"), "Phase 1", 1),
        (("第一阶段 地基", "第二阶段 墙"), "第二阶段", 1),
    ],
)
def test_names_of_other_kinds(names: tuple[str, str], asked: str, row_of_it: int) -> None:
    found = order(
        row(names[0], days(1)), row(names[1], days(1)), row("End", days(1), after=(asked,))
    )
    assert found.after[2] == (row_of_it,)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("Phase 9", "but no row of the schedule has that name"),
        ("Phase 1: Cellar", "but no row of the schedule has that name"),
        ("Phase 3", "but several rows of the schedule have that name"),
        ("3", "but several rows of the schedule have that name"),
        ("Gr", "but no row of the schedule has that name"),
        ("", "but no row of the schedule has that name"),
    ],
)
def test_an_unsure_name_is_no_guess(name: str, problem: str) -> None:
    twice = (row("Phase 3: Roof", days(1)), row("Phase 3: Doors", days(1)))
    found = order(row(A, days(1)), *twice, row(D, days(1), after=(name,), line=7))
    (note,) = found.diagnostics
    assert problem in note.problem
    assert note.problem.endswith("so it is not drawn")
    assert note.line == 7
    assert found.starts[3].is_unknown


def test_a_phase_without_a_row_matters_only_where_a_place_is_wanted() -> None:
    phase = Phase(
        "Phase 0: Plan", Location("p.md", 1), read_phase_heading("Phase 0: Plan"), Progress()
    )
    dated = row(A, Span(first=0, last=5), after=("Phase 0",))
    assert not order(dated, phases=(phase,)).diagnostics
    assert order(dated).diagnostics
    assert order(row(A, days(1), after=("Phase 0",)), phases=(phase,)).diagnostics


def test_a_row_is_called_as_its_phase_is() -> None:
    phase = Phase("Phase 1: Ground", Location("p.md", 1), read_phase_heading(A), Progress())
    rows = (row("Ground", days(1)), row("Walls", days(1), after=("Phase 1",)))
    assert order_of("p.md", rows, [phase, None]).after[1] == (0,)


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        (
            (row(A, days(1), after=("Phase 2",)), row(B, days(1), after=("Phase 1",))),
            "'Phase 1: Ground' after 'Phase 2: Walls' after 'Phase 1: Ground' is a circular",
        ),
        (
            (row(A, days(1), after=("Phase 1",)),),
            "'Phase 1: Ground' after 'Phase 1: Ground' is a circular dependency",
        ),
        (
            (row(A, days(1), alongside=("Phase 2",)), row(B, days(1), after=("Phase 1",))),
            "'Phase 2: Walls' after 'Phase 1: Ground' alongside 'Phase 2: Walls' is a circular",
        ),
        (
            (
                row(A, days(1), after=("Phase 3",)),
                row(B, days(1), after=("Phase 1",)),
                row(C, days(1), after=("Phase 2",)),
            ),
            "'Phase 1: Ground' after 'Phase 3: Roof' after 'Phase 2: Walls' after"
            " 'Phase 1: Ground' is a circular dependency",
        ),
    ],
)
def test_circles_are_named(rows: tuple[ScheduleEntry, ...], problem: str) -> None:
    found = order(*rows)
    (note,) = found.diagnostics
    assert problem in note.problem
    assert all(start.is_unknown for start in found.starts)
    assert not any(found.after)


def test_each_circle_is_named_once() -> None:
    found = order(
        row(A, days(1), after=("Phase 2",)),
        row(B, days(1), after=("Phase 1",)),
        row(C, days(1), after=("Phase 4",)),
        row(D, days(1), after=("Phase 3", "Phase 1")),
    )
    assert len(found.diagnostics) == 2
    assert found.after[3] == (0,)


def test_a_row_is_not_parallel_with_itself() -> None:
    found = order(row(A, days(1)), row(B, days(1), alongside=("Phase 2",)))
    assert waits(found)[1] == ((0,), ())
    assert not found.diagnostics
