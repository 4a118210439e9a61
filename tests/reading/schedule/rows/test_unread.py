"""Times that are not understood: the row stays, and one message says so."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Severity
from mkdocs_plan_plugin.reading import read_document
from mkdocs_plan_plugin.reading.schedule.rows.unread import is_attempt
from tests.reading.wording import in_words


@pytest.mark.parametrize(
    "text",
    ["3 weks", "2-3 moths", "2+ weeks", "2 weeks + 1 day", "2026-02-30", "31 Feb 2027", "two weks"],
)
def test_attempts(text: str) -> None:
    assert is_attempt(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ongoing",
        "soon",
        "early spring",
        "3 tasks",
        "3 hooks",
        "5 points",
        "[X days]",
        "24h rate limit",
        "3 devs work 2 weeks each",
        "Depends on Phase 1",
        "Done 2026-02-01",
        "2026-02-01 ✅",
    ],
)
def test_what_is_none(text: str) -> None:
    assert not is_attempt(text)


@pytest.mark.parametrize(
    "schedule",
    [
        "- Saw: 2 weeks\n- Glue: 3 weks\n- Ship: 1 week\n",
        "| Phase | Duration |\n|---|---|\n"
        "| Saw | 2 weeks |\n| Glue | 3 weks |\n| Ship | 1 week |\n",
        "| Activity | When |\n|---|---|\n"
        "| Saw | 2 weeks |\n| Glue | 3 sessions |\n| Ship | 1 week |\n",
    ],
)
def test_a_row_keeps_its_words_and_its_position(schedule: str) -> None:
    document = read_document("p.md", f"# Plan\n\n## Timeline\n\n{schedule}")
    found = [(entry.name, in_words(entry.span)) for entry in document.schedule.entries]
    assert found == [("Saw", "10 days"), ("Glue", "unknown"), ("Ship", "5 days")]
    (note,) = document.diagnostics
    assert "of 'Glue'" in note.problem
    assert note.severity is Severity.NOTE


def test_a_line_below_a_phase() -> None:
    text = "## Phase 1\n**Duration**: 2 weeks\n## Phase 2\n**Duration**: 3 weks\n"
    document = read_document("p.md", text)
    assert [in_words(entry.span) for entry in document.schedule.entries] == ["10 days", "unknown"]
    assert [note.line for note in document.diagnostics] == [4]


@pytest.mark.parametrize(
    "item", ["3 weks: Glue", "Glue (3 weks)", "Glue — 3 weks", "2026-02-30: Glue", "Glue: 2+ weeks"]
)
def test_items_of_any_form(item: str) -> None:
    document = read_document("p.md", f"## Timeline\n\n- Saw: 2 weeks\n- {item}\n- Ship: 1 day\n")
    assert [entry.name for entry in document.schedule.entries] == ["Saw", "Glue", "Ship"]
    assert [note.line for note in document.diagnostics] == [4]


def test_a_heading() -> None:
    document = read_document(
        "p.md", "## Phase 1 (2 weeks)\n## Phase 2 (3 weks)\n## Phase 3 (MVP)\n"
    )
    assert [in_words(entry.span) for entry in document.schedule.entries] == ["10 days", "unknown"]
    assert [note.line for note in document.diagnostics] == [2]


def test_a_schedule_without_any_time_that_is_understood() -> None:
    document = read_document("p.md", "## Timeline\n\n- Phase 1: 3 weks\n")
    assert not document.schedule
    assert len(document.diagnostics) == 1


def test_a_row_is_reported_once() -> None:
    text = "## Timeline\n\n- Phase 1: ~03/04/2026\n- Phase 2: Jan 5\n- Phase 3: 2 weeks\n"
    assert [note.line for note in read_document("p.md", text).diagnostics] == [3, 4]


@pytest.mark.parametrize(
    "item",
    [
        "Team: 3 devs",
        "Ongoing: support",
        "Scope: 3 hooks in total",
        "Review: 2 days per page",
        "3 devs: full time",
        "2 weeks after launch: nothing",
        "Glue (3 parts)",
    ],
)
def test_prose_is_neither_a_row_nor_a_mistake(item: str) -> None:
    document = read_document("p.md", f"## Timeline\n\n- Phase 1: 2 weeks\n- {item}\n")
    assert len(document.schedule.entries) == 1
    assert document.diagnostics == ()
