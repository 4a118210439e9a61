"""Lines that say when, and lines that only look so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.reading import read_document
from mkdocs_plan_plugin.reading.lexicon.times import Column, column_of_label
from mkdocs_plan_plugin.reading.markdown.blocks import read_blocks
from mkdocs_plan_plugin.reading.schedule.lines import LabelledLine, find_lines


def lines(text: str) -> list[LabelledLine]:
    blocks = read_blocks(text)
    return find_lines(text, blocks.sections, blocks.code, range(len(blocks.sections)))


@pytest.mark.parametrize(
    ("text", "column", "value"),
    [
        ("**Duration**: 2 weeks", Column.DURATION, "2 weeks"),
        ("**Duration:** 2 weeks", Column.DURATION, "2 weeks"),
        ("- **Estimated time**: 2-3 h  ", Column.ESTIMATE, "2-3 h"),
        ("* Effort: 3 days", Column.EFFORT, "3 days"),
        ("- [ ] Timeline: 2 weeks", Column.TIME, "2 weeks"),
        ("> Deadline: 2026-03-01", Column.DEADLINE, "2026-03-01"),
        ("⏱️ **Duration**: 2 weeks", Column.DURATION, "2 weeks"),
        ("__Depends on__: Phase 1", Column.AFTER, "Phase 1"),
        ("In parallel with: Phase 1", Column.BESIDE, "Phase 1"),
        ("Due date: May 5", Column.DEADLINE, "May 5"),
        ("Start date: 2026-01-05", Column.START, "2026-01-05"),
        ("Last updated: 2026-01-05", Column.WRITTEN, "2026-01-05"),
        ("Total time: 9 h", Column.TOTAL, "9 h"),
        ("Duración: 2 semanas", Column.DURATION, "2 semanas"),
        ("Tempo estimado: 2 horas", Column.ESTIMATE, "2 horas"),
        ("- **Durée** : 3 semaines", Column.DURATION, "3 semaines"),
        ("- **Charge** : 12h", Column.EFFORT, "12h"),
        ("Dauer: 2 Wochen", Column.DURATION, "2 Wochen"),
        ("**Срок:** 9 недель", Column.DURATION, "9 недель"),
        ("**预估**: 45 分钟", Column.ESTIMATE, "45 分钟"),
        ("**工期**：2周", Column.DURATION, "2周"),
        ("期間: 2週間", Column.DURATION, "2週間"),
        ("기간: 2주", Column.DURATION, "2주"),
    ],
)
def test_labels(text: str, column: Column, value: str) -> None:
    (line,) = lines(f"# P\n\n{text}\n")
    assert (line.column, line.value, line.line, line.section) == (column, value, 3, 0)


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
    assert [(line.column, line.value) for line in lines(text)] == [
        (Column.DURATION, "3 weeks"),
        (Column.EFFORT, "80 h"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "**Start**: May 4 **End**: May 8",
        "**Start:** May 4, **End:** May 8",
        "*Start*: May 4, *End*: May 8",
        "Start: May 4; End: May 8",
        "Start: May 4 | End: May 8",
        "**Start**: May 4\n**End**: May 8",
    ],
)
def test_starts_and_ends(text: str) -> None:
    assert [(line.column, line.value) for line in lines(text)] == [
        (Column.START, "May 4"),
        (Column.END, "May 8"),
    ]


def test_lines_behind_a_comment_count() -> None:
    assert len(lines("<!-- a remark -->\n\nDuration: 2 weeks\n")) == 1


def test_every_label_has_one_kind() -> None:
    assert column_of_label("**Duration**") is Column.DURATION
    assert column_of_label(" 🗓 due ") is Column.DEADLINE
    assert column_of_label("") is None
    assert column_of_label("***") is None


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
        ("## Phase 1\n**Start**: 2026-01-05\n**End**: 2026-01-09\n", ["2026-01-05, 2026-01-09"]),
        (
            "## Phase 1\n- **Start**: 2026-01-05\n- **Due**: 2026-01-09\n",
            ["2026-01-05, 2026-01-09"],
        ),
        ("## Phase 1\n**Target date**: 2026-01-09\n", ["2026-01-09"]),
        ("## Phase 1\n**Start**: 2026-01-05\n**Duration**: 1 week\n", ["1 week, 2026-01-05"]),
        ("## Phase 1\n**Target**: 95 % coverage\n", []),
        ("## Phase 1\n**Duration**: ~~1 day~~ 2 days\n", ["2 days"]),
    ],
)
def test_what_is_said_of_a_phase(text: str, names: list[str]) -> None:
    found = read_document("p.md", f"# P\n{text}").schedule.entries
    assert [entry.written for entry in found] == names


@given(st.text())
def test_never_raises(text: str) -> None:
    assert all(line.value for line in lines(text))
