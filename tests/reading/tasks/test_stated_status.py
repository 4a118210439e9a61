"""States told in words: fields, headings, tables, front matter, and what tells nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import State, StatedStatus
from mkdocs_plan_plugin.reading import read_document
from mkdocs_plan_plugin.reading.lexicon.states import STATUS
from mkdocs_plan_plugin.reading.tasks.stated_status import (
    heading_state,
    is_status_label,
    read_status_line,
)
from mkdocs_plan_plugin.reading.tasks.status_words import status_state


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.OPEN, "draft|Planned|planning|proposed|PENDING|To Do|to-do|TODO|not started|open"),
        (
            State.OPEN,
            "⬜|⬜ Not started|⏳ Pending|📋 Planned|[ ]|[ ] Pending|0%|Draft – for review",
        ),
        (State.OPEN, "Ready for implementation|backlog|:material-clock-outline: Planned|❌"),
        (
            State.OPEN,
            "not done|NOT DONE — CORE|incomplete|not complete yet|not yet done|unfinished",
        ),
        (State.OPEN, "pendiente|Abierta|no terminada|à faire|offen|nicht fertig|не начато"),
        (State.OPEN, "未完成|待办|미완료|未着手|لم يبدأ|לא התחיל"),
        (
            State.IN_PROGRESS,
            "In Progress|in-progress|IN_PROGRESS|🟡 IN_PROGRESS|wip|partial|active",
        ),
        (
            State.IN_PROGRESS,
            "🚧|🚧 phase 2|🔄|⏳|✅ Partial|partially done|almost complete|75% done",
        ),
        (State.IN_PROGRESS, "[~]|~95% Complete - ready to go|✅ 90%|in review"),
        (State.IN_PROGRESS, "en curso|em andamento|en cours|in Arbeit|в работе|进行中|진행 중"),
        (State.IN_PROGRESS, "قيد التنفيذ|בתהליך"),
        (State.BLOCKED, "blocked|⚠️|⛔|bloqueada|blockiert|заблокирована|חסום|Blocked (by maps)"),
        (State.DEFERRED, "deferred|on hold|postponed|⏸|⏸ deferred|aplazada|отложено|推迟|مؤجل"),
        (
            State.DONE,
            "complete|Completed|done|✅|✅ Shipped|finished|DONE ✅|Done!|[x]|[x] Completed",
        ),
        (State.DONE, "Done (v2)|Done 2026-01-05|COMPLETE — all parts|Implemented, tested|100%"),
        (State.DONE, "✅ (5 January)|✅ 2026-01-05|:white_check_mark:|fully implemented|100% done"),
        (State.DONE, "Complete and verified|hecha|completado|concluído|terminée|erledigt|завершён"),
        (State.DONE, "已完成|已实现|完了|완료|مكتمل|✅ مكتمل|הושלם"),
        (State.CANCELLED, "cancelled|superseded|rejected|N/A|won't do|✅ N/A|annulée|已取消|בוטל"),
    ],
)
def test_words_for_states(state: State, words: str) -> None:
    read = {word: status_state(word) for word in words.split("|")}
    assert read == dict.fromkeys(read, state)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "—",
        "approved",
        "PASS",
        "decided",
        "400",
        "done?",
        "Done / in progress",
        "Done except for the docs",
        "Complete by Friday",
        "Completely new",
        "Doneness",
        "Complete UX specification, ready for implementation",
        "Design complete, awaiting implementation",
        "100% test coverage",
        "71/74",
        "✅ Planned",
        "✅ needs a full rewrite",
        "✅ 16/20",
        "⚠️ type issues",
        "[x] Pending",
        "[ ] Open [x] Done",
        "[P]",
        "not blocked",
        "a" * 1000,
    ],
)
def test_ambiguous_words_are_no_status(words: str) -> None:
    assert status_state(words) is None


@pytest.mark.parametrize(
    ("title", "state"),
    [
        ("Phase 1: Setup ✅", State.DONE),
        ("Phase 1: Setup ✅ COMPLETE", State.DONE),
        ("Phase 1: Setup (2 days) ✅", State.DONE),
        ("Phase 1: Setup ✅ DONE (1a and 1b)", State.DONE),
        ("Phase 1: Setup (complete)", State.DONE),
        ("Phase 1: Setup (Complete) (2 days)", State.DONE),
        ("Phase 1: Setup （已完成）", State.DONE),
        ("Phase 1: Setup — done", State.DONE),
        ("Phase 1: Setup - COMPLETED (2026-01-05)", State.DONE),
        ("Phase 1 - Complete", State.DONE),
        ("Phase 1: Setup [DONE]", State.DONE),
        ("Phase 1: Setup [x]", State.DONE),
        ("✅ Phase 1: Setup", State.DONE),
        ("Phase 1: Setup 🔄", State.IN_PROGRESS),
        ("Phase 1: Setup 🔄 IN PROGRESS", State.IN_PROGRESS),
        ("Phase 1: Setup (in progress)", State.IN_PROGRESS),
        ("Phase 1: Setup - 75% complete", State.IN_PROGRESS),
        ("Phase 1: Setup — DEFERRED", State.DEFERRED),
        ("Phase 1: Setup (not started)", State.OPEN),
        ("المرحلة 2: الأمان ✅ مكتملة", State.DONE),
    ],
)
def test_headings_that_state(title: str, state: State) -> None:
    assert heading_state(title) is state


@pytest.mark.parametrize(
    "title",
    [
        "",
        "✅ Phase 1 Completion Checklist",
        "Phase 1: Setup",
        "Phase 2: Complete the API",
        "Phase 2: Complete",
        "Phase 2: Done screen",
        "Phase 2 — Planning",
        "Phase 2 — Review & corrections",
        "Phase 2 (Testing)",
        "Phase 2: Setup (2 days)",
        "Phase 2: Show ✅ on results",
        "Phase 2: Cases - ✅ covered",
        "Phase 2: Tests ⚠️",
        "Phase 2: Setup ⚠️ must be complete before 3",
        "Phase 2: Setup (completed in spec)",
        "Phase 2: Setup [checkpoint: a1b2c3]",
        "Phase 2: Setup [ ",
        ")",
    ],
)
def test_headings_that_state_nothing(title: str) -> None:
    assert heading_state(title) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Status: Draft", (State.OPEN, "Draft")),
        ("Status : ✅ Complete", (State.DONE, "✅ Complete")),
        ("Estado: Hecha", (State.DONE, "Hecha")),
        ("状态：已完成", (State.DONE, "已完成")),
        ("Branch: maps | Status: In progress | Spec: none", (State.IN_PROGRESS, "In progress")),
        ("> - **Status**: **Blocked** (`maps`)", (State.BLOCKED, "Blocked (maps)")),
        ("Status: In progress · Owner: Ada", (State.IN_PROGRESS, "In progress")),
        ("Current status: [x] Completed", (State.DONE, "[x] Completed")),
        ("Status: Superseded", (State.CANCELLED, "Superseded")),
    ],
)
def test_status_lines(text: str, expected: tuple[State, str]) -> None:
    assert read_status_line(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Done",
        "Status",
        "Status:",
        "Status: decided",
        "Status: N/A",
        "Status: Draft | In review | Done",
        "Status: [Draft | Done]",
        "Borrador · En revisión",
        "Build status: done",
        "Note: Status is done",
        "The status: done",
        "Stand: 2026-01-05",
    ],
)
def test_lines_without_a_status(text: str) -> None:
    assert read_status_line(text) is None


def test_a_long_remark_is_cut() -> None:
    found = read_status_line("Status: Done — " + "words " * 50)
    assert found is not None
    assert found[1].startswith("Done — words")
    assert len(found[1]) < 65


def test_labels_of_a_status() -> None:
    assert is_status_label("Status")
    assert is_status_label(" Overall  Status: ")
    assert not is_status_label("Status of the API")


def stated(text: str) -> list[tuple[State, str, int, int | None]]:
    """What a page says of its state: the state, as written, the line and the section."""
    found = read_document("plan.md", text).stated_statuses
    return [(one.state, one.written, one.line, one.section) for one in found]


@pytest.mark.parametrize("label", STATUS)
def test_every_word_for_a_status_heads_a_line(label: str) -> None:
    assert stated(f"# Plan\n\n**{label.title()}**: Done\n") == [(State.DONE, "Done", 3, None)]
    assert stated(f"# Plan\n\n{label.upper()}: Done\n") == [(State.DONE, "Done", 3, None)]


def test_a_status_may_stand_behind_other_fields() -> None:
    fields = "**Branch**: `a-branch-with-a-long-name` | **Owner**: Ana Ruiz and Bo Lind"
    assert stated(f"# Plan\n\n{fields} | **Status**: Done\n") == [(State.DONE, "Done", 3, None)]


def test_no_status_in_code_and_deep_headings() -> None:
    assert stated("# Plan\n\n```\nStatus: Done\n```\n\n## A\n\n### Status: Done\n") == []


def test_a_heading_may_be_the_status() -> None:
    assert stated("# Plan\n\n## Status: Done\n") == [(State.DONE, "Done", 3, None)]


@pytest.mark.parametrize(
    "table",
    [
        "| Field | Value |\n|---|---|\n| Owner | Ana |\n| **Status** | Done |\n",
        "| Status | Done |\n|---|---|\n| Owner | Ana |\n",
        "| Owner | Status | Since |\n|---|---|---|\n| Ana | Done | May |\n",
    ],
)
def test_a_table_of_facts_may_hold_the_status(table: str) -> None:
    (found,) = stated(f"# Plan\n\n{table}")
    assert found[:2] == (State.DONE, "Done")
    assert found[3] is None
    assert stated(f"# Plan\n\n## Reviews\n\n{table}") == []


@pytest.mark.parametrize(
    ("written", "sections"),
    [
        ("Phases 0–2 complete; Phase 3 in progress", [1, 2, 3]),
        ("Phase 0 is done", [1]),
        ("Phases 1 to 2 are finished since May", [2, 3]),
        ("Phasen 0-1 abgeschlossen", [1, 2]),
        ("Fases 0 a 2 completadas", [1, 2, 3]),
        ("阶段 1 完成", [2]),
        ("Phase 1 of 3 done", []),
        ("Phase 1 is not done", []),
        ("Sprints 0–2 complete", []),
    ],
)
def test_the_status_of_the_page_may_name_phases(written: str, sections: list[int]) -> None:
    phases = "".join(f"## Phase {number}\n\n" for number in range(4))
    found = stated(f"# Plan\n\nStatus: Active. {written}\n\n{phases}")
    assert [section for state, _, _, section in found if state is State.DONE] == sections


TABLE = """# Plan

## Phase 1: Maps

## Phase 2: API

## Phase 3: Polish

| Phase | Deliverable | Status |
|---|---|---|
| 1 | Maps | ✅ Done |
| Phase 2: API | | unclear |
| Phase 3 | | ⏳ To do |
| Phase 4 |
"""


def test_what_tables_say_of_phases() -> None:
    expected = [(State.DONE, "✅ Done", 11, 1), (State.OPEN, "⏳ To do", 13, 3)]
    assert stated(TABLE) == expected
    assert stated(TABLE.replace("Phase | Deliverable", "Task | Phase")) == []


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ("status: Done", [StatedStatus(State.DONE, "Done", 2)]),
        ("status: in_progress", [StatedStatus(State.IN_PROGRESS, "in_progress", 2)]),
        ("lane: done", [StatedStatus(State.DONE, "done", 2)]),
        ("status: approved", []),
        ("status: true", []),
        ("status: [Done]", []),
        ("owner: Ana", []),
    ],
)
def test_what_front_matter_says(meta: str, expected: list[StatedStatus]) -> None:
    assert [*read_document("plan.md", f"---\n{meta}\n---\n# Plan\n").stated_statuses] == expected


@given(st.text())
def test_never_raises(text: str) -> None:
    for written in (text, f"✅ {text}", f"done {text}", f"[{text}", f"Phase 1 — {text} ✅"):
        status_state(written)
        heading_state(written)
        read_status_line(f"Status: {written}")


@given(st.text())
def test_what_is_not_done_is_never_done(text: str) -> None:
    assert status_state(f"not done {text}") is not State.DONE
    assert status_state(f"incomplete {text}") is not State.DONE
