"""Lines that say when, and lines that only look so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.reading.blocks import read_blocks
from mkdocs_plan_plugin.reading.schedule_labels import Kind, label_kind
from mkdocs_plan_plugin.reading.schedule_lines import Line, find_lines
from tests.reading.pages import read_page


def lines(text: str) -> list[Line]:
    blocks = read_blocks(text)
    return find_lines(text, blocks.sections, blocks.code, range(len(blocks.sections)))


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("**Duration**: 2 weeks", Kind.TIME, "2 weeks"),
        ("**Duration:** 2 weeks", Kind.TIME, "2 weeks"),
        ("- **Estimated time**: 2-3 h  ", Kind.ESTIMATE, "2-3 h"),
        ("* Effort: 3 days", Kind.EFFORT, "3 days"),
        ("- [ ] Timeline: 2 weeks", Kind.TIME, "2 weeks"),
        ("> Deadline: 2026-03-01", Kind.DEADLINE, "2026-03-01"),
        ("⏱️ **Duration**: 2 weeks", Kind.TIME, "2 weeks"),
        ("__Depends on__: Phase 1", Kind.LINKS, "Phase 1"),
        ("In parallel with: Phase 1", Kind.BESIDE, "Phase 1"),
        ("Due date: May 5", Kind.DEADLINE, "May 5"),
        ("Start date: 2026-01-05", Kind.START, "2026-01-05"),
        ("Last updated: 2026-01-05", Kind.DATE, "2026-01-05"),
        ("Total time: 9 h", Kind.TOTAL, "9 h"),
        ("Duración: 2 semanas", Kind.TIME, "2 semanas"),
        ("Tempo estimado: 2 horas", Kind.ESTIMATE, "2 horas"),
        ("- **Durée** : 3 semaines", Kind.TIME, "3 semaines"),
        ("- **Charge** : 12h", Kind.EFFORT, "12h"),
        ("Dauer: 2 Wochen", Kind.TIME, "2 Wochen"),
        ("**Срок:** 9 недель", Kind.TIME, "9 недель"),
        ("**预估**: 45 分钟", Kind.ESTIMATE, "45 分钟"),
        ("**工期**：2周", Kind.TIME, "2周"),
        ("期間: 2週間", Kind.TIME, "2週間"),
        ("기간: 2주", Kind.TIME, "2주"),
    ],
)
def test_labels(text: str, kind: Kind, value: str) -> None:
    (line,) = lines(f"# P\n\n{text}\n")
    assert (line.kind, line.value, line.line, line.section) == (kind, value, 3, 0)


@pytest.mark.parametrize(
    "text",
    [
        "The duration: 2 weeks",
        "Session duration: 2 weeks",
        "Duration 2 weeks",
        "**Duration**:",
        "  - Duration: 2 weeks",
        "| Duration: | 2 weeks |",
        "`duration`s: 2 weeks",
        "```\nDuration: 2 weeks\n```",
        "<!--\nDuration: 2 weeks\n-->",
        "# Duration: 2 weeks",
    ],
)
def test_other_lines(text: str) -> None:
    assert lines(f"{text}\n") == []


def test_a_line_may_hold_two() -> None:
    text = "**Duration**: 3 weeks | **Owner**: Ann | **Effort**: 80 h"
    assert [(line.kind, line.value) for line in lines(text)] == [
        (Kind.TIME, "3 weeks"),
        (Kind.EFFORT, "80 h"),
    ]


def test_lines_behind_a_comment_count() -> None:
    assert len(lines("<!-- a remark -->\n\nDuration: 2 weeks\n")) == 1


def test_every_label_has_one_kind() -> None:
    assert label_kind("**Duration**") is Kind.TIME
    assert label_kind(" 🗓 due ") is Kind.DEADLINE
    assert label_kind("") is None
    assert label_kind("***") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("## Phase 1\nDuration: 1 day\n### Notes\nDuration: 9 days\n", ["1 day"]),
        ("## Phase 1\nDuration: 1 day\nDuration: 2 days\n", []),
        ("## Phase 1\nEffort: 3 days\nDuration: 1 day\n", ["1 day"]),
        ("## Phase 1 (2 days)\nDuration: 1 day\n", ["2 days"]),
        ("## Phase 1 (5 tasks, ~1h)\n", ["~1h"]),
        ("## Phase 1 (done, 2026-01-05)\n", []),
        ("## Notes\nDuration: 1 day\n", []),
        ("## Phase 1\n**Duration**: [X days]\n", []),
    ],
)
def test_what_is_said_of_a_phase(text: str, names: list[str]) -> None:
    assert [entry.written for entry in read_page(f"# P\n{text}")[0].entries] == names


@given(st.text())
def test_never_raises(text: str) -> None:
    assert all(line.value for line in lines(text))
