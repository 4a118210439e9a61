"""States beside the rows of a schedule, and words that are none."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading.schedule.rows.states import state_beside
from tests.reading.schedule.read_page import read_page


@pytest.mark.parametrize(
    ("name", "time", "state"),
    [
        ("✅ Beta", "2026-11-13", State.DONE),
        ("Beta ✅", "2026-11-13", State.DONE),
        ("Beta", "2026-11-13 ✅", State.DONE),
        ("⬜ Beta", "2026-11-13", State.OPEN),
        ("🚧 Beta", "2026-11-13", State.IN_PROGRESS),
        ("Beta", "2026-11-13 (done)", State.DONE),
        ("Beta", "2026-11-13, done", State.DONE),
        ("Beta", "2026-11-13 - Done", State.DONE),
        ("Beta", "2026-11-13 — In progress", State.IN_PROGRESS),
        ("Beta (hecho)", "2026-11-13", State.DONE),
        ("Beta", "2026-11-13", None),
        ("Beta", "2026-11-13, pending review", None),
        ("Feature complete", "2026-11-13", None),
        ("Code: Complete", "2026-11-13", None),
        ("Done is better", "2026-11-13", None),
        ("✅ Beta", "2026-11-13 (open)", None),
        ("Beta (3 parts)", "2026-11-13 to 2026-11-20", None),
        ("", "", None),
    ],
)
def test_states(name: str, time: str, state: State | None) -> None:
    assert state_beside(name, time) is state


def test_rows_of_a_list_have_their_state() -> None:
    items = "- ✅ Alpha: 2026-10-30\n- Beta: 2026-11-13 (in progress)\n- Gamma: 2026-12-01\n"
    schedule, _ = read_page(f"# P\n\n## Milestones\n\n{items}")
    assert [entry.state for entry in schedule.entries] == [State.DONE, State.IN_PROGRESS, None]
