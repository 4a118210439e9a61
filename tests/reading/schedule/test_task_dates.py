"""The dates of single tasks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import ScheduleEntry, Span
from mkdocs_plan_plugin.reading import ReadingRules, read_document
from mkdocs_plan_plugin.reading.time.rules import DateOrder, SpanRules

MARCH_1 = date(2026, 3, 1)


def read(text: str, before: str = "") -> tuple[ScheduleEntry, ...]:
    return read_document("plan.md", f"# Plan\n\n{before}- [ ] {text}\n").schedule.tasks


@pytest.mark.parametrize(
    "text",
    [
        "T001 Ship (due 2026-03-01)",
        "T001 Ship, due 2026-03-01",
        "T001 Ship, due March 1, 2026.",
        "T001 Ship by 2026-03-01",
        "T001 Ship — due by 1 March 2026",
        "T001 Ship (deadline: 2026-03-01)",
        "T001 Ship [due: 2026-03-01]",
        "T001 Ship: due **2026-03-01**",
        "T001 Ship @due(2026-03-01)",
        "T001 Ship due:2026-03-01",
        "T001 Ship [due:: 2026-03-01]",
        "T001 Ship 📅 2026-03-01",
        "T001 Ship (Ada; due 2026-03-01)",
        "T001 Ship (fecha límite: 1 de marzo de 2026)",
        "T001 Ship (prazo: 1 de março de 2026)",
        "T001 Ship (échéance : 1 mars 2026)",
        "T001 Ship (fällig am 1.3.2026)",
        "T001 Ship, bis 1. März 2026",
        "T001 Ship (срок: 1 марта 2026)",
        "T001 Ship (截止：2026-03-01)",
        "T001 Ship (마감: 2026-03-01)",
        "T001 Ship (due 1-Mar-2026)",
        "T001 Ship (due Sun, March 1, 2026)",
        "T001 Ship (due 2026-03-01 (Sun))",
        "T001 Ship (~~due 2026-02-20~~ due 2026-03-01)",
        "T001 Ship ~~(due 2026-02-20)~~ (due 2026-03-01)",
        "T001 Ship <del>(due 2026-02-20)</del>, due 2026-03-01",
    ],
)
def test_when_it_is_due(text: str) -> None:
    (entry,) = read(text)
    assert entry.span == Span(end=MARCH_1)
    assert entry.name.startswith("T001 Ship")
    assert "2026" not in entry.name
    assert entry.line == 3


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Ship (2026-02-16 to 2026-03-01)", Span(start=date(2026, 2, 16), end=MARCH_1)),
        ("Ship — 2026-02-16 – 2026-03-01", Span(start=date(2026, 2, 16), end=MARCH_1)),
        ("Ship (Feb 16 - Mar 1, 2026)", Span(start=date(2026, 2, 16), end=MARCH_1)),
        ("Ship (start: 2026-02-16, due: 2026-03-01)", Span(start=date(2026, 2, 16), end=MARCH_1)),
        ("Ship 🛫 2026-02-16 📅 2026-03-01", Span(start=date(2026, 2, 16), end=MARCH_1)),
        ("Ship (due 2026-03-01, 3 days)", Span(3, 3, end=MARCH_1)),
        ("Ship (start: 2026-03-01, 3 days)", Span(3, 3, start=MARCH_1)),
        ("Ship (2026-02-16 (Mon) to 2026-03-01 (Sun))", Span(start=date(2026, 2, 16), end=MARCH_1)),
        ("Ship — 16-Feb-2026 to 1-Mar-2026", Span(start=date(2026, 2, 16), end=MARCH_1)),
        ("Ship (starts 2026-03-01, 2-3 days)", Span(2, 3, start=MARCH_1)),
    ],
)
def test_how_long_it_lasts(text: str, span: Span) -> None:
    (entry,) = read(text)
    assert entry.span == span
    assert entry.name == "Ship"


@pytest.mark.parametrize(
    "text",
    [
        "Ship (2026-03-01)",
        "Ship (March 2026)",
        "Removed on 2026-03-01",
        "Phase 1: Shell (1/1 plans) — completed 2026-03-01",
        "Replace it by 2 new ones",
        "Reduce latency by 20 ms",
        "Due to 2026 rules, ship",
        "Create `due/2026-03-01-notes.md`",
        "The freeze (2026-02-16 to 2026-03-01) must be over",
        "Ship (due soon)",
        "~~Ship (due 2026-03-01)~~",
        "Ship (due 2026-02-30)",
        "Ship by 2026-03-01 at the latest, or in the week behind it",
    ],
)
def test_what_is_no_date_of_a_task(text: str) -> None:
    assert read(text) == ()


def test_a_date_in_two_orders_is_reported() -> None:
    page = "- [ ] Ship (due 03/04/2026)\n"
    document = read_document("plan.md", page)
    assert document.schedule.tasks == ()
    (found,) = document.diagnostics
    assert (found.line, "ambiguous date" in found.problem) == (1, True)
    rules = ReadingRules(spans=SpanRules(date_order=DateOrder.DMY))
    (entry,) = read_document("plan.md", page, rules).schedule.tasks
    assert entry.span.end == date(2026, 4, 3)


def test_the_schedule_gives_the_year() -> None:
    timeline = "## Timeline\n\n- Phase 1: 2026-02-02 to 2026-03-20\n\n## Work\n\n"
    (entry,) = read("Ship, due March 1", timeline)
    assert entry.span.end == MARCH_1


def test_a_date_of_no_year_is_reported() -> None:
    document = read_document("plan.md", "- [ ] Ship (due March 1)\n")
    assert document.schedule.tasks == ()
    assert "has no year" in document.diagnostics[0].problem


def test_a_phase_in_the_timeline_is_no_task_with_dates() -> None:
    page = "## Timeline\n\n- [ ] Phase 1: 2026-02-02 to 2026-03-20\n"
    schedule = read_document("plan.md", page).schedule
    assert (len(schedule.entries), schedule.tasks) == (1, ())


@given(st.text(st.sampled_from("due by(20-63 ./:,📅@)[]MarchTo"), max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    for entry in read_document("plan.md", f"- [ ] {text}\n- [ ] x\n").schedule.tasks:
        assert entry.span.start or entry.span.end
