"""Which phase a row stands for."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Location, Phase, Progress, Span
from mkdocs_plan_plugin.planning.schedule.row_names import phase_of
from mkdocs_plan_plugin.reading.tasks.phases import read_phase_heading
from tests.planning.schedule.schedules import row


def phases(*titles: str) -> list[Phase]:
    return [
        Phase(title, Location("p.md", at), read_phase_heading(title), Progress())
        for at, title in enumerate(titles)
    ]


def found(name: str, *titles: str) -> str | None:
    phase = phase_of("p.md", row(name, Span()), phases(*titles))
    return phase.title if phase else None


PHASES = ("Phase 1: Cut", "Phase 2: Glue", "Phase 10: Ship")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("1. Cut", "Phase 1: Cut"),
        ("1) Cut", "Phase 1: Cut"),
        ("2 – Glue", "Phase 2: Glue"),
        ("**02: Glue**", "Phase 2: Glue"),
        ("P10: Ship", "Phase 10: Ship"),
        ("P2", "Phase 2: Glue"),
        ("Ph. 2", None),
        ("#2", "Phase 2: Glue"),
        ("2", "Phase 2: Glue"),
        ("Glue", "Phase 2: Glue"),
        ("2. Paint", None),
        ("S2: Glue", None),
        ("2 weeks", None),
        ("12. Glue", None),
    ],
)
def test_rows_that_are_called_by_number(name: str, title: str | None) -> None:
    assert found(name, *PHASES) == title


@pytest.mark.parametrize(
    ("name", "titles", "title"),
    [
        ("F2: Cola", ("Fase 1: Corte", "Fase 2: Cola"), "Fase 2: Cola"),
        ("2. Glue", ("Cut", "Glue"), "Glue"),
        ("Glue", ("1. Cut", "2. Glue"), "2. Glue"),
        ("1. Glue", ("1. Cut", "2. Glue"), None),
        ("2. Glue", ("Phase 2: Glue", "Stage 2: Glue"), None),
    ],
)
def test_other_phases(name: str, titles: tuple[str, ...], title: str | None) -> None:
    assert found(name, *titles) == title
