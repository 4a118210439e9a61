"""Ids at the start of a task's text, what only looks like one, and HTML ids."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.reading.tasks.task_ids import anchor_of, task_id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("T014 [P] [US1] Draw the map", "T014"),
        ("T1 Draw", "T1"),
        ("T014: Draw", "T014"),
        ("T105b Draw", "T105b"),
        ("T001, T002 Draw", "T001"),
        ("1.2 Draw", "1.2"),
        ("1.2. Draw", "1.2"),
        ("1.2.3) Draw", "1.2.3"),
        ("3. Draw", "3"),
        ("3) Draw", "3"),
        ("TASK-3 Draw", "TASK-3"),
        ("BACK-4.3: Draw", "BACK-4.3"),
        ("RF-MAP-001 Draw", "RF-MAP-001"),
        ("P1.313 [ ] Draw", "P1.313"),
        ("WP01", "WP01"),
        ("Task 1.4 [P]: Draw", "Task 1.4"),
        ("task 7: Draw", "task 7"),
        ("Tarea 2: Dibujar", "Tarea 2"),
        ("01-02: Draw", "01-02"),
        ("S3: Draw", "S3"),
        ("M1 — Draw", "M1"),
        ("ISO-8601: Draw", "ISO-8601"),
        ("[TASK-010] [P] Draw", "TASK-010"),
        ("[T014] Draw", "T014"),
        ("[1.2] Draw", "1.2"),
        ("[P] T014 Draw", "T014"),
        ("[D:T1.2.1] T1.2.2 Draw", "T1.2.2"),
    ],
)
def test_ids(text: str, expected: str) -> None:
    assert task_id(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Draw the map",
        "3 apples",
        "3",
        "2024 report",
        "24-hour cache",
        "2.5 hours of work",
        "1.5 GB of tiles",
        "3.5% faster",
        "S3 bucket",
        "H2 database",
        "P0 bugs",
        "UTF-8 names",
        "SHA-256 sums",
        "E2E tests",
        "T001–T004 Draw",
        "T12_draw",
        "Tasks 1 to 4",
        "Python3 upgrade",
        "see T014",
        "[US1] Draw",
        "[FR-1] Draw",
        "[P1] Draw",
        "[WP01] Draw",
        "[P] Draw",
        "[3] Draw",
        "[P] 3. Draw",
        "[P] S3 bucket",
    ],
)
def test_no_ids(text: str) -> None:
    assert task_id(text) == ""


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("T014 Draw the map", "t014"),
        ("Task 1.4 [P]: Draw", "task-1-4"),
        ("P1.313 [ ] Draw", "p1-313"),
        ("Draw the map!", "draw-the-map"),
        ("Карта мира", "карта-мира"),
        ("绘制 地图", "绘制-地图"),
        ("snake_case and `code`", "snake-case-and-code"),
        ("…", "task"),
        ("", "task"),
    ],
)
def test_anchors(text: str, anchor: str) -> None:
    assert anchor_of(text) == anchor


def test_a_long_anchor_ends_with_a_whole_word() -> None:
    assert anchor_of("abcd " * 30) == "-".join(["abcd"] * 12)
    assert anchor_of("a" * 100) == "a" * 60


@given(st.text())
def test_an_anchor_is_always_a_simple_id(text: str) -> None:
    anchor = anchor_of(text)
    assert 0 < len(anchor) <= 60
    assert re.fullmatch(r"[^\W_]+(?:-[^\W_]+)*", anchor)


@given(st.text())
def test_an_id_stands_at_the_start(text: str) -> None:
    assert text.startswith(task_id(text))
