"""Open tasks that are struck through are cancelled."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading import read_document


def state(item: str) -> State:
    (task,) = read_document("plan.md", f"# Plan\n\n{item}\n").tasks
    return task.state


@pytest.mark.parametrize(
    "item",
    [
        "- [ ] ~~cut the spars~~",
        "1. [ ] <del>cut</del>",
        "- [ ] <s>cut</s>.",
        "- [ ] T003 ~~cut~~ (see T004)",
        "- [ ] **2.1** ~~cut `x` **well**~~ - dropped",
        "- [ ] ~~cut~~ → Phase 3",
        "- [ ] ~cut the spars~",
        "- [ ] ~~cut~~ ~~saw~~",
    ],
)
def test_cancelled(item: str) -> None:
    assert state(item) is State.CANCELLED


@pytest.mark.parametrize(
    "item",
    [
        "- [ ] cut",
        "- [ ] ~~cut~~ saw the spars",
        "- [ ] cut the ~~long~~ spars",
        "- [ ] # no ~~heading~~ here",
        "- [ ] Store (~2h) and (~3h)",
        "- [ ] `~~cut~~` is Markdown",
        "- [ ] `~~cut~~`",
    ],
)
def test_still_open(item: str) -> None:
    assert state(item) is State.OPEN


def test_what_is_done_may_be_struck() -> None:
    assert state("- [x] ~~cut~~") is State.DONE
