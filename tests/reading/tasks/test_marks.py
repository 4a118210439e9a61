"""What marks mean, to everybody, to a tool and to a site's own author."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading.tasks.marks import STATES, StateRules, plain_mark

RULES = StateRules()


@pytest.mark.parametrize(
    ("marks", "state"),
    [
        ([" ", ""], State.OPEN),
        (["x", "X", "✅", "✓", "✔", "✔️", "☑", " x "], State.DONE),
        (["-", "~", "/", "🔄", "⏳", "🚧"], State.IN_PROGRESS),
        (["!", "⚠", "⚠️"], State.BLOCKED),
        ([">"], State.DEFERRED),
        (["N/A", "n/a"], State.CANCELLED),
    ],
)
def test_known_marks(marks: list[str], state: State) -> None:
    assert [RULES.state_of(mark) for mark in marks] == [state] * len(marks)


def test_every_state_has_a_mark() -> None:
    assert set(STATES.values()) == set(State)


@pytest.mark.parametrize(
    ("mark", "path", "state"),
    [
        ("-", ".kiro/specs/maps/tasks.md", State.IN_PROGRESS),
        ("~", "kiro/specs/maps/tasks.md", State.IN_PROGRESS),
        ("-", "docs/.spec-workflow/specs/maps/tasks.md", State.IN_PROGRESS),
        ("~", ".spec-workflow/specs/maps/tasks.md", State.BLOCKED),
        ("~", "spec-workflow/specs/maps/tasks.md", State.BLOCKED),
        ("~", "my-spec-workflow/tasks.md", State.IN_PROGRESS),
        ("~", "conductor/tracks/maps/plan.md", State.IN_PROGRESS),
        ("x", ".spec-workflow/specs/maps/tasks.md", State.DONE),
    ],
)
def test_tools_have_marks_of_their_own(mark: str, path: str, state: State) -> None:
    assert RULES.on(path).state_of(mark) is state


def test_own_marks_win() -> None:
    rules = StateRules({"~": State.DEFERRED, "x": State.CANCELLED, "WIP": State.IN_PROGRESS})
    assert rules.on(".spec-workflow/specs/maps/tasks.md").state_of("~") is State.DEFERRED
    assert rules.state_of("x") is State.CANCELLED
    assert rules.state_of("WIP") is State.IN_PROGRESS
    assert rules.state_of("-") is State.IN_PROGRESS


@pytest.mark.parametrize("mark", ["?", "*", "+", "🐌", "🏗️", "👩‍💻"])
def test_an_unknown_sign_is_open_and_said_to_be_unknown(mark: str) -> None:
    assert RULES.state_of(mark) is State.OPEN
    assert RULES.known_state(mark) is None


@pytest.mark.parametrize("mark", ["P", "1", "a", "é", "任", "US1", "WIP", "link", "--", "…", "N/B"])
def test_words_and_figures_are_no_marks(mark: str) -> None:
    assert RULES.state_of(mark) is None


@given(st.text(max_size=12), st.text(max_size=30))
def test_what_is_known_is_a_mark(mark: str, path: str) -> None:
    known = RULES.on(path).known_state(mark)
    assert known is None or RULES.on(path).state_of(mark) is known
    assert plain_mark(plain_mark(mark)) == plain_mark(mark)
