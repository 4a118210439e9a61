"""Tables that are task lists, tables of phases, and other tables with a status."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Form, State, Table, Task
from mkdocs_plan_plugin.reading.tasks.marks import StateRules
from mkdocs_plan_plugin.reading.tasks.status_tables import phase_columns, read_status_table

RULES = StateRules()


def table(header: str, *rows: str) -> Table:
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in (header, *rows)]
    return Table(cells[0], tuple(cells[1:]), tuple(range(3, 3 + len(rows))), 2)


def read(header: str, *rows: str, rules: StateRules = RULES) -> list[tuple[str, State]]:
    found = read_status_table(table(header, *rows), rules)
    return [(task.text, task.state) for task in found]


def test_a_row_is_a_task_with_its_place() -> None:
    found = read_status_table(
        table("# | Tarea | Depende de | Estado", "T-01 | Dibujar | — | Hecha", "T-02 | Ver | | ?"),
        RULES,
    )
    assert found == (
        Task("T-01 Dibujar", State.DONE, 3, 2, Form.ROW, "Hecha"),
        Task("T-02 Ver", State.OPEN, 4, 2, Form.ROW, "?"),
    )


@pytest.mark.parametrize(
    ("header", "row", "text"),
    [
        ("Task | Status", "Draw | Done", "Draw"),
        ("Status | Task | Owner", "Done | Draw | Ada", "Draw"),
        ("Priority | Task | Status", "P1 | Draw | Done", "Draw"),
        ("Phase | Task | Status", "Phase 1 | Draw | Done", "Draw"),
        ("Task ID | Description | Phase | Status", "BE-1 | Draw | 2 | Done", "BE-1 Draw"),
        ("Task | Description | Status", "T001 | Draw | Done", "T001 Draw"),
        ("Task | Description | Status", "Draw | With care | Done", "Draw"),
        ("ID | Title | Status", "12 | Draw | Done", "12 Draw"),
        ("# | Description | Status", "1 | Draw | Done", "1 Draw"),
        ("WP | Title | Status", "WP01 | Draw | Done", "WP01 Draw"),
        ("Step | Status", "Draw | ✅ Done", "Draw"),
        ("Work Item | State", "Draw | finished", "Draw"),
        ("Task | Done?", "Draw | yes", "Draw"),
        ("Task | Done", "Draw | x", "Draw"),
        ("Task | ✅", "Draw | ✓", "Draw"),
        ("Task | Status", "Draw | [x]", "Draw"),
        ("任务 | 状态", "绘制 | 已完成", "绘制"),
        ("المهمة | الحالة", "رسم | ✅ مكتمل", "رسم"),
        ("Tâche | Statut", "Dessiner | Terminée", "Dessiner"),
        ("Aufgabe | Stand", "Zeichnen | Erledigt", "Zeichnen"),
    ],
)
def test_task_lists(header: str, row: str, text: str) -> None:
    assert read(header, row) == [(text, State.DONE)]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Task | Owner", "Draw | Ada"),
        ("Risk | Mitigation | Status", "Delay | Hurry | Open"),
        ("ID | Task | Likelihood | Status", "1 | Draw | High | Open"),
        ("Phase | Status", "Build | Done"),
        ("# | Phase | Status", "1 | Build | Done"),
        ("Phase | Tasks | Status", "Build | 12 | Done"),
        ("Phase | Description | Status", "1 | Build | Done"),
        ("Milestone | Description | Status", "M1 | Build | Done"),
        ("ID | Requirement | Status", "FR-001 | The map is drawn | Done"),
        ("ID | Title | Status", "FR-001 | The map is drawn | Done"),
        ("Requirement | Task | Status", "FR-001 | T001 | Done"),
        ("Test | Steps | Expected Result | Status", "Zoom | Turn | It grows | Done"),
        ("Step | Expected | Status", "Zoom | It grows | Done"),
        ("Decision | Status", "Use SVG | Done"),
        ("File | Status", "map.py | Done"),
        ("Dependency | Version | Status", "lxml | 5 | Done"),
        ("Feature | Status", "Maps | Done"),
        ("# | Question | Status", "1 | Why | Open"),
        ("Status | Meaning", "Done | All is well"),
        ("Done | Not done", "yes | no"),
        ("", ""),
    ],
)
def test_other_tables(header: str, row: str) -> None:
    assert read(header, row) == []


def test_half_of_what_is_written_must_be_understood() -> None:
    assert read("Task | Status", "a | Done", "b | 400", "c | ", "d | ") != []
    assert read("Task | Status", "a | Done", "b | 400", "c | 401") == []
    assert read("Task | Status", "a | ", "b | ") == []
    assert read("Task | Done", "a | ", "b | ") == [("a", State.OPEN), ("b", State.OPEN)]


def test_every_state() -> None:
    found = read(
        "Task | Status",
        "a | Pending",
        "b | 🔄 In progress",
        "c | Blocked",
        "d | Deferred",
        "e | Done (v2)",
        "f | Cancelled",
        "g | NOT DONE",
        "h | [~]",
        "i | 40% done",
    )
    assert [state for _, state in found] == [*list(State), State.OPEN, *[State.IN_PROGRESS] * 2]


def test_own_marks_are_read() -> None:
    own = StateRules({"Ship it": State.DONE, "~": State.BLOCKED})
    assert read("Task | Status", "a | Ship it", "b | [~]", rules=own) == [
        ("a", State.DONE),
        ("b", State.BLOCKED),
    ]


def test_totals_heads_of_groups_and_empty_rows_are_no_tasks() -> None:
    rows = ("Group A | | ", "Draw | Ada | Done", "Total | 1 | Done", " | | ", " | Ada | Done")
    assert read("Task | Owner | Status", *rows) == [("Draw", State.DONE)]


def test_short_rows_do_no_harm() -> None:
    short = Table(("Owner", "Task", "Status"), (("Ada",), ("Ada", "Draw")), (3, 4))
    assert read_status_table(short, RULES) == ()


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("Phase | Status", (0, 1)),
        ("# | Phase | Owner | Status", (1, 3)),
        ("Phase | Description | Estimate | Status", (0, 3)),
        ("Fase | Estado", (0, 1)),
        ("Requirement | Phase | Status", None),
        ("Phase | Task | Status", None),
        ("Phase | Deliverable", None),
        ("Task | Status", None),
    ],
)
def test_tables_of_phases(header: str, columns: tuple[int, int] | None) -> None:
    assert phase_columns(table(header).header) == columns


@given(st.lists(st.sampled_from(["Task", "Status", "#", "Done", "x"])), st.lists(st.text()))
def test_a_task_has_a_text_and_never_raises(header: list[str], row: list[str]) -> None:
    found = read_status_table(Table(tuple(header), (tuple(row),), (1,)), RULES)
    assert all(task.text.strip() for task in found)
