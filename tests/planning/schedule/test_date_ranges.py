"""Planned days of phases, by their headings."""

from __future__ import annotations

from datetime import date

from mkdocs_plan_plugin.model import Bar, Location, Phase, Plan, Progress, Schedule
from mkdocs_plan_plugin.planning.schedule import phase_ranges

START = date(2026, 9, 7)
DIG, FILL = Location("plan.md", 1), Location("plan.md", 2)


def plan(*bars: Bar, origin: date | None = START) -> Plan:
    phase = Phase("Dig", DIG, None, Progress(0, 1), also=(Location("tasks.md", 4),))
    return Plan("plan.md", "P", phases=(phase,), schedule=Schedule(bars, 30, origin))


def test_each_heading_of_a_phase_has_its_days() -> None:
    bars = (
        Bar("Dig", "", 0, 5, location=DIG),
        Bar("a task", "", 1, 2, location=DIG, level=1, line=7),
        Bar("Fill", "", 7, 9.5, location=FILL),
        Bar("Party", "", 20, 21),
    )
    dig = (START, date(2026, 9, 11))
    assert phase_ranges(plan(*bars)) == {
        DIG: dig,
        Location("tasks.md", 4): dig,
        FILL: (date(2026, 9, 14), date(2026, 9, 16)),
    }


def test_without_dates_there_are_none() -> None:
    assert phase_ranges(plan(Bar("Dig", "", 0, 5, location=DIG), origin=None)) == {}
    assert phase_ranges(plan(Bar("Dig", "", location=DIG))) == {}
    assert phase_ranges(Plan("plan.md", "P")) == {}
