"""Which tasks are the same in two versions of a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.history.matching import NONE, match
from mkdocs_plan_plugin.history.versions import Outline
from tests.support.work import work


def outline(*texts: str, headings: tuple[str, ...] | None = None) -> Outline:
    return Outline(texts, headings or ("",) * len(texts), tuple(range(len(texts))))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["a", "b"], ["a", "b"], [0, 1]),
        ([], ["a"], [NONE]),
        (["a"], [], []),
        # Inserted, removed, moved
        (["Draw", "Glue"], ["Draw", "Cut", "Glue"], [0, NONE, 1]),
        (["Draw", "Cut", "Glue"], ["Draw", "Glue"], [0, 2]),
        (["Draw", "Cut", "Glue"], ["Glue", "Draw", "Cut"], [2, 0, 1]),
        (["Test", "Draw", "Test"], ["Test", "Test"], [0, 2]),
        # Edited in its place
        (["Draw it", "Cut it", "Glue"], ["Draw it", "Cut all of it", "Glue"], [0, 1, 2]),
        (["Draw the map"], ["Draw the large map of the town"], [0]),
        (["T001 Draw the map"], ["T001 Draft of the chart"], [0]),
        (["绘制地图"], ["绘制新的地图"], [0]),
        # Something else in its place
        (["Draw the map"], ["Buy six new pens"], [NONE]),
        # Renumbered
        (
            ["T001 Draw the map", "T002 Cut paper", "T003 Glue it"],
            ["T001 Buy", "T002 Draw the map", "T003 Cut paper", "T004 Glue it"],
            [NONE, 0, 1, 2],
        ),
        # Edited and moved: only very similar ones
        (
            ["Write tests for the reader of names", "b", "c", "d"],
            ["b", "c", "d", "Write tests for the readers of names"],
            [1, 2, 3, 0],
        ),
        (["Draw the map", "b", "c"], ["b", "c", "Draw the plan"], [1, 2, NONE]),
        # Several edited at once: each is paired with the most similar
        (
            ["Draw the map of the town", "Cut the paper to size"],
            ["Cut the red paper to size", "Draw the map of our town"],
            [1, 0],
        ),
    ],
)
def test_match(old: list[str], new: list[str], expected: list[int]) -> None:
    assert match(outline(*old), outline(*new)) == expected


def test_headings_distinguish_equal_texts() -> None:
    old = outline("Test", "Test", headings=("One", "Two"))
    new = outline("Draw", "Test", "x", headings=("Two", "Two", "Two"))
    assert match(old, new) == [NONE, 1, NONE]


_TEXTS = st.lists(
    st.sampled_from(["a", "b", "T1 draw", "T2 draw", "draw it", "draw them"]), max_size=9
)


@given(_TEXTS, _TEXTS)
def test_each_task_is_matched_once_and_equal_ones_first(old: list[str], new: list[str]) -> None:
    found = match(outline(*old), outline(*new))
    assert len(found) == len(new)
    matched = [at for at in found if at != NONE]
    assert len(matched) == len(set(matched))
    assert all(0 <= at < len(old) for at in matched)
    for text in set(old) & set(new):
        same = sum(at != NONE and old[at] == new[to] == text for to, at in enumerate(found))
        assert same == min(old.count(text), new.count(text))


def test_four_times_the_rewritten_tasks_are_not_sixteen_times_the_work() -> None:
    def rewrite(count: int) -> None:
        old = outline(*(f"old task {number} of many words" for number in range(count)))
        new = outline(*(f"something new with number {number}" for number in range(count)))
        assert match(old, new) == [NONE] * count

    assert work(lambda: rewrite(2000)) < 10 * work(lambda: rewrite(500))
